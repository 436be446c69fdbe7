package io.redress.rules.sample;

/** Stands where a delegate stands; the rules only look for its name. */
final class RemindInspectorDelegate {}
