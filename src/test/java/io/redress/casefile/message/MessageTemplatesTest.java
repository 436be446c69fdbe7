package io.redress.casefile.message;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.casefile.message.MessageTemplates.Draft;
import io.redress.language.Language;
import io.redress.language.Sentences;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

class MessageTemplatesTest {

    private static final List<String> ALWAYS = List.of("customer", "number", "site", "receivedAt");

    /** Every packaged text, and what whoever sends it must say besides. */
    private static final Map<String, List<String>> PACKAGED = Map.ofEntries(
            entry("acknowledgement", List.of("by")),
            entry("first-answer", List.of("doing", "by")),
            entry("result-told", List.of("result", "measures", "basis")),
            entry("not-valid-explained", List.of("finding", "basis")),
            entry("final-decision", List.of("decision", "reasons")),
            entry("thanks", List.of()),
            entry("paused-question", List.of("question", "by")),
            entry("told-of-escalation", List.of("reason", "by")),
            entry("task-overdue", List.of("step", "due", "holder")),
            entry("told-to-the-office", List.of("office")),
            entry("dossier-reported", List.of()),
            entry("duplicate-joined", List.of("earlier")),
            entry("suggestion", List.of("suggestion")),
            entry("customer-calls-again", List.of("count", "said")),
            entry("acknowledgement-lost-receipt", List.of("by")),
            entry("receipt-hold-begun", List.of("from")),
            entry("receipt-hold-over", List.of()),
            entry("receipt-visit-reminder", List.of()),
            entry("receipt-on-file", List.of()),
            entry("receipt-not-in-the-books", List.of("why")),
            entry("receipt-found-again", List.of()),
            entry("receipt-presented", List.of("toPay")),
            entry("receipt-cleared", List.of("toPay")),
            entry("receipt-rejected", List.of("why")),
            entry("receipt-refund-off", List.of("toPay")),
            entry("papers-missing", List.of("missing")),
            entry("papers-reminder", List.of("missing")),
            entry("insurer-report-draft", List.of("insurer", "policy", "persons", "description", "claimed")),
            entry("insurer-report", List.of("text")),
            entry("insurer-reminder", List.of("insurer", "contact", "phone", "policy", "claim")),
            entry("insurer-withdrawal", List.of("insurer", "contact", "phone", "policy", "claim")),
            entry("injury-reported", List.of()),
            entry("injury-help-granted", List.of()),
            entry("stop-the-sale", List.of()),
            entry("insurer-silent", List.of("insurer", "policy", "claim")),
            entry("merchant-repaid", List.of("merchant", "advanced", "repaid", "account", "reason", "copy")));

    @TempDir
    private Path folder;

    static Stream<Arguments> packaged() {
        return PACKAGED.keySet().stream()
                .flatMap(name -> Arrays.stream(Language.values()).map(language -> Arguments.of(name, language)));
    }

    @ParameterizedTest
    @MethodSource("packaged")
    void everyPackagedTextSaysWhatItKnows(String name, Language language) {
        Map<String, String> facts = facts(name, fact -> "〔" + fact + "〕");
        Draft draft = packaged(language).draft(name, facts);
        assertThat(draft.subject()).isNotBlank().contains("〔number〕").doesNotContain("\n");
        assertThat(draft.text()).doesNotContain("{{", "}}", "null", "\n\n\n");
        PACKAGED.get(name).forEach(fact -> assertThat(draft.text()).contains("〔" + fact + "〕"));
    }

    @ParameterizedTest
    @MethodSource("packaged")
    void everyPackagedTextCanBeReadWhenLittleIsKnown(String name, Language language) {
        Draft draft = packaged(language).draft(name, facts(name, fact -> fact.equals("number") ? "C-1" : ""));
        assertThat(draft.subject()).contains("C-1");
        assertThat(draft.text()).doesNotContain("{{", "null").doesNotStartWith(" ");
    }

