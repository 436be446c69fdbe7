package io.redress.casefile.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.redress.language.Language;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperPressTest {

    private static final Prints ENGLISH = Prints.packaged(Language.EN);

    @TempDir
    private Path folder;

    @Test
    void eachCopyNamesItsHolderAndCountsItsOwnPages() throws IOException {
        PaperRenderer.Printed printed = ENGLISH.example(PaperKind.REGISTRATION_FORM, 3);
        assertThat(printed.pages()).isEqualTo(6);
        assertThat(page(printed.pdf(), 1))
                .contains("Page 1 of 2", "Copy 1 of 3", "For the case file", "Revision 1", "C-20261129-0007-XX1");
        assertThat(page(printed.pdf(), 6)).contains("Page 2 of 2", "Copy 3 of 3");
    }

    @Test
    void theSamePaperIsTheSameFileByteForByte() {
        byte[] first = ENGLISH.example(PaperKind.WORK_ORDER, 2).pdf();
        assertThat(ENGLISH.example(PaperKind.WORK_ORDER, 2).pdf()).isEqualTo(first);
        assertThat(Prints.packaged(Language.EN).example(PaperKind.WORK_ORDER, 2).pdf())
                .isEqualTo(first);
    }

    @Test
    void theCodeAtTheHeadReadsTheNumberOfTheCase() throws Exception {
        try (PDDocument document =
                Loader.loadPDF(ENGLISH.example(PaperKind.WORK_ORDER, 1).pdf())) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 200);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            BinaryBitmap picture = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));
            assertThat(new QRCodeReader().decode(picture).getText()).isEqualTo("C-20261129-0007");
        }
    }

    @Test
    void whatSomebodyWroteIsPrintedAsItStandsAndNothingOfItActs() throws IOException {
        String hostile = "<script>alert(1)</script> {{number}} \u202Eegasuoy 😡 & \"' <b>";
        Map<String, Object> facts = new HashMap<>(ENGLISH.example(PaperKind.WORK_ORDER));
        facts.put("asked", hostile);
        String text = text(ENGLISH.print(PaperKind.WORK_ORDER, facts, 1).pdf());
        assertThat(text).contains("<script>alert(1)</script> {{number}} [U+202E]egasuoy [U+1F621] & \"' <b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"字", "w", "wort "})
    void fourThousandCharactersInAFieldOfOneLineFlowOverAsManyPagesAsTheyNeed(String repeated) throws IOException {
        String long4000 = repeated.repeat(4_000 / repeated.length());
        Map<String, Object> facts = new HashMap<>(ENGLISH.example(PaperKind.REGISTRATION_FORM));
        facts.put("customerName", long4000);
        facts.put("product", long4000);
        PaperRenderer.Printed printed = ENGLISH.print(PaperKind.REGISTRATION_FORM, facts, 1);
        assertThat(printed.pages()).isBetween(3, 20);
        assertThat(text(printed.pdf())
                        .chars()
                        .filter(c -> c == repeated.charAt(0))
                        .count())
                .isGreaterThanOrEqualTo(2 * (4_000 / repeated.length()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <article>\\n<p>{{department}}</article>               | work-order_en.html, line 2 | well-formed
            <article>\\n\\n<p>{{nobody}}</p></article>             | work-order_en.html, line 3 | no such fact as nobody
            <article>\\n<p>{{#asked}}</p>\\n</article>             | work-order_en.html, line | section
            <article><p>{{{asked}}}</p></article>                  | work-order_en.html, line 1 | {{{asked}}}
            <article><p>{{>frame}}</p></article>                   | work-order_en.html, line 1 | {{>frame}}
            <article><p>{{asked.class}}</p></article>              | work-order_en.html, line 1 | {{asked.class}}
            <article>\\n<p>{{asked</p></article>                   | work-order_en.html, line 2 | {{
            <article>\\n<script>1</script></article>               | work-order_en.html, line 2 | script
            <article><img src="file:///etc/passwd"/></article>     | work-order_en.html, line 1 | file:///etc/passwd
            <article><img src="http://127.0.0.1/x.png"/></article> | work-order_en.html, line 1 | http://127.0.0.1
            <article><img src="../x.png"/></article>               | work-order_en.html, line 1 | ../x.png
            <article><img src="gone.png"/></article>               | gone.png | missing
            <article><p style="background: url(file:///x)"/></article> | work-order_en.html, line 1 | url(
            <article>\\n<p style="height: 1e7mm">x</p></article>   | work-order_en.html, line 2 | 1e7
            <article><td colspan="100000000"/></article>           | work-order_en.html, line 1 | colspan
            <article><object type="text/html" data="x"/></article> | work-order_en.html, line 1 | text/html
            <article><iframe src="x"/></article>                   | work-order_en.html, line 1 | iframe
            <article onclick="x"/>                                 | work-order_en.html, line 1 | onclick
            <article>&nbsp;</article>                              | work-order_en.html, line 1 | nbsp
            <article><style>@import 'x';</style></article>         | work-order_en.html, line 1 | @import
            <article>\\n<p style="width: {{asked}}">x</p></article> | work-order_en.html, line 2 | filled with facts
            <article><style>p\\n{ width: {{asked}} }</style></article> | work-order_en.html, line 2 | filled with facts
            <article>{{^asked}}<p>{{/asked}}x</p></article>         | “work-order” | whole elements
            """)
    void aTemplateThatCannotBePrintedIsToldByFileLineAndMistake(String template, String place, String mistake)
            throws IOException {
        Prints own = own(template.replace("\\n", "\n"), Duration.ofSeconds(20));
        assertThatThrownBy(() -> own.example(PaperKind.WORK_ORDER, 1))
                .isInstanceOf(InvalidPaper.class)
                .hasMessageContaining(place)
                .hasMessageContaining(mistake);
    }

    @Test
    void anEntityThatReadsAFileIsRefusedBeforeItIsRead() throws IOException {
        Files.writeString(
                folder.resolve("frame_en.html"),
                "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n<html><head><title>&x;</title></head><body>{{content}}</body></html>");
        assertThatThrownBy(() -> own("<article/>", Duration.ofSeconds(20)).example(PaperKind.WORK_ORDER, 1))
                .isInstanceOf(InvalidPaper.class)
                .hasMessageContaining("frame_en.html, line 1")
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void aFrameWithoutAHeadIsToldByItsLine() throws IOException {
        Files.writeString(folder.resolve("frame_en.html"), "<html>\n<body>{{content}}</body></html>");
        assertThatThrownBy(() -> own("<article/>", Duration.ofSeconds(20)).example(PaperKind.WORK_ORDER, 1))
                .isInstanceOf(InvalidPaper.class)
                .hasMessageContaining("frame_en.html, line 2")
                .hasMessageContaining("“head”");
    }

    @Test
    void aCodeThatIsToHoldMoreThanAnyCodeCanIsTold() throws IOException {
        Prints own = own(
                "<article><object type=\"qr\" data=\"{{asked}}\" class=\"qr\"></object></article>",
                Duration.ofMinutes(1));
        assertThatThrownBy(() -> own.print(PaperKind.WORK_ORDER, with("asked", "字".repeat(4_000)), 1))
                .isInstanceOf(InvalidPaper.class)
                .hasMessageContaining("QR code");
        assertThat(own.print(PaperKind.WORK_ORDER, with("asked", "C-20261129-0007"), 1)
                        .pages())
                .isEqualTo(1);
    }

    @Test
    void aFactWithoutAValueIsNamed() {
        assertThatThrownBy(() -> ENGLISH.print(PaperKind.WORK_ORDER, with("asked", null), 1))
                .isInstanceOf(InvalidPaper.class)
                .hasMessageContaining("“asked” is no text");
        assertThatThrownBy(() ->
                        ENGLISH.print(PaperKind.WORK_ORDER, with("steps", List.of(Map.of("when", Map.of("at", 7)))), 1))
                .isInstanceOf(InvalidPaper.class)
                .hasMessageContaining("“at” is no text");
    }

    /** The memory of the process itself: a regular file whose first bytes nobody may read, whoever runs this. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileThatCannotBeReadIsNamed() throws IOException {
        Files.createSymbolicLink(folder.resolve("work-order_en.html"), Path.of("/proc/self/mem"));
        assertThatThrownBy(() -> new Prints(Language.EN, folder.toString(), Duration.ofMinutes(1))
                        .example(PaperKind.WORK_ORDER, 1))
                .isInstanceOf(InvalidPaper.class)
                .hasMessageContaining("work-order_en.html")
                .hasMessageContaining("can’t be read");
    }

    /** A key that was held down, alone or between letters. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "a\n", "字 \r\n\r\n\r\n"})
    void lineEndsMakeNoPages(String held) throws IOException {
        PaperRenderer.Printed printed =
                ENGLISH.print(PaperKind.WORK_ORDER, with("description", "first " + held.repeat(2_000) + " last"), 1);
        assertThat(printed.pages()).isLessThanOrEqualTo(5);
        assertThat(text(printed.pdf())).contains("first", "last").containsAnyOf("empty lines]", "was the end of one.]");
    }

    /** As many as a case may have, with two lines of answers each. */
    @Test
    void aCaseOfTwoHundredStepsIsPrinted() throws IOException {
        List<Map<String, String>> answers = Collections.nCopies(
                3,
                Map.of("name", "What was found", "value", "The seal of the carton was torn, and four cups leaked. "));
        Map<String, Object> facts = new HashMap<>(ENGLISH.example(PaperKind.REGISTRATION_FORM));
        facts.put(
                "steps",
                Collections.nCopies(
                        200,
                        Map.of(
                                "when",
                                "2026-11-30 16:10",
                                "who",
                                "Wang Fang",
                                "step",
                                "Investigate complaint",
                                "answers",
                                answers)));
        assertThat(ENGLISH.print(PaperKind.REGISTRATION_FORM, facts, 1).pages()).isBetween(20, 60);
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> facts = new HashMap<>(ENGLISH.example(PaperKind.WORK_ORDER));
        facts.put(name, value);
        return facts;
    }

    @Test
    void aStyleSheetIsToldByItsLine() throws IOException {
        Files.writeString(folder.resolve("paper.css"), "/* one */\n\np { width: 99999mm; }");
        assertThatThrownBy(() -> own("<article/>", Duration.ofSeconds(20)).example(PaperKind.WORK_ORDER, 1))
                .isInstanceOf(InvalidPaper.class)
                .hasMessageContaining("paper.css, line 3");
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 3_000})
    void whatStandsTooDeepIsRefused(int depth) throws IOException {
        String deep = "<article>" + "<div>".repeat(depth) + "</div>".repeat(depth) + "</article>";
        assertThatThrownBy(() -> own(deep, Duration.ofSeconds(20)).example(PaperKind.WORK_ORDER, 1))
                .isInstanceOf(InvalidPaper.class)
                .hasMessageContaining("20");
    }

    @Test
    void sectionsThatMultiplyEndWithASentence() throws IOException {
        List<Map<String, Object>> steps = Collections.nCopies(200, Map.of("when", ""));
        Map<String, Object> facts = new HashMap<>(ENGLISH.example(PaperKind.WORK_ORDER));
        facts.put("steps", steps);
        Prints own = own(
                "<article>" + "{{#steps}}".repeat(8) + "x" + "{{/steps}}".repeat(8) + "</article>",
                Duration.ofSeconds(20));
        assertThatThrownBy(() -> own.print(PaperKind.WORK_ORDER, facts, 1))
                .isInstanceOf(InvalidPaper.class)
                .hasMessageContaining("100 pages");
    }

    @Test
    void moreThanAHundredPagesAreRefused() throws IOException {
        Prints own =
                own("<article>" + "<p style=\"height: 250mm\">x</p>".repeat(250) + "</article>", Duration.ofMinutes(1));
        assertThatThrownBy(() -> own.example(PaperKind.WORK_ORDER, 1))
                .isInstanceOf(InvalidPaper.class)
                .hasMessageContaining("100 pages");
    }

    @Test
    void oneThatTakesTooLongIsGivenUpAndTheNextIsPrinted() throws IOException {
        // Each table doubles the time of the one around it.
        String tables = "<table><tr><td>".repeat(5) + "x" + "</td></tr></table>".repeat(5);
        Prints slow = own("<article>" + tables.repeat(3_000) + "</article>", Duration.ofMillis(400));
        assertThatThrownBy(() -> slow.example(PaperKind.WORK_ORDER, 1))
                .isInstanceOf(InvalidPaper.class)
                .hasMessageContaining("not ready");
        assertThat(ENGLISH.example(PaperKind.WORK_ORDER, 1).pages()).isEqualTo(1);
    }

    @Test
    void aFileOfTheOwnersFolderTakesThePlaceOfThePackagedOneAtOnce() throws IOException {
        Prints own = own("<article><h1>First</h1></article>", Duration.ofMinutes(1));
        String first = own.template(PaperKind.WORK_ORDER).version();
        assertThat(text(own.example(PaperKind.WORK_ORDER, 1).pdf())).contains("First");
        Prints.folder(folder, "<article><h1>Second</h1></article>");
        assertThat(text(own.example(PaperKind.WORK_ORDER, 1).pdf())).contains("Second");
        assertThat(own.template(PaperKind.WORK_ORDER).version()).isNotEqualTo(first);
        assertThat(text(own.example(PaperKind.FUNDS_REQUEST, 1).pdf())).contains("Funds request");
    }

    private Prints own(String workOrder, Duration longest) throws IOException {
        return new Prints(Language.EN, Prints.folder(folder, workOrder), longest);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String page(byte[] pdf, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper text = new PDFTextStripper();
            text.setSortByPosition(true);
            text.setStartPage(page);
            text.setEndPage(page);
            return text.getText(document);
        }
    }
}
