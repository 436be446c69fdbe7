package io.redress.language;

import java.math.BigDecimal;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What Redress says to people, in one language. A sentence is named {@code bundle.name} and stands in
 * {@code sentences/<bundle>_<language>.properties} as a {@link MessageFormat} pattern; both languages have every name.
 */
public final class Sentences {

    private static final int FEN_DIGITS = 2;

    private final Language language;

    public Sentences(Language language) {
        this.language = language;
    }

    public Language language() {
        return language;
    }

    /**
     * The sentence of that name with the arguments filled in; decimals are sums of money where it does not say otherwise.
     *
     * @throws java.util.MissingResourceException when no such sentence is written
     */
    public String say(String name, Object... arguments) {
        String bundle = name.substring(0, name.indexOf('.'));
        String pattern = ResourceBundle.getBundle(
                        "sentences/" + bundle,
                        language.locale(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(name);
        MessageFormat sentence = new MessageFormat(pattern, language.locale());
        Format[] written = sentence.getFormatsByArgumentIndex();
        Object[] said = arguments.clone();
        for (int place = 0; place < said.length; place++) {
            boolean otherwise = place < written.length && written[place] != null;
            if (said[place] instanceof BigDecimal amount && !otherwise) {
                said[place] = sum(amount);
            }
        }
        return sentence.format(said);
    }

    /** A sum of money as people read it, with fen: 200,000.00. */
    public static String sum(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,." + Math.max(FEN_DIGITS, amount.scale()) + "f", amount);
    }
}
