package io.redress.web;

import io.redress.language.Sentences;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The table of a register, such as that of merchants: how it comes in from the register’s page, and how it goes out. */
@Component
class RegisterTable {

    /** A few thousand entries. */
    private static final int LARGEST = 2_000_000;

    private final Sentences sentences;

    RegisterTable(Sentences sentences) {
        this.sentences = sentences;
    }

    /**
     * What the page of a register shows to whoever imports.
     *
     * @param register as its page, its interface and its sentences are called
     * @param explained what the sentence that explains its table speaks of: its columns, in both languages, and the like
     */
    Map<String, String> importing(String register, Object... explained) {
        Map<String, String> words = new HashMap<>();
        words.put("register", register);
        words.put("title", sentences.say(register + ".import"));
        words.put("how", sentences.say(register + ".import-how", explained));
        words.put("button", sentences.say("table.import-button"));
        words.put("choose", sentences.say("table.choose"));
        words.put("export", sentences.say("table.export"));
        return words;
    }

    /** @throws RefusedQuestion when it is too large */
    byte[] file(HttpServletRequest request) throws IOException {
        byte[] file = request.getInputStream().readNBytes(LARGEST + 1);
        if (file.length > LARGEST) {
            throw new RefusedQuestion(sentences.say("table.too-large", LARGEST));
        }
        return file;
    }

    ResponseEntity<byte[]> exported(String register, String table) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + register + ".csv\"")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(table.getBytes(StandardCharsets.UTF_8));
    }

    static ResponseEntity<Map<String, String>> refused(RuntimeException why) {
        return ResponseEntity.status(HttpStatus.BAD_REQUEST).body(Map.of("message", why.getMessage()));
    }
}
