package io.redress.language;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/**
 * What Redress says to people, in one language. A sentence is named {@code bundle.name} and stands in
 * {@code sentences/<bundle>_<language>.properties} as a {@link MessageFormat} pattern; both languages have every name.
 */
public final class Sentences {

    private final Language language;

    public Sentences(Language language) {
        this.language = language;
    }

    public Language language() {
        return language;
    }

    /**
     * The sentence of that name with the arguments filled in.
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
        return new MessageFormat(pattern, language.locale()).format(arguments);
    }
}
