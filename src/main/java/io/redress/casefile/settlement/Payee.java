package io.redress.casefile.settlement;

import io.redress.casefile.identity.IdentityDocument;
import io.redress.casefile.money.Party;
import io.redress.merchant.BankAccount;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who signs and gets the money, who need not be the customer.
 *
 * @param account null where it is paid in cash
 */
public record Payee(Kind kind, String name, IdentityDocument document, BankAccount account) {

    /** By what right. */
    public enum Kind {
        CUSTOMER,
        /** 监护人. */
        GUARDIAN,
        /** 代理人, with authority. */
        AGENT,
        /** 继承人. */
        HEIRS,
        HOSPITAL;

        Party party() {
            return Party.valueOf(name());
        }

        /** As forms and the database have it, for example {@code customer}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Empty for any other word. */
        public static Optional<Kind> of(String text) {
            return Stream.of(values()).filter(kind -> kind.text().equals(text)).findFirst();
        }
    }
}
