package io.redress.engine.form;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.complaint.RefusedRegistration;
import io.redress.engine.refusal.Refusal;
import io.redress.form.InvalidSubmission;
import io.redress.language.Sentences;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** Something that somebody submits; who it is comes from the login. */
interface Submission<T> {

    T by(String who, CommandContext context);

    /**
     * The submission as a command of the engine. Whatever its author can mend comes out as a
     * {@link BadUserRequestException}, the kind that the engine logs quietly: any other it logs as a failure of its own.
     */
    static <T> Command<T> command(Submission<T> submission, Sentences sentences) {
        return context -> {
            String who = context.getAuthenticatedUserId();
            if (who == null) {
                throw Refusal.inWords(new BadUserRequestException(sentences.say("gate.nobody")));
            }
            try {
                return submission.by(who, context);
            } catch (InvalidSubmission | RefusedRegistration | RefusedCase e) {
                throw Refusal.inWords(new BadUserRequestException(e.getMessage(), e));
            }
        };
    }
}
