package io.redress.web;

import io.redress.language.Sentences;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What stands around every page of ours: its title, its language, and the way to the others. */
@Component
class Frame {

    private final Sentences sentences;

    Frame(Sentences sentences) {
        this.sentences = sentences;
    }

    Map<String, Object> around(String title) {
        Map<String, Object> frame = new HashMap<>();
        frame.put("lang", sentences.language().code());
        frame.put("title", title);
        for (String word : List.of("cases", "tasklist")) {
            frame.put("word-" + word, sentences.say("page." + word));
        }
        return frame;
    }
}
