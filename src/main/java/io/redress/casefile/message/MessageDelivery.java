package io.redress.casefile.message;

/** Whatever takes a message on its way, in the transaction that has written it. */
public interface MessageDelivery {

    void begin(Message message);
}
