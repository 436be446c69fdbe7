package io.redress.casefile.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Looks at a document of Word or Excel, an archive of parts: it may have the parts that say something, and none that runs,
 * holds other files or fetches something. What is allowed is listed, so that what nobody thought of is refused.
 */
final class OfficeDocument {

    /** Bytes; the list of what is in an archive is read whole, and is never longer than the archive. */
    private static final long LARGEST = 50L * 1024 * 1024;

    /** Bytes; packed, a few can stand for any number. */
    private static final int LARGEST_PART = 1024 * 1024;

    /** A table of two hundred sheets with pictures has a thousand. */
    private static final int MOST_PARTS = 5_000;

    private static final String TYPES = "[Content_Types].xml";
    private static final String RELATIONS = "_rels/.rels";
    private static final String HYPERLINK = "/hyperlink";

    private static final Map<String, FileType> MAIN = Map.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", FileType.WORD,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", FileType.EXCEL);

    /** Words, tables, drawings and pictures; of what is binary, only fonts and the settings of a printer. */
    private static final Pattern PART = Pattern.compile("""
            \\[Content_Types]\\.xml
            |_rels/\\.rels
            |(docProps|docMetadata|customXml)/(_rels/)?[\\w.-]+\\.(xml|rels|jpe?g|png|emf|wmf)
            |(word|xl)/((_rels|theme|media|fonts|charts|chartsheets|diagrams|drawings|glossary|worksheets|tables|persons
            |threadedComments|richData|pivotTables|pivotCache|slicers|slicerCaches|timelines|timelineCaches)/)*
            [\\w.-]+\\.(xml|rels|vml|png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp|odttf|fntdata|ttf)
            |xl/printerSettings/printerSettings\\d+\\.bin
            |([\\w.-]+/)+
            """.replaceAll("\\s", ""));

    /** Of Microsoft’s and of WPS, whose tables hold pictures in cells; none of macros, controls, objects or outside data. */
    private static final Pattern TYPE = Pattern.compile("""
            application/xml|text/xml|image/(png|jpe?g|gif|bmp|tiff|x-emf|x-wmf|emf|wmf|svg\\+xml|webp)
            |application/x-font(data|-ttf)
            |application/vnd\\.openxmlformats-package\\.(relationships|core-properties)\\+xml
            |application/vnd\\.openxmlformats-officedocument\\.(
            (theme|themeOverride|extended-properties|custom-properties|customXmlProperties)\\+xml
            |vmlDrawing|obfuscatedFont|spreadsheetml\\.printerSettings
            |wordprocessingml\\.(document\\.main|document\\.glossary|styles|settings|webSettings|fontTable|numbering|header|footer
            |footnotes|endnotes|comments|commentsExtended|commentsIds|commentsExtensible|people)\\+xml
            |spreadsheetml\\.(sheet\\.main|worksheet|chartsheet|sharedStrings|styles|calcChain|table|comments|pivotTable
            |pivotCacheDefinition|pivotCacheRecords|sheetMetadata)\\+xml
            |drawing\\+xml|drawingml\\.(chart|chartshapes|diagramColors|diagramData|diagramLayout|diagramStyle)\\+xml)
            |application/vnd\\.ms-word\\.stylesWithEffects\\+xml
            |application/vnd\\.ms-office\\.(chartstyle|chartcolorstyle|chartex|classificationlabels|drawingml\\.diagramDrawing)\\+xml
            |application/vnd\\.ms-excel\\.(person|threadedcomments|slicer|slicerCache|timeline|timelineCache|rdrichvalue
            |rdrichvaluestructure|rdRichValueTypes|rdrichvaluewebimage|richvaluerel)\\+xml
            |application/vnd\\.wps-officedocument\\.[a-zA-Z]+\\+xml
            """.replaceAll("\\s", ""), Pattern.CASE_INSENSITIVE);

    /**
     * What was seen.
     *
     * @param type empty where it is no such document, or one with more in it
     * @param more what such a document may not have; empty where there is nothing, or it is no such document
     */
    record Seen(Optional<FileType> type, Optional<String> more) {}

    private static final Seen NONE = new Seen(Optional.empty(), Optional.empty());

    private OfficeDocument() {}

    static Seen look(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            return NONE;
        }
        try (ZipFile archive = new ZipFile(file.toFile())) {
            ContentTypes types = new ContentTypes();
            if (!read(archive, TYPES, types)) {
                return NONE;
            }
            Optional<Map.Entry<FileType, String>> main = types.main().filter(part -> has(archive, part.getValue()));
            if (main.isEmpty() || !has(archive, RELATIONS)) {
                return types.found.stream().anyMatch(type -> type.contains("macroEnabled"))
                        ? more("macroEnabled")
                        : NONE;
            }
            Optional<String> more = other(archive)
                    .or(() -> types.found.stream()
                            .filter(type -> !TYPE.matcher(type).matches())
                            .findFirst());
            return more.isPresent()
                    ? more(more.get())
                    : outside(archive)
                            .map(OfficeDocument::more)
                            .orElseGet(() -> new Seen(main.map(Map.Entry::getKey), Optional.empty()));
        } catch (ZipException e) {
            return NONE;
        }
    }

    private static Seen more(String found) {
        return new Seen(Optional.empty(), Optional.of(found));
    }

    private static boolean has(ZipFile archive, String part) {
        return archive.getEntry(part) != null;
    }

    /** A part that is not on the list, or stands there twice: programs don’t agree on which of the two counts. */
    private static Optional<String> other(ZipFile archive) {
        if (archive.size() > MOST_PARTS) {
            return Optional.of(Integer.toString(archive.size()));
        }
        Set<String> known = new HashSet<>();
        return Collections.list(archive.entries()).stream()
                .map(ZipEntry::getName)
                .filter(part -> !PART.matcher(part).matches() || !known.add(part))
                .findFirst();
    }

    /** What it would fetch when it is opened: a template with macros, for example. A link is followed by who presses it. */
    private static Optional<String> outside(ZipFile archive) throws IOException {
        Relations relations = new Relations();
        for (ZipEntry part : Collections.list(archive.entries())) {
            if (part.getName().endsWith(".rels") && !read(archive, part.getName(), relations)) {
                return Optional.of(part.getName());
            }
        }
        return Optional.ofNullable(relations.outside);
    }

    /** @return whether it is there and can be read */
    private static boolean read(ZipFile archive, String part, DefaultHandler reader) throws IOException {
        ZipEntry entry = archive.getEntry(part);
        if (entry == null) {
            return false;
        }
        try (InputStream content = archive.getInputStream(entry)) {
            byte[] read = content.readNBytes(LARGEST_PART + 1);
            if (read.length > LARGEST_PART) {
                return false;
            }
            SAXParserFactory parsers = SAXParserFactory.newInstance();
            parsers.setNamespaceAware(true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.newSAXParser().parse(new InputSource(new ByteArrayInputStream(read)), reader);
            return true;
        } catch (SAXException e) {
            return false;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The types of the parts, as the document itself declares them. */
    private static final class ContentTypes extends DefaultHandler {

        private final Set<String> found = new HashSet<>();
        private final List<Map.Entry<FileType, String>> mains = new ArrayList<>();

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) {
            String type = attributes.getValue("ContentType");
            if (type != null) {
                found.add(type);
                String part = attributes.getValue("PartName");
                if (MAIN.containsKey(type) && part != null && part.startsWith("/")) {
                    mains.add(Map.entry(MAIN.get(type), part.substring(1)));
                }
            }
        }

        /** Its kind, and where its words stand. */
        Optional<Map.Entry<FileType, String>> main() {
            return mains.size() == 1 ? Optional.of(mains.get(0)) : Optional.empty();
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }

    private static final class Relations extends DefaultHandler {

        private String outside;

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) {
            if ("External".equalsIgnoreCase(attributes.getValue("TargetMode"))
                    && !String.valueOf(attributes.getValue("Type")).endsWith(HYPERLINK)) {
                outside = String.valueOf(attributes.getValue("Target"));
            }
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
