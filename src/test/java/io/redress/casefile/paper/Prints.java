package io.redress.casefile.paper;

import io.redress.language.Language;
import io.redress.language.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prints templates without a case: the packaged ones with their examples, or what stands in a folder. */
final class Prints {

    static final Instant NOW = Instant.parse("2026-11-30T08:10:00Z");
    static final List<String> KINDS = List.of(
            PaperKind.REGISTRATION_FORM,
            PaperKind.WORK_ORDER,
            PaperKind.WRITTEN_REPORT,
            PaperKind.FUNDS_REQUEST,
            "witness-statement",
            PaperKind.LOSS_DECLARATION,
            PaperKind.COMPENSATION_REQUEST,
            PaperKind.COMPENSATION_SLIP,
            PaperKind.HANDOVER_NOTE,
            PaperKind.RECEIPT,
            PaperKind.SETTLEMENT_AGREEMENT);

    private final Sentences sentences;
    private final String folder;
    private final PaperPress press;

    Prints(Language language, String folder, Duration longest) {
        this.sentences = new Sentences(language);
        this.folder = folder;
        this.press = new PaperPress(sentences, longest);
    }

    static Prints packaged(Language language) {
        return new Prints(language, "", Duration.ofMinutes(2));
    }

    PaperTemplate template(String kind) {
        return new PaperFolder(folder, sentences).template(kind);
    }

    /** The example, for that many holders. */
    PaperRenderer.Printed example(String kind, int copies) {
        return print(kind, example(kind), copies);
    }

    Map<String, Object> example(String kind) {
        return new PaperExamples(new PaperFolder("", sentences), sentences).of(kind);
    }

    PaperRenderer.Printed print(String kind, Map<String, Object> facts, int copies) {
        List<Map<String, Object>> filled = new ArrayList<>();
        for (int copy = 1; copy <= copies; copy++) {
            Map<String, Object> said = new HashMap<>(facts);
            said.put("title", sentences.say("paper.kind-" + kind));
            said.put("paperNumber", "C-20261129-0007-XX1");
            said.put("revision", "1");
            said.put("printedAt", "2026-11-30 16:10");
            said.put("holder", sentences.say("paper.holder-case-file"));
            said.put("copy", Integer.toString(copy));
            said.put("copies", Integer.toString(copies));
            filled.add(said);
        }
        return press.print(template(kind), filled, NOW);
    }

    /** A folder with that work order in it; the rest of its files are the packaged ones. */
    static String folder(Path folder, String workOrder) throws IOException {
        Files.writeString(folder.resolve("work-order_en.html"), workOrder);
        return folder.toString();
    }
}
