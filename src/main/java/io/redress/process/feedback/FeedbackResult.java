package io.redress.process.feedback;

import java.util.Optional;

/**
 * What follows from having told the customer.
 *
 * @param place where it goes on
 * @param outcome empty while it does
 * @param planAgreed whether the caller has a plan to carry out
 */
public record FeedbackResult(Place place, Optional<Outcome> outcome, boolean planAgreed) {}
