package io.redress.web;

import io.redress.language.Sentences;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What stands around every page of ours: its title, its language, and the way to the others. */
@Component
class Frame {

    private final PagesApi pages;
    private final Sentences sentences;

    Frame(PagesApi pages, Sentences sentences) {
        this.pages = pages;
        this.sentences = sentences;
    }

    Map<String, Object> around(String title) {
        Map<String, Object> frame = new HashMap<>();
        frame.put("lang", sentences.language().code());
        frame.put("title", title);
        frame.put("pages", pages.open());
        frame.put("word-tasklist", sentences.say("page.tasklist"));
        return frame;
    }
}
