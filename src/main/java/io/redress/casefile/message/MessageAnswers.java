package io.redress.casefile.message;

import io.redress.casefile.Answers;
import io.redress.casefile.entry.FormField;
import io.redress.language.Sentences;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The message that a step is about, ready to be read out: the step names it by {@code messageId}. */
@Component
class MessageAnswers implements Answers {

    static final FormField<String> CHANNEL = new FormField<>("messageChannel", String.class);
    static final FormField<String> TO = new FormField<>("messageTo", String.class);
    static final FormField<String> SUBJECT = new FormField<>("messageSubject", String.class);
    static final FormField<String> TEXT = new FormField<>("messageText", String.class);

    private static final String MESSAGE_ID = "messageId";

    private final MessageStore store;
    private final Sentences sentences;

    MessageAnswers(MessageStore store, Sentences sentences) {
        this.store = store;
        this.sentences = sentences;
    }

    @Override
    public Map<String, Object> answer(long complaintId, Map<String, Object> step, Collection<String> keys) {
        Map<String, Object> answers = new HashMap<>();
        if (step.get(MESSAGE_ID) instanceof Number id) {
            store.find(id.longValue())
                    .filter(message -> message.complaintId() == complaintId)
                    .ifPresent(message -> {
                        answers.put(CHANNEL.key(), channel(message));
                        answers.put(TO.key(), message.toGroup() ? message.group() : message.address());
                        answers.put(SUBJECT.key(), message.subject());
                        answers.put(TEXT.key(), text(message));
                    });
        }
        return answers;
    }

    /** Colleagues who are to tell in place of a letter hear whom. */
    private String text(Message message) {
        return message.toGroup() && message.address() != null
                ? sentences.say("message.tell-yourself", message.address()) + "\n\n" + message.text()
                : message.text();
    }

    private String channel(Message message) {
        String channel = sentences.say("message.channel-" + message.channel().code());
        return Outcome.ADDRESS_REFUSED.code().equals(message.outcome())
                ? sentences.say("message.channel-refused", channel)
                : channel;
    }
}
