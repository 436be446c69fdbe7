package io.redress.form;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of JavaScript, matched as a browser does: anywhere in the text, \d, \w and \b in ASCII. What the
 * two languages understand differently and a form does not need is not taken.
 */
final class TextPattern {

    private static final String SPACES =
            "\\t\\n\\x0B\\f\\r \\xA0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF";
    private static final int MOST_STEPS = 5_000_000;

    private final Pattern pattern;

    private TextPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Empty where it is no regular expression, or none that browser and server understand alike. */
    static Optional<TextPattern> of(String javaScript) {
        try {
            return Optional.of(new TextPattern(Pattern.compile(new Translation(javaScript).toJava())));
        } catch (PatternSyntaxException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** Whether it is found in the text; a search that would take for ever finds nothing. */
    boolean isIn(String text) {
        try {
            return pattern.matcher(new Counted(text, new int[1])).find();
        } catch (TooManySteps | StackOverflowError e) {
            return false;
        }
    }

    private static final class Translation {
        private final String from;
        private final StringBuilder to = new StringBuilder();
        private int at;
        private boolean quantified;

        Translation(String from) {
            this.from = from;
        }

        String toJava() {
            while (at < from.length()) {
                char c = from.charAt(at++);
                boolean afterQuantifier = quantified;
                quantified = false;
                switch (c) {
                    case '\\' -> escape(false);
                    case '[' -> characterClass();
                    case '.' -> to.append("[^\\n\\r\\u2028\\u2029]");
                    case '$' -> to.append("\\z");
                    case '(' -> group();
                    case '*', '+', '?' -> {
                        if (afterQuantifier && c != '?') {
                            throw refused();
                        }
                        quantified = !afterQuantifier;
                        to.append(c);
                    }
                    case '{' -> brace();
                    default -> to.append(c);
                }
            }
            return to.toString();
        }

        private void group() {
            to.append('(');
            boolean plain = !from.startsWith("?", at);
            if (!plain && "=!:<".indexOf(at + 1 < from.length() ? from.charAt(at + 1) : ' ') < 0) {
                throw refused();
            }
            if (!plain) {
                to.append('?');
                at++;
            }
        }

        private void brace() {
            int end = from.indexOf('}', at);
            if (end > 0 && from.substring(at, end).matches("\\d{1,4}(,\\d{0,4})?")) {
                to.append(from, at - 1, end + 1);
                at = end + 1;
                quantified = true;
            } else {
                to.append("\\{");
            }
        }

        private void characterClass() {
            to.append('[');
            if (from.startsWith("^", at)) {
                to.append('^');
                at++;
            }
            if (from.startsWith("]", at)) {
                throw refused();
            }
            while (at < from.length()) {
                char c = from.charAt(at++);
                if (c == ']') {
                    to.append(']');
                    return;
                } else if (c == '\\') {
                    escape(true);
                } else {
                    to.append("[&".indexOf(c) < 0 ? "" : "\\").append(c);
                }
            }
            throw refused();
        }

        private void escape(boolean inClass) {
            if (at == from.length()) {
                throw refused();
            }
            char c = from.charAt(at++);
            switch (c) {
                case 's' -> to.append(inClass ? SPACES : "[" + SPACES + "]");
                case 'S' -> to.append("[^" + SPACES + "]");
                case 'v' -> to.append("\\x0B");
                case 'b' -> to.append(inClass ? "\\x08" : "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))");
                case 'B' -> to.append("(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))");
                default -> {
                    boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
                    if (letter && "dDwWntrfcxuk".indexOf(c) < 0 || c == '0') {
                        throw refused();
                    }
                    to.append('\\').append(c);
                }
            }
        }

        private PatternSyntaxException refused() {
            return new PatternSyntaxException("not the same in Java", from, at);
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A text that counts how often it is looked at, so that a bad pattern cannot hold the server. */
    private record Counted(CharSequence text, int[] steps) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (++steps[0] > MOST_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), steps);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
