package io.redress.casefile.paper;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Draws filled templates as one PDF for A4 paper; not for two threads at the same time. */
final class PaperRenderer {

    /**
     * Of one copy. A case of two hundred steps fills about forty, a text of 4 000 characters three; what is longer is a template that
     * repeats itself, or a text that somebody made for that, and nobody would print it.
     */
    static final int MOST_PAGES = 100;

    /** The page is not the owner's to change: that no page is tiny bounds how many there can be. */
    private static final String PAGE = """
            @page { size: A4 portrait; margin: 32mm 18mm 24mm 18mm;
              @top-center { content: element(head); vertical-align: top; padding-top: 9mm; width: 100%%; }
              @bottom-center { content: element(foot); vertical-align: bottom; padding-bottom: 9mm; width: 100%%; } }
            #head { position: running(head); } #foot { position: running(foot); }
            .page:before { content: counter(page); } .pages:before { content: counter(pages); }
            body { font-family: %s; }
            """.formatted(PaperFonts.FAMILIES);

    private static final String PICTURES = "paper";

    private final PaperFonts fonts = new PaperFonts();
    private final Glyphs glyphs = fonts.glyphs();

    static {
        // It would log what stands on a paper.
        XRLog.setLoggingEnabled(false);
    }

    /** A PDF, byte for byte the same for the same papers. */
    record Printed(byte[] pdf, int pages) {}

    /** It has more pages than anybody would print. */
    static final class TooLong extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    Glyphs glyphs() {
        return glyphs;
    }

    /**
     * @param copies each filled in; its pages are counted from 1
     * @throws Markup.Wrong when one is well-formed no more
     */
    Printed print(List<String> copies, PaperTemplate template, Instant at, long documentId)
            throws IOException, Markup.Wrong {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            List<PaperFonts.Face> faces = fonts.in(document);
            for (String copy : copies) {
                draw(document, faces, styled(Markup.parse(copy), template.style()), pictures(template));
            }
            Calendar time = GregorianCalendar.getInstance(TimeZone.getTimeZone("UTC"));
            time.setTimeInMillis(at.toEpochMilli());
            document.getDocumentInformation().setCreationDate(time);
            document.getDocumentInformation().setModificationDate(time);
            document.setDocumentId(documentId);
            document.save(out);
            return new Printed(out.toByteArray(), document.getNumberOfPages());
        }
    }

    private static void draw(
            PDDocument document, List<PaperFonts.Face> faces, Document html, Map<String, byte[]> pictures)
            throws IOException {
        int before = document.getNumberOfPages();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.withProducer("Redress");
        faces.forEach(face -> face.use(builder));
        DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
        drawers.registerDrawer("qr", new QrDrawer());
        builder.useObjectDrawerFactory(drawers);
        builder.useUriResolver((base, uri) -> uri);
        builder.useProtocolsStreamImplementation(uri -> new Content(pictures.get(name(uri))), PICTURES);
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> pictures.containsKey(name(uri)), when);
        }
        builder.usePageSupplier((pages, width, height, number, shadow) -> {
            if (pages.getNumberOfPages() - before >= MOST_PAGES
                    || Thread.currentThread().isInterrupted()) {
                throw new TooLong();
            }
            PDPage page = new PDPage(new PDRectangle(width, height));
            pages.addPage(page);
            return page;
        });
        builder.withW3cDocument(html, null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        }
    }

    private static String name(String uri) {
        return uri == null ? "" : uri.replaceFirst("^" + PICTURES + ":", "");
    }

    private static Map<String, byte[]> pictures(PaperTemplate template) {
        return template.pictures().stream()
                .collect(Collectors.toMap(PaperTemplate.Picture::file, PaperTemplate.Picture::content));
    }

    private static Document styled(Document html, String style) {
        Element head = (Element) html.getElementsByTagName("head").item(0);
        for (String said : List.of(style, PAGE)) {
            Element element = html.createElement("style");
            element.setTextContent(said);
            head.appendChild(element);
        }
        for (int i = 0; i < html.getElementsByTagName("img").getLength(); i++) {
            Element picture = (Element) html.getElementsByTagName("img").item(i);
            picture.setAttribute("src", PICTURES + ":" + picture.getAttribute("src"));
        }
        return html;
    }

    private record Content(byte[] bytes) implements FSStream {

        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
