package io.redress.language;

import java.util.List;

/** A table of a register that can't be taken; nothing of it was. */
public final class InvalidTable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int FAULTS_TOLD = 20;

    private final transient List<String> faults;

    /** @param faults of which the first twenty are told */
    public InvalidTable(List<String> faults) {
        super(String.join("\n", told(faults)));
        this.faults = told(faults);
    }

    /** What is wrong and in which line, in the language of the installation. */
    public List<String> faults() {
        return faults;
    }

    private static List<String> told(List<String> faults) {
        return faults.stream().limit(FAULTS_TOLD).toList();
    }
}
