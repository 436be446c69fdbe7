package io.redress.process.feedback;

/** Who answers a customer who is not content: each level stands above the one before it. */
public enum Level {
    /** The handler puts it right on the spot. */
    A,
    /** The handler promises a date, and asks other departments by work order. */
    B,
    /** The customer service manager proposes. */
    C,
    /** The customer service manager deliberates with the departments. */
    D,
    /** Senior management makes a new offer or decides finally. */
    E
}
