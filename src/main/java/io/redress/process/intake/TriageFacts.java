package io.redress.process.intake;

import java.math.BigDecimal;

/**
 * What triage is told of a complaint; nothing personal.
 *
 * @param category null while nobody has chosen one
 * @param profile of the site
 * @param amount what the customer claims, in CNY; null when nothing is claimed
 * @param localOffice whether it was made to head office about a local office
 */
public record TriageFacts(
        String category, String profile, boolean injury, boolean media, BigDecimal amount, boolean localOffice) {}
