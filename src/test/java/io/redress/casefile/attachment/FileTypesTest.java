package io.redress.casefile.attachment;

import static io.redress.testing.SampleFiles.office;
import static io.redress.testing.SampleFiles.text;
import static io.redress.testing.SampleFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FileTypesTest {

    private static final String WORD = "wordprocessingml.document";
    private static final String SHEET = "spreadsheetml.sheet";
    private static final String NOTHING = "";

    @TempDir
    private Path folder;

    private FileTypes.Found of(byte[] content) throws IOException {
        return new FileTypes().of(Files.write(folder.resolve("file"), content));
    }

    @ParameterizedTest
    @CsvSource({
        WORD
                + ", WORD, word/media/image1.png word/theme/theme1.xml customXml/item1.xml docProps/app.xml word/_rels/document.xml.rels",
        SHEET
                + ", EXCEL, xl/worksheets/sheet1.xml xl/worksheets/_rels/sheet1.xml.rels xl/printerSettings/printerSettings1.bin"
    })
    void aDocumentOfAnOfficeProgramMayHaveWhatItNeeds(String kind, FileType type, String parts) throws IOException {
        Map<String, byte[]> content =
                Stream.of(parts.split(" ")).collect(Collectors.toMap(part -> part, part -> text("<Relationships/>")));
        assertThat(of(office(kind, NOTHING, content)).type()).hasValue(type);
    }

    static Stream<Arguments> more() {
        return Stream.of(
                part(WORD, "word/vbaProject.bin"),
                part(WORD, "word/renamed.bin"),
                part(WORD, "WORD/VBAPROJECT.BIN"),
                part(WORD, "word/embeddings/oleObject1.bin"),
                part(WORD, "word/embeddings/Microsoft_Excel_Sheet1.xlsx"),
                part(WORD, "word/activeX/activeX1.xml"),
                part(WORD, "word/media/image1.exe"),
                part(WORD, "setup.exe"),
                part(SHEET, "xl/macrosheets/sheet1.xml"),
                part(SHEET, "xl/externalLinks/externalLink1.xml"),
                part(SHEET, "xl/worksheets/../../x.xml"),
                type(WORD, "application/vnd.ms-office.vbaProject"),
                type(WORD, "application/vnd.ms-word.document.macroEnabled.main+xml"),
                type(WORD, "application/vnd.openxmlformats-officedocument.oleObject"),
                type(SHEET, "application/vnd.ms-excel.macrosheet+xml"),
                type(SHEET, "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"),
                Arguments.of(
                        office(
                                WORD,
                                NOTHING,
                                Map.of(
                                        "word/_rels/settings.xml.rels",
                                        text(
                                                "<Relationships><Relationship Id=\"r\" TargetMode=\"External\""
                                                        + " Type=\"http://x/attachedTemplate\" Target=\"http://x.example/y.dotm\"/></Relationships>"))),
                        "http://x.example/y.dotm"));
    }

    private static Arguments part(String kind, String part) {
        return Arguments.of(office(kind, NOTHING, Map.of(part, text("<x/>"))), part);
    }

    private static Arguments type(String kind, String type) {
        return Arguments.of(
                office(kind, "<Override PartName=\"/word/a.xml\" ContentType=\"%s\"/>".formatted(type), Map.of()),
                type);
    }

    @ParameterizedTest
    @MethodSource("more")
    void nothingThatRunsIsAFileOfItsOwnOrIsFetched(byte[] content, String named) throws IOException {
        FileTypes.Found found = of(content);
        assertThat(found.type()).isEmpty();
        assertThat(found.more()).isTrue();
        assertThat(found.found()).isEqualTo(named);
    }

    @Test
    void aLinkIsFollowedByWhoPressesIt() throws IOException {
        byte[] link = text(
                "<Relationships><Relationship Id=\"r\" TargetMode=\"External\""
                        + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"http://x.example\"/></Relationships>");
        assertThat(of(office(WORD, NOTHING, Map.of("word/_rels/document.xml.rels", link)))
                        .type())
                .hasValue(FileType.WORD);
    }

    @Test
    void whatOnlySaysThatItIsADocumentIsAnArchive() throws IOException {
        byte[] said = text(
                "<Types><Override PartName=\"/word/document.xml\""
                        + " ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
        for (byte[] archive : List.of(
                zip(Map.of("[Content_Types].xml", said)),
                zip(Map.of("[Content_Types].xml", text("wordprocessingml.document.main+xml"))),
                zip(Map.of("a.txt", text("a"))))) {
            FileTypes.Found found = of(archive);
            assertThat(found.type()).isEmpty();
            assertThat(found.more()).isFalse();
        }
    }
}