    @Test
    void noOtherTextsArePackaged() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(packaged()
                            .map(Arguments::get)
                            .map(text -> text[0] + "_" + ((Language) text[1]).code() + ".txt")
                            .toList());
        }
    }

    @Test
    void theCustomerIsGreetedByNameWhereItIsKnown() {
        assertThat(packaged(Language.ZH)
                        .draft("thanks", facts("thanks", fact -> fact.equals("customer") ? "李明" : ""))
                        .text())
                .startsWith("尊敬的李明：");
        assertThat(packaged(Language.ZH)
                        .draft("thanks", facts("thanks", fact -> ""))
                        .text())
                .startsWith("尊敬的客户：");
    }

    @Test
    void whatAnOwnerWritesIsSentAsItStands() throws IOException {
        write("# note\r\nSubject: About {{number}}\r\nChannels: every\r\n\r\n<b> & {{number}}\r\n\r\n  indented\r\n");
        assertThat(texts().draft("note", Map.of("number", "<7>")))
                .isEqualTo(new Draft("About <7>", "<b> & <7>\n\n  indented", true));
    }

    @Test
    void aTextWithAByteOrderMarkIsRead() throws IOException {
        write("\uFEFFSubject: S\n\nT\n");
        assertThat(texts().draft("note", Map.of())).isEqualTo(new Draft("S", "T", false));
    }

    @Test
    void aSubjectStaysOneLineWhateverIsFilledIn() throws IOException {
        write("Subject: About {{what}}\n\n{{what}}\n");
        Draft draft = texts().draft("note", Map.of("what", "milk\r\nBcc: everybody@example.com\u2028!"));
        assertThat(draft.subject()).isEqualTo("About milk Bcc: everybody@example.com !");
    }

    @Test
    void whatIsFilledInIsNotReadAsAPlaceholder() throws IOException {
        write("Subject: S\n\n{{what}}\n");
        assertThat(texts().draft("note", Map.of("what", "{{number}}")).text()).isEqualTo("{{number}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Subject: S%n%nAt {{nmber}}          | note_en.txt asks for “nmber”, which is not known here. Known are: customer, number.
            Subject: {{nmber}}%n%nT             | note_en.txt asks for “nmber”
            Subject: S%n%n{{#nmber}}x{{/nmber}} | note_en.txt asks for “nmber”
            Subject: S%n%n{{#number}}x          | note_en.txt has a placeholder that can’t be read
            Subject: S%n%n{{number              | note_en.txt has a placeholder that can’t be read
            Subject: S%n%n{{>other}}            | note_en.txt has a placeholder that can’t be read
            Subject: S%nT                       | note_en.txt begins with “T”
            Subject: S                          | note_en.txt has no subject or no words
            Subject:%n%nT                       | note_en.txt has no subject or no words
            Channels: all%nSubject: S%n%nT      | note_en.txt is for the channels “all”
            """)
    void aMistakeInATextIsNamedWithItsFile(String text, String mistake) throws IOException {
        write(text.formatted());
        assertThatThrownBy(() -> texts().draft("note", Map.of("number", "1", "customer", "欧阳")))
                .isInstanceOf(InvalidTemplate.class)
                .hasMessageContaining(mistake)
                .hasMessageNotContaining("欧阳");
    }

    @ParameterizedTest
    @CsvSource({"other, other_en.txt", "../note, ../note_en.txt", "Note, Note_en.txt"})
    void aTextThatIsNotThereIsNamed(String name, String file) throws IOException {
        write("Subject: S\n\nT\n");
        assertThatThrownBy(() -> texts().draft(name, Map.of()))
                .isInstanceOf(InvalidTemplate.class)
                .hasMessageContaining(file + " is not in the folder");
    }

    @Test
    void aTextInAnotherCharsetIsRefused() throws IOException {
        Files.write(folder.resolve("note_en.txt"), "Subject: 您好\n\n谢谢\n".getBytes(Charset.forName("GBK")));
        assertThatThrownBy(() -> texts().draft("note", Map.of()))
                .isInstanceOf(InvalidTemplate.class)
                .hasMessageContaining("note_en.txt is not saved in UTF-8");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("note_en.txt"), text, StandardCharsets.UTF_8);
    }

    private MessageTemplates texts() {
        return new MessageTemplates(name -> new FileSystemResource(folder.resolve(name)), new Sentences(Language.EN));
    }

    private static MessageTemplates packaged(Language language) {
        return new MessageTemplates(name -> new ClassPathResource("messages/" + name), new Sentences(language));
    }

    private static Map<String, String> facts(String name, Function<String, String> value) {
        return new HashMap<>(Stream.concat(ALWAYS.stream(), PACKAGED.get(name).stream())
                .collect(Collectors.toMap(Function.identity(), value)));
    }
}
