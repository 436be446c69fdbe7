package io.redress.form;

import java.util.Map;

/**
 * What was submitted, found good and brought to one form. Only visible, enabled fields are in it, in the order of the
 * form; an empty one is there as null.
 *
 * @param values by key, as the type of the field says: text and chosen option {@link String} (an option that is a number
 *     or a yes/no stays {@link java.math.BigDecimal} or {@link Boolean}), number {@link java.math.BigDecimal} without
 *     trailing zeros, checkbox {@link Boolean}, checklist and taglist {@link java.util.List}, date {@code 2026-11-21},
 *     time {@code 14:30} or {@code 14:30+08:00}, date with time {@code 2026-11-21T14:30+08:00} in the zone of the clock
 */
public record Checked(Map<String, Object> values) {}
