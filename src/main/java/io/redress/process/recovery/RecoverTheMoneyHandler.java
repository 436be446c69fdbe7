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

/** A part has come back, or can’t be got. */
@Component
class RecoverTheMoneyHandler implements SubmitHandler {

    private final Recoveries recoveries;
    private final Sentences sentences;

    RecoverTheMoneyHandler(Recoveries recoveries, Sentences sentences) {
        this.recoveries = recoveries;
        this.sentences = sentences;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Set.of(
                RecoveryProcess.RECOVERY,
                RecoveryProcess.NEWS,
                RecoveryProcess.AMOUNT,
                RecoveryProcess.FROM,
                RecoveryProcess.PROOF,
                RecoveryProcess.DOUBT);
    }

    @Override
    public void submit(Entry submission) {
        switch (RecoveryProcess.NEWS.find(submission).orElse("")) {
            case "received" ->
                recoveries.received(
                        submission.complaintId(),
                        id(submission),
                        RecoveryProcess.AMOUNT.find(submission).orElseThrow(() -> unsaid(RecoveryProcess.AMOUNT)),
                        RecoveryProcess.FROM.find(submission).orElse(""),
                        RecoveryProcess.PROOF.find(submission).orElseThrow(() -> unsaid(RecoveryProcess.PROOF)),
                        submission.taskId(),
                        submission.submittedBy(),
                        submission.submittedAt());
            case "doubtful" ->
                recoveries.doubted(
                        submission.complaintId(),
                        id(submission),
                        RecoveryProcess.DOUBT.find(submission).orElseThrow(() -> unsaid(RecoveryProcess.DOUBT)));
            default -> throw unsaid(RecoveryProcess.NEWS);
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
