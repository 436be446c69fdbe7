package io.redress.casefile;

import java.util.stream.Stream;

/** Something that a {@link Note} says. */
public enum Fact {
    BY("by", Kind.WHO),
    CLOCK("clock", Kind.CLOCK),
    DECISION("decision", Kind.CODE),
    DUE_AT("dueAt", Kind.MOMENT),
    FROM("from", Kind.WHO),
    LINKED_NUMBER("linkedNumber", Kind.TEXT),
    MEASURE("measureId", Kind.HIDDEN),
    MEASURE_DONE("measureDone", Kind.TEXT),
    MEASURE_DONE_BY("measureDoneBy", Kind.WHO),
    MEASURE_EVIDENCE("measureEvidence", Kind.TEXT),
    MEASURE_OVERDUE_TOLD("measureOverdueTold", Kind.TEXT),
    ORDER_DUE("orderDue", Kind.MOMENT),
    PAYMENT("paymentId", Kind.HIDDEN),
    PAYMENT_AMOUNT("paymentAmount", Kind.TEXT),
    PAYMENT_BY("paymentBy", Kind.WHO),
    PAYMENT_KIND("paymentKind", Kind.CODE),
    PAYMENT_PROOF("paymentProof", Kind.TEXT),
    PAYMENT_PURPOSE("paymentPurpose", Kind.TEXT),
    PAYMENT_REASON("paymentReason", Kind.TEXT),
    PAYMENT_STATE("paymentState", Kind.CODE),
    PLAN_REVISION("planRevision", Kind.TEXT),
    PLANNED_BY("plannedBy", Kind.WHO),
    PLANNED_MEASURES("plannedMeasures", Kind.TEXT),
    REASON("reason", Kind.CODE),
    RUNG("rung", Kind.WHO),
    SILENT("silent", Kind.WHO),
    STAGE("stage", Kind.CODE),
    TASKS("tasks", Kind.TEXT),
    TO("to", Kind.WHO),
    TOLD("told", Kind.WHO);

    /** How its value is read; each may also be a list of such values. */
    public enum Kind {
        /** One of a few words, each with a sentence of its own. */
        CODE,
        /** A group, or the login of a person. */
        WHO,
        /** The name of a clock. */
        CLOCK,
        /** An instant. */
        MOMENT,
        TEXT,
        /** For programs only. */
        HIDDEN
    }

    private final String key;
    private final Kind kind;

    Fact(String key, Kind kind) {
        this.key = key;
        this.kind = kind;
    }

    /** As it is stored, and as its sentence is named. */
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    /** @throws java.util.NoSuchElementException when no note says such a thing */
    public static Fact of(String key) {
        return Stream.of(values())
                .filter(fact -> fact.key.equals(key))
                .findFirst()
                .orElseThrow();
    }
}
