package io.redress.engine.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.traversal.DocumentTraversal;
import org.w3c.dom.traversal.NodeFilter;
import org.xml.sax.SAXException;

/**
 * The elements and attributes that a model may be written with, and no others: what the engine learns tomorrow is unknown
 * here today. One line for each element, then its attributes, then behind {@code <} the elements it may stand in where not
 * everywhere; both with their prefix where they have one. {@code @word} stands for attributes that come together.
 */
final class Vocabulary {

    private static final String DECLARATIONS = "http://www.w3.org/2000/xmlns/";

    /** @param parents empty where it may stand anywhere */
    private record Word(Set<String> attributes, Set<String> parents) {}

    private final Map<String, String> prefixes;
    private final Map<String, Word> words = new HashMap<>();

    /**
     * @param prefixes by namespace; a namespace that isn't among them is unknown
     * @param together attributes that come together, by their word
     */
    Vocabulary(Map<String, String> prefixes, Map<String, String> together, String lines) {
        this.prefixes = prefixes;
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            String spelled = line;
            for (Map.Entry<String, String> word : together.entrySet()) {
                spelled = spelled.replace("@" + word.getKey(), word.getValue());
            }
            String[] parts = spelled.split(" < ");
            List<String> names = List.of(parts[0].strip().split("\\s+"));
            words.put(
                    names.get(0),
                    new Word(
                            new HashSet<>(names.subList(1, names.size())),
                            parts.length == 1
                                    ? Set.of()
                                    : Set.of(parts[1].strip().split("\\s+"))));
        });
    }

    /**
     * What stands in the file and nothing else: the model's own reader adds what the schema takes for granted.
     *
     * @throws IllegalArgumentException when it can't be read
     */
    static Element read(byte[] model) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(model));
            // An instruction to whoever reads it is neither an element nor an attribute.
            if (((DocumentTraversal) document)
                            .createNodeIterator(document, NodeFilter.SHOW_PROCESSING_INSTRUCTION, null, false)
                            .nextNode()
                    != null) {
                throw new IllegalArgumentException("a processing instruction");
            }
            return document.getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The element as it is called here; the prefixes in the file are the owner's. */
    String name(Element element) {
        return name(element.getNamespaceURI(), element.getLocalName());
    }

    String name(Attr attribute) {
        return attribute.getNamespaceURI() == null
                ? attribute.getLocalName()
                : name(attribute.getNamespaceURI(), attribute.getLocalName());
    }

    private String name(String namespace, String local) {
        // What has no namespace at all is as unknown as what has a strange one.
        return (namespace == null ? "?" : prefixes.getOrDefault(namespace, "?")) + ":" + local;
    }

    boolean knows(Element element) {
        Word word = words.get(name(element));
        return word != null
                && (word.parents().isEmpty()
                        || element.getParentNode() instanceof Element parent
                                && word.parents().contains(name(parent)));
    }

    boolean knows(Element element, Attr attribute) {
        return words.get(name(element)).attributes().contains(name(attribute));
    }

    /** But for the declarations of namespaces. */
    static List<Attr> attributes(Element element) {
        return IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(index -> (Attr) element.getAttributes().item(index))
                .filter(attribute -> !DECLARATIONS.equals(attribute.getNamespaceURI()))
                .toList();
    }

    static List<Element> children(Element element) {
        return IntStream.range(0, element.getChildNodes().getLength())
                .mapToObj(element.getChildNodes()::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    /** What stands directly in it, as the engine puts it together. */
    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < element.getChildNodes().getLength(); i++) {
            switch (element.getChildNodes().item(i).getNodeType()) {
                case org.w3c.dom.Node.TEXT_NODE, org.w3c.dom.Node.CDATA_SECTION_NODE ->
                    text.append(element.getChildNodes().item(i).getNodeValue());
                default -> {
                    // Comments are for people.
                }
            }
        }
        return text.toString();
    }

    /** The name or the id of the element or of what it belongs to. */
    static String step(Element element) {
        Element known = element;
        while (!known.hasAttribute("id") && known.getParentNode() instanceof Element parent) {
            known = parent;
        }
        String id = known.hasAttribute("id") ? known.getAttribute("id") : known.getLocalName();
        return known.getAttribute("name").isBlank() ? id : known.getAttribute("name");
    }
}
