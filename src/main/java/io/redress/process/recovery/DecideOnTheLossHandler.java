package io.redress.process.recovery;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.settlement.Recoveries;
import io.redress.language.Sentences;
import java.math.BigDecimal;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The rest is given up, or tried on. */
@Component
class DecideOnTheLossHandler implements SubmitHandler {

    private final Recoveries recoveries;
    private final Sentences sentences;

    DecideOnTheLossHandler(Recoveries recoveries, Sentences sentences) {
        this.recoveries = recoveries;
        this.sentences = sentences;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Set.of(RecoveryProcess.RECOVERY, RecoveryProcess.LOSS, RecoveryProcess.LOSS_REASON);
    }

    @Override
    public void submit(Entry submission) {
        long id = submission.complaintId();
        switch (RecoveryProcess.LOSS.find(submission).orElse("")) {
            case "write-off" ->
                recoveries.writeOff(
                        id,
                        id(submission),
                        RecoveryProcess.LOSS_REASON
                                .find(submission)
                                .orElseThrow(() -> unsaid(RecoveryProcess.LOSS_REASON)),
                        submission.submittedBy(),
                        submission.submittedAt());
            case "go-on" -> recoveries.goOn(id, id(submission));
            default -> throw unsaid(RecoveryProcess.LOSS);
        }
    }

    private long id(Entry submission) {
        return RecoveryProcess.RECOVERY
                .find(submission)
                .map(BigDecimal::longValue)
                .orElseThrow(() -> unsaid(RecoveryProcess.RECOVERY));
    }

    private RefusedCase unsaid(FormField<?> field) {
        return new RefusedCase(sentences.say("responsibility.unsaid", field.key()));
    }
}
