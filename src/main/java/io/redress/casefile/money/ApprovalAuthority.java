package io.redress.casefile.money;

import java.math.BigDecimal;
import java.util.List;

/** Up to which sum who approves: a table that process owners edit. */
public interface ApprovalAuthority {

    /** Stands among the levels for the head of the responsible department, whichever that is. */
    String DEPARTMENT_HEAD = "department-head";

    /**
     * The groups that may approve: the lowest level whose limit covers the sum, then those above it.
     *
     * @param sum what the linked payments come to, in CNY
     * @param environment whether it is about the environment or facilities, which are the property side's
     */
    List<String> levels(BigDecimal sum, boolean environment);

    /**
     * Whether the case is a large one, which senior management is told of at once.
     *
     * @param claimed what the customer claims, in CNY; null when nothing is claimed
     */
    boolean large(BigDecimal claimed);
}
