package io.redress.casefile.message;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import io.redress.language.Sentences;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;

/**
 * The texts of messages in a folder that an owner edits: {@code <name>_<language>.txt}, read anew for each message. A file
 * begins with lines {@code Subject: …} and perhaps {@code Channels: every} (the default is {@code first}); lines with
 * {@code #} are notes; after an empty line follows the text, in which <code>{{number}}</code> stands for a fact.
 */
public final class MessageTemplates {

    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final String SUBJECT = "Subject:";
    private static final String CHANNELS = "Channels:";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}", Pattern.DOTALL);

    private static final Mustache.Compiler MUSTACHE =
            Mustache.compiler().escapeHTML(false).strictSections(true).emptyStringIsFalse(true);

    private final Folder folder;
    private final Sentences sentences;

    /** Where the files are. */
    @FunctionalInterface
    public interface Folder {

        /** The file of that name, whether it exists or not. */
        Resource file(String name) throws IOException;
    }

    /** @param sentences the language that the texts are in, and that mistakes in them are told in */
    public MessageTemplates(Folder folder, Sentences sentences) {
        this.folder = folder;
        this.sentences = sentences;
    }

    /** A text filled in; for every channel that is known of the customer, or for the first. */
    record Draft(String subject, String text, boolean everyChannel) {}

    /**
     * @param facts what can be filled in, by name; an empty one is written as nothing and skips its section
     * @throws InvalidTemplate when there is no such text, or it asks for something else
     */
    Draft draft(String name, Map<String, String> facts) {
        String file = name + "_" + sentences.language().code() + ".txt";
        List<String> lines = read(name, file).lines().toList();
        int empty = lines.indexOf("");
        List<String> head = lines.subList(0, empty < 0 ? lines.size() : empty);
        String subject = "";
        boolean everyChannel = false;
        for (String line : head) {
            if (line.startsWith(SUBJECT)) {
                subject = line.substring(SUBJECT.length()).strip();
            } else if (line.startsWith(CHANNELS)) {
                everyChannel =
                        everyChannel(file, line.substring(CHANNELS.length()).strip());
            } else if (!line.startsWith("#")) {
                throw invalid("message.template-head", file, line);
            }
        }
        String text =
                String.join("\n", lines.subList(head.size(), lines.size())).strip();
        if (subject.isEmpty() || text.isEmpty()) {
            throw invalid("message.template-incomplete", file);
        }
        // Whatever a fact holds, a subject stays one line.
        String line = fill(file, subject, facts).replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
        return new Draft(line.strip(), fill(file, text, facts), everyChannel);
    }

    private boolean everyChannel(String file, String channels) {
        return switch (channels) {
            case "every" -> true;
            case "first" -> false;
            default -> throw invalid("message.template-channels", file, channels);
        };
    }

    private String fill(String file, String text, Map<String, String> facts) {
        // One that isn't closed would be sent as it stands.
        if (PLACEHOLDER.matcher(text).replaceAll("").contains("{{")) {
            throw invalid("message.template-syntax", file, "{{ … }}");
        }
        try {
            return MUSTACHE.compile(text).execute(facts);
        } catch (MustacheException.Context e) {
            throw invalid("message.template-unknown", file, e.key, String.join(", ", new TreeSet<>(facts.keySet())));
        } catch (MustacheException | UnsupportedOperationException e) {
            throw invalid("message.template-syntax", file, e.getMessage());
        }
    }

    private String read(String name, String file) {
        try {
            Resource resource = folder.file(file);
            if (!name.matches(NAME) || !resource.exists()) {
                throw invalid("message.template-missing", file);
            }
            try (InputStream content = resource.getInputStream()) {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(content.readAllBytes()))
                        .toString();
                return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            }
        } catch (CharacterCodingException e) {
            throw invalid("message.template-charset", file);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private InvalidTemplate invalid(String sentence, Object... arguments) {
        return new InvalidTemplate(sentences.say(sentence, arguments));
    }
}
