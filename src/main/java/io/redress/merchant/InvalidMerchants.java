package io.redress.merchant;

import java.util.List;

/** A list of merchants that can't be taken; nothing of it was. */
public final class InvalidMerchants extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    InvalidMerchants(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong and in which line, in the language of the installation. */
    public List<String> faults() {
        return faults;
    }
}
