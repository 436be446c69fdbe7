package io.redress.casefile;

import java.util.stream.Stream;

/** Something that a {@link Note} says. */
public enum Fact {
    BY("by", Kind.TEXT),
    CLOCK("clock", Kind.CLOCK),
    DECISION("decision", Kind.CODE),
    DUE_AT("dueAt", Kind.MOMENT),
    FROM("from", Kind.TEXT),
    LINKED_NUMBER("linkedNumber", Kind.TEXT),
    MEASURE("measureId", Kind.HIDDEN),
    MEASURE_DONE("measureDone", Kind.TEXT),
    MEASURE_DONE_BY("measureDoneBy", Kind.TEXT),
    MEASURE_EVIDENCE("measureEvidence", Kind.TEXT),
    MEASURE_OVERDUE_TOLD("measureOverdueTold", Kind.TEXT),
    ORDER_DUE("orderDue", Kind.MOMENT),
    PAYMENT("paymentId", Kind.HIDDEN),
    PAYMENT_AMOUNT("paymentAmount", Kind.TEXT),
    PAYMENT_BY("paymentBy", Kind.TEXT),
    PAYMENT_KIND("paymentKind", Kind.CODE),
    PAYMENT_PROOF("paymentProof", Kind.TEXT),
    PAYMENT_PURPOSE("paymentPurpose", Kind.TEXT),
    PAYMENT_REASON("paymentReason", Kind.TEXT),
    PAYMENT_STATE("paymentState", Kind.CODE),
    PLAN_REVISION("planRevision", Kind.TEXT),
    PLANNED_BY("plannedBy", Kind.TEXT),
    PLANNED_MEASURES("plannedMeasures", Kind.TEXT),
    REASON("reason", Kind.CODE),
    RUNG("rung", Kind.GROUP),
    SILENT("silent", Kind.GROUP),
    STAGE("stage", Kind.CODE),
    TASKS("tasks", Kind.TEXT),
    TO("to", Kind.TEXT),
    TOLD("told", Kind.GROUP);

    /** How its value is read; each may also be a list of such values. */
    public enum Kind {
        /** One of a few words, each with a sentence of its own. */
        CODE,
        /** The key of a group. */
        GROUP,
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
