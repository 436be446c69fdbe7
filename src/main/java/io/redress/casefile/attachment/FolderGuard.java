package io.redress.casefile.attachment;

import io.redress.language.Sentences;
import io.redress.people.StartRefused;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sees to it that each node writes into the one folder that belongs to the database, and that nothing is left behind there. */
@Component
class FolderGuard implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FolderGuard.class);

    /** Longer than any upload takes. */
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private final AttachmentFolder folder;
    private final AttachmentStore store;
    private final TransactionTemplate transaction;
    private final Sentences sentences;
    private final Clock clock;

    FolderGuard(
            AttachmentFolder folder,
            AttachmentStore store,
            TransactionTemplate transaction,
            Sentences sentences,
            Clock clock) {
        this.folder = folder;
        this.store = store;
        this.transaction = transaction;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** The first node that ever starts marks the folder as its database’s; of two at once the second sees the mark. */
    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            store.lockStart();
            try {
                Optional<String> known = store.mark();
                if (known.isEmpty()) {
                    // Another database's: its files would be known to nobody here, and be swept away.
                    if (folder.mark().isPresent()) {
                        throw refused("attachment.folder-of-another", null);
                    }
                    String mark = UUID.randomUUID().toString();
                    folder.putMark(mark);
                    store.mark(mark);
                } else if (!folder.mark().equals(known)) {
                    throw refused("attachment.folder-not-seen", null);
                }
                folder.tryToWrite();
            } catch (IOException e) {
                throw refused("attachment.folder-not-written", e);
            }
        });
    }

    /** Whether this node sees the folder at this moment: a share can go away, and leave an empty folder in its place. */
    boolean sees() {
        try {
            Optional<String> mark = folder.mark();
            return mark.isPresent() && mark.equals(store.mark());
        } catch (IOException e) {
            return false;
        }
    }

    @Scheduled(initialDelay = 60, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        if (sees()) {
            try {
                int swept = folder.sweep(clock.instant().minus(LEFT_BEHIND), store::known);
                if (swept > 0) {
                    LOG.info("{} files that no case knows are gone from the folder of attachments", swept);
                }
            } catch (IOException e) {
                LOG.warn("the folder of attachments could not be swept: {}", e.toString());
            }
        }
    }

    private StartRefused refused(String sentence, IOException cause) {
        return new StartRefused(
                sentences.say(sentence, folder.root(), cause == null ? "" : cause.toString()),
                sentences.say(sentence + "-action"));
    }
}
