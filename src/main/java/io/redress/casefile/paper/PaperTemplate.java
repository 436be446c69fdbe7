package io.redress.casefile.paper;

import java.util.List;

/**
 * A template as it stands in the folder now: what a paper says, in the frame of all of them.
 *
 * @param name without language and ending: {@code work-order}
 * @param text the frame with the paper's own text in it
 * @param parts the files that the lines of the text come from, in order
 * @param style what the style sheet says
 * @param version tells this state of all its files from every other
 * @param pictures the pictures that it shows, which the folder has
 */
record PaperTemplate(String name, String text, List<Part> parts, String style, String version, List<Picture> pictures) {

    /** Lines of a file; {@code first} is the first of them there. */
    record Part(String file, int first, int lines) {}

    record Picture(String file, byte[] content) {}

    /** A place in a file, as an editor counts. */
    record Place(String file, int line) {}

    /** Where a line of the text stands. */
    Place place(int line) {
        int left = line;
        for (Part part : parts) {
            if (left <= part.lines()) {
                return new Place(part.file(), part.first() + left - 1);
            }
            left -= part.lines();
        }
        Part last = parts.get(parts.size() - 1);
        return new Place(last.file(), last.first() + last.lines() - 1);
    }
}
