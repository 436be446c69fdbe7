package io.redress.casefile.paper;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.Document;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The HTML and CSS that a template may have: what a paper needs, and nothing by which it could read files, call addresses or
 * grow without end.
 */
final class Markup {

    /** Nested tables take twice as long to lay out with each that they stand in. */
    private static final int DEEPEST = 20;

    private static final double LARGEST_NUMBER = 2_000;

    private static final Set<String> TEXT = Set.of("class", "id", "style", "lang", "title");
    private static final Map<String, Set<String>> ELEMENTS = Map.ofEntries(
            Map.entry("html", Set.of()),
            Map.entry("head", Set.of()),
            Map.entry("title", Set.of()),
            Map.entry("style", Set.of("type")),
            Map.entry("body", Set.of()),
            Map.entry("article", Set.of()),
            Map.entry("section", Set.of()),
            Map.entry("div", Set.of()),
            Map.entry("p", Set.of()),
            Map.entry("h1", Set.of()),
            Map.entry("h2", Set.of()),
            Map.entry("h3", Set.of()),
            Map.entry("span", Set.of()),
            Map.entry("b", Set.of()),
            Map.entry("strong", Set.of()),
            Map.entry("i", Set.of()),
            Map.entry("em", Set.of()),
            Map.entry("u", Set.of()),
            Map.entry("small", Set.of()),
            Map.entry("br", Set.of()),
            Map.entry("hr", Set.of()),
            Map.entry("ol", Set.of()),
            Map.entry("ul", Set.of()),
            Map.entry("li", Set.of()),
            Map.entry("dl", Set.of()),
            Map.entry("dt", Set.of()),
            Map.entry("dd", Set.of()),
            Map.entry("table", Set.of()),
            Map.entry("caption", Set.of()),
            Map.entry("colgroup", Set.of()),
            Map.entry("col", Set.of("span")),
            Map.entry("thead", Set.of()),
            Map.entry("tbody", Set.of()),
            Map.entry("tfoot", Set.of()),
            Map.entry("tr", Set.of()),
            Map.entry("th", Set.of("colspan", "rowspan")),
            Map.entry("td", Set.of("colspan", "rowspan")),
            Map.entry("img", Set.of("src", "alt")),
            Map.entry("object", Set.of("type", "data")));
    /** What the attributes may hold that are more than words. */
    private static final Map<String, Pattern> VALUES = Map.of(
            "colspan", Pattern.compile("\\d{1,2}"),
            "rowspan", Pattern.compile("\\d{1,2}"),
            "span", Pattern.compile("\\d{1,2}"),
            "src", Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*\\.(png|jpg)"),
            "type", Pattern.compile("qr|text/css"));

    /** Addresses, imports, page rules and escapes, by which any of them could be written otherwise. */
    private static final Pattern STYLE_WORD =
            Pattern.compile("@[\\w-]*|\\\\|url\\s*\\(|expression\\s*\\(|columns|column-count");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w#-])[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private Markup() {}

    /** Something is wrong in that line; {@code found} is what stands there. */
    static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;

        private final String sentence;
        private final transient Object found;
        private final int line;

        Wrong(String sentence, Object found, int line) {
            super(sentence);
            this.sentence = sentence;
            this.found = found;
            this.line = line;
        }

        String sentence() {
            return sentence;
        }

        Object found() {
            return found;
        }

        int line() {
            return line;
        }
    }

    /** @throws Wrong when it is not well-formed, or has what a template may not have */
    static void check(String html) throws Wrong {
        try {
            SAXParserFactory parsers = SAXParserFactory.newInstance();
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.newSAXParser().parse(new InputSource(new StringReader(html)), new Check());
        } catch (SAXParseException e) {
            throw e.getCause() instanceof Wrong wrong
                    ? wrong
                    : new Wrong("paper.not-well-formed", e.getMessage(), e.getLineNumber());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param line of the first character of the style */
    static void checkStyle(String style, int line) throws Wrong {
        // Its line ends stay, so that lines can be counted.
        String bare =
                COMMENT.matcher(style).replaceAll(comment -> comment.group().replaceAll("[^\\n]", " "));
        Matcher word = STYLE_WORD.matcher(bare.toLowerCase(Locale.ROOT));
        if (word.find()) {
            throw new Wrong("paper.style-word", word.group(), line + lines(bare, word.start()));
        }
        Matcher number = NUMBER.matcher(bare);
        while (number.find()) {
            if (Math.abs(Double.parseDouble(number.group())) > LARGEST_NUMBER) {
                throw new Wrong("paper.style-number", number.group(), line + lines(bare, number.start()));
            }
        }
    }

    private static int lines(String text, int end) {
        return (int) text.substring(0, end)
                .chars()
                .filter(character -> character == '\n')
                .count();
    }

    /**
     * What was checked before it was filled in.
     *
     * @throws Wrong when it is well-formed no more: a section of it began in one element and ended in another
     */
    static Document parse(String html) throws Wrong {
        try {
            DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
            builders.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            builders.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            builders.setExpandEntityReferences(false);
            DocumentBuilder builder = builders.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(html)));
        } catch (SAXParseException e) {
            throw new Wrong("paper.torn", e.getMessage(), e.getLineNumber());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Check extends DefaultHandler {

        private Locator locator;
        private int depth;
        private boolean head;
        private StringBuilder style;
        private int styleLine;

        @Override
        public void setDocumentLocator(Locator locator) {
            this.locator = locator;
        }

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) throws SAXException {
            depth++;
            if (depth > DEEPEST) {
                throw wrong("paper.too-deep", DEEPEST);
            }
            if (depth == 1 && !name.equals("html") || name.equals("body") && !head) {
                throw wrong("paper.no-head", name);
            }
            head |= name.equals("head");
            Set<String> own = ELEMENTS.get(name);
            if (own == null) {
                throw wrong("paper.element", name);
            }
            for (int i = 0; i < attributes.getLength(); i++) {
                check(own, attributes.getQName(i), attributes.getValue(i));
            }
            if (name.equals("style")) {
                style = new StringBuilder();
                styleLine = locator.getLineNumber();
            }
        }

        private void check(Set<String> own, String attribute, String value) throws SAXException {
            if (!own.contains(attribute) && !TEXT.contains(attribute)) {
                throw wrong("paper.attribute", attribute);
            }
            Pattern allowed = VALUES.get(attribute);
            if (allowed != null && !allowed.matcher(value).matches()) {
                throw wrong("paper.value", attribute + "=\"" + value + "\"");
            }
            if (attribute.equals("style")) {
                checked(value, locator.getLineNumber());
            }
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            if (style != null) {
                style.append(characters, start, length);
            }
        }

        @Override
        public void endElement(String uri, String local, String name) throws SAXException {
            depth--;
            if (name.equals("style")) {
                String said = style.toString();
                style = null;
                checked(said, styleLine);
            }
        }

        private void checked(String said, int line) throws SAXException {
            try {
                // What it would be filled with is not known, and so not checked.
                if (said.contains("{{")) {
                    throw new Wrong("paper.style-fact", "{{", line + lines(said, said.indexOf("{{")));
                }
                checkStyle(said, line);
            } catch (Wrong e) {
                throw new SAXParseException(e.getMessage(), locator, e);
            }
        }

        private SAXException wrong(String sentence, Object found) {
            return new SAXParseException(sentence, locator, new Wrong(sentence, found, locator.getLineNumber()));
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
