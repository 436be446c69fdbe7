package io.redress.process.delivery;

import io.redress.engine.message.DeliveryVariables;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code message-delivery}: a message on its way to a customer or to a group of colleagues. */
final class DeliveryProcess {

    static final String KEY = "message-delivery";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<Long> MESSAGE_ID = DeliveryVariables.MESSAGE_ID;
    static final Variable<Boolean> BY_EMAIL = DeliveryVariables.BY_EMAIL;
    static final Variable<String> READERS = DeliveryVariables.READERS;
    /** Whether the mail server took it. */
    static final Variable<Boolean> ACCEPTED = new Variable<>("accepted", Boolean.class);
    /** What came of it: {@code told}, {@code read}, {@code not-reached} or {@code wrong-number}. */
    static final Variable<String> OUTCOME = new Variable<>("outcome", String.class);

    private DeliveryProcess() {}
}
