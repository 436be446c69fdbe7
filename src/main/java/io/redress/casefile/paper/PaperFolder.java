package io.redress.casefile.paper;

import io.redress.language.Sentences;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The templates of the papers, read anew for each paper: those of the installation's own folder, else those that are packaged.
 * <code>&lt;name&gt;_&lt;language&gt;.html</code> stands in {@code frame_<language>.html} where that says
 * <code>{{content}}</code>; all share {@code paper.css}.
 */
@Component
class PaperFolder {

    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final Pattern PICTURE = Pattern.compile("src=\"(" + NAME + "\\.(png|jpg))\"");
    private static final Pattern CONTENT = Pattern.compile("\\{\\{content}}");
    private static final String STYLE = "paper.css";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int LARGEST = 1_000_000;

    private final Optional<Path> folder;
    private final Sentences sentences;

    PaperFolder(@Value("${redress.papers.folder:}") String folder, Sentences sentences) {
        this.folder = folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder));
        this.sentences = sentences;
    }

    /** @throws InvalidPaper when there is no such template, or one of its files can't be read */
    PaperTemplate template(String name) {
        String language = sentences.language().code();
        String frameFile = "frame_" + language + ".html";
        String file = name + "_" + language + ".html";
        String frame = text(frameFile);
        String content = text(file);
        Matcher slot = CONTENT.matcher(frame);
        if (!slot.find()) {
            throw invalid("paper.no-content", frameFile);
        }
        int begin = slot.start();
        int end = slot.end();
        if (slot.find()) {
            throw invalid("paper.no-content", frameFile);
        }
        // On lines of its own, so that each line of the whole is one of one file.
        String before = frame.substring(0, begin) + "\n";
        String after = "\n" + frame.substring(end);
        int above = lines(before);
        String style = text(STYLE);
        String text = before + content + after;
        List<PaperTemplate.Picture> pictures = pictures(text);
        return new PaperTemplate(
                name,
                text,
                List.of(
                        new PaperTemplate.Part(frameFile, 1, above),
                        new PaperTemplate.Part(file, 1, lines(content) + 1),
                        new PaperTemplate.Part(frameFile, above, lines(after))),
                style,
                version(text, style, pictures),
                pictures);
    }

    private List<PaperTemplate.Picture> pictures(String text) {
        List<PaperTemplate.Picture> pictures = new ArrayList<>();
        PICTURE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .forEach(file -> pictures.add(new PaperTemplate.Picture(file, read(file))));
        return pictures;
    }

    private static int lines(String text) {
        return (int) text.chars().filter(character -> character == '\n').count();
    }

    private static String version(String text, String style, List<PaperTemplate.Picture> pictures) {
        MessageDigest digest = sha256();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update(style.getBytes(StandardCharsets.UTF_8));
        pictures.forEach(picture -> digest.update(picture.content()));
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws InvalidPaper when the file is not there, or not in UTF-8 */
    String text(String file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(read(file)))
                    .toString()
                    .replace("\r\n", "\n");
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw invalid("paper.charset", file);
        }
    }

    private byte[] read(String file) {
        try (InputStream content = open(file)) {
            byte[] read = content.readNBytes(LARGEST + 1);
            if (read.length > LARGEST) {
                throw invalid("paper.file-too-large", file);
            }
            return read;
        } catch (IOException e) {
            throw invalid("paper.unreadable", file, e.toString());
        }
    }

    private InputStream open(String file) throws IOException {
        Optional<Path> own = folder.map(path -> path.resolve(file)).filter(Files::isRegularFile);
        if (own.isPresent()) {
            return Files.newInputStream(own.get());
        }
        ClassPathResource packaged = new ClassPathResource("papers/" + file);
        if (!packaged.exists()) {
            throw invalid("paper.no-file", file);
        }
        return packaged.getInputStream();
    }

    private InvalidPaper invalid(String sentence, Object... arguments) {
        return new InvalidPaper(sentences.say(sentence, arguments));
    }
}
