package io.redress.casefile.paper;

import io.redress.language.Sentences;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a text as a paper shows them. A key that is held down makes pages of nothing, so no text takes more than about
 * two pages by its line ends alone; whatever is left out or joined is said at its place, and every word stays.
 */
final class Lines {

    /** Of one text; what people write has paragraphs, and seldom twenty. */
    private static final int MOST = 60;

    /** Between paragraphs, in a row. */
    private static final int MOST_EMPTY = 2;

    /** As in quoted verse; it is on every keyboard’s return key. */
    private static final String JOINED = " ↵ ";

    private final Sentences sentences;

    Lines(Sentences sentences) {
        this.sentences = sentences;
    }

    /** @param text with line feeds only */
    String condensed(String text) {
        if (text.indexOf('\n') < 0) {
            return text;
        }
        List<String> lines = withoutGaps(text.stripTrailing().lines().toList());
        if (lines.size() <= MOST) {
            return String.join("\n", lines);
        }
        List<String> rest = lines.subList(MOST - 1, lines.size()).stream()
                .filter(line -> !line.isBlank())
                .toList();
        return String.join("\n", lines.subList(0, MOST - 1))
                + "\n"
                + sentences.say("paper.lines-joined", rest.size())
                + "\n"
                + String.join(JOINED, rest);
    }

    private List<String> withoutGaps(List<String> lines) {
        List<String> kept = new ArrayList<>();
        int empty = 0;
        for (String line : lines) {
            if (line.isBlank()) {
                empty++;
            } else {
                gap(kept, empty);
                empty = 0;
                kept.add(line);
            }
        }
        return kept;
    }

    private void gap(List<String> kept, int empty) {
        if (empty > MOST_EMPTY) {
            kept.add(sentences.say("paper.lines-empty", empty));
        } else {
            for (int line = 0; line < empty; line++) {
                kept.add("");
            }
        }
    }
}
