package io.redress.merchant;

/**
 * Where a transfer goes; it is the payee’s own.
 *
 * @param number digits only
 */
public record BankAccount(String bank, String number) {

    private static final int SHOWN = 4;
    private static final int CARD_SHORTEST = 16;
    private static final int CARD_LONGEST = 19;

    /** As people type it: blanks and dashes do not count. */
    public static BankAccount of(String bank, String number) {
        return new BankAccount(bank.strip(), number.replaceAll("[\\s\\p{Z}-]", ""));
    }

    /**
     * Whether there can be such an account. Cards of the UnionPay, which begin with 62, have a check digit (ISO/IEC 7812); accounts of
     * companies have 8 to 30 digits and none that all banks agree on.
     */
    public boolean plausible() {
        if (!number.matches("\\d{8,30}")) {
            return false;
        }
        boolean card = number.startsWith("62") && number.length() >= CARD_SHORTEST && number.length() <= CARD_LONGEST;
        return !card || checked();
    }

    /** For whoever need not know it. */
    public String masked() {
        return "*".repeat(number.length() - SHOWN) + number.substring(number.length() - SHOWN);
    }

    private boolean checked() {
        int sum = 0;
        for (int fromRight = 0; fromRight < number.length(); fromRight++) {
            int digit = number.charAt(number.length() - 1 - fromRight) - '0';
            int counted = fromRight % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
