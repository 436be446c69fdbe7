package io.redress.merchant;

import java.time.Instant;

/** Who gave a merchant the account that the register has, and when. */
public record AccountChange(String by, Instant at) {}
