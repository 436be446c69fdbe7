package io.redress.engine.message;

import io.redress.engine.variable.Variable;

/** What the delivery of a message begins with; the message itself never reaches the engine. */
public final class DeliveryVariables {

    /** The message's id in the case file. */
    public static final Variable<Long> MESSAGE_ID = new Variable<>("messageId", Long.class);

    /** Whether it can go by e-mail, by itself. */
    public static final Variable<Boolean> BY_EMAIL = new Variable<>("byEmail", Boolean.class);

    /** The group that is to read it; null when it is for the customer. */
    public static final Variable<String> READERS = new Variable<>("readers", String.class);

    private DeliveryVariables() {}
}
