package io.redress.casefile.receipt;

import io.redress.casefile.entry.FormField;
import io.redress.casefile.identity.DocumentNumbers;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The documents of whoever declares a loss, and of their agents; the end of a number tells, too. */
@Component
class LossDocuments implements DocumentNumbers {

    @Override
    public Set<FormField<String>> documentNumbers() {
        return Set.of(LossFields.HOLDER_DOCUMENT_NUMBER, LossFields.AGENT_DOCUMENT_NUMBER, LossAnswers.HOLDER);
    }
}
