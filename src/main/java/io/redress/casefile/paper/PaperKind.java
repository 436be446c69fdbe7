package io.redress.casefile.paper;

import java.util.Set;

/**
 * A kind of paper that Redress prints.
 *
 * @param name as in the name of its template and in addresses: {@code work-order}
 * @param code its letters in a paper's number: {@code WO}
 * @param identity whether it says who somebody is: only those see it who must know that
 * @param signed whether a signed original is to come back
 * @param health whether it says how somebody is: only those see it who may read that, whatever else stands on it
 */
public record PaperKind(String name, String code, boolean identity, boolean signed, boolean health) {

    /** One that says nothing of anybody's health. */
    public PaperKind(String name, String code, boolean identity, boolean signed) {
        this(name, code, identity, signed, false);
    }

    public static final String REGISTRATION_FORM = "registration-form";
    public static final String WORK_ORDER = "work-order";
    public static final String WRITTEN_REPORT = "written-report";
    public static final String FUNDS_REQUEST = "funds-request";
    public static final String LOSS_DECLARATION = "loss-declaration";
    /** 《顾客赔偿申请单》. */
    public static final String COMPENSATION_REQUEST = "compensation-request";
    /** 《顾客赔偿单》. */
    public static final String COMPENSATION_SLIP = "compensation-slip";
    /** 单据交接. */
    public static final String HANDOVER_NOTE = "handover-note";
    /** 《事故报告》. */
    public static final String ACCIDENT_REPORT = "accident-report";
    /** 《收条》. */
    public static final String RECEIPT = "receipt";
    /** 《和解协议书》. */
    public static final String SETTLEMENT_AGREEMENT = "settlement-agreement";

    private static final Set<String> WITH_A_DOCUMENT_NUMBER = Set.of(LOSS_DECLARATION, RECEIPT, SETTLEMENT_AGREEMENT);

    /** Whether the number of somebody's document stands on papers of that kind. */
    public static boolean namesDocument(String kind) {
        return WITH_A_DOCUMENT_NUMBER.contains(kind);
    }
}
