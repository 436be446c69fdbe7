package io.redress.casefile.settlement;

import io.redress.casefile.entry.FormField;
import io.redress.casefile.identity.DocumentNumbers;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The document of whoever gets the money of a settlement, and the account it goes to. */
@Component
class PayeeDocument implements DocumentNumbers {

    @Override
    public Set<FormField<String>> documentNumbers() {
        return Set.of(SettlementFields.PAYEE_DOCUMENT_NUMBER, SettlementFields.ACCOUNT);
    }
}
