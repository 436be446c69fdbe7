package io.redress.process.handling;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.complaint.RefusedRegistration;
import io.redress.casefile.entry.Entry;
import io.redress.language.Sentences;
import org.springframework.stereotype.Component;

/**
 * What is no complaint is not taken for one: an injury at work goes the way of the law on work injuries. It reads its field only where
 * the form has it, since owners have registration forms of their own.
 */
@Component
class ComplaintReceivedHandler implements SubmitHandler {

    private static final String STAFF = "staff";

    private final Sentences sentences;

    ComplaintReceivedHandler(Sentences sentences) {
        this.sentences = sentences;
    }

    @Override
    public void submit(Entry submission) {
        String key = HandlingProcess.HURT_PERSON.key();
        if (STAFF.equals(submission.fields().get(key))) {
            throw new RefusedRegistration(key, sentences.say("complaint.work-injury"));
        }
    }
}
