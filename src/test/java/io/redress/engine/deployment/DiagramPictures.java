package io.redress.engine.deployment;

import com.microsoft.playwright.Page;
import io.redress.language.Language;
import io.redress.testing.Chromium;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The pictures of the diagrams in the documents, one in each language, as SVG. Each says the SHA-256 of the BPMN file that it was
 * drawn from. {@code main} draws those that are missing or stale with bpmn-js and deletes those whose diagram is gone.
 */
final class DiagramPictures {

    static final String RENEW = "npm install --prefix .ci --no-package-lock && mvn -Pbench test-compile exec:exec"
            + " -Dbench.class=io.redress.engine.deployment.DiagramPictures";

    private static final Map<Language, String> ENDS = Map.of(Language.EN, ".svg", Language.ZH, ".zh.svg");
    private static final Path DRAWING = Path.of(".ci", "node_modules", "bpmn-js", "dist");

    private final Path diagrams;
    private final Path pictures;

    DiagramPictures(Path diagrams, Path pictures) {
        this.diagrams = diagrams;
        this.pictures = pictures;
    }

    static DiagramPictures ofTheProject() {
        return new DiagramPictures(Path.of("processes"), Path.of("docs", "diagrams"));
    }

    public static void main(String[] arguments) throws IOException {
        DiagramPictures project = ofTheProject();
        for (Path leftOver : project.leftOver()) {
            Files.delete(leftOver);
        }
        List<Picture> stale = project.stale();
        if (!stale.isEmpty()) {
            project.draw(stale);
        }
    }

    /** What is wrong with the pictures, one sentence each. */
    List<String> findings() {
        return Stream.concat(
                        stale().stream().map(picture -> picture.file() + " does not show " + picture.diagram()),
                        leftOver().stream().map(file -> file + " shows no diagram that there is"))
                .toList();
    }

    private record Picture(Path diagram, Language language, Path file) {

        String source() {
            return "<!-- drawn from " + diagram.getFileName() + ", SHA-256 " + sha256(read(diagram)) + " -->";
        }

        boolean isStale() {
            return !Files.exists(file) || !new String(read(file), StandardCharsets.UTF_8).contains(source());
        }
    }

    private List<Picture> stale() {
        return wanted().values().stream().filter(Picture::isStale).toList();
    }

    private List<Path> leftOver() {
        Map<Path, Picture> wanted = wanted();
        return files(pictures).filter(file -> !wanted.containsKey(file)).toList();
    }

    private Map<Path, Picture> wanted() {
        Map<Path, Picture> wanted = new TreeMap<>();
        files(diagrams).filter(file -> file.toString().endsWith(".bpmn")).forEach(diagram -> {
            String name = diagram.getFileName().toString().replace(".bpmn", "");
            ENDS.forEach((language, end) -> {
                Path file = pictures.resolve(name + end);
                wanted.put(file, new Picture(diagram, language, file));
            });
        });
        return wanted;
    }

    private void draw(List<Picture> stale) throws IOException {
        Files.createDirectories(pictures);
        try (Chromium chromium = Chromium.launch();
                Page page = chromium.page()) {
            page.setContent("<div id='canvas' style='width: 1000px; height: 1000px'></div>");
            page.addStyleTag(
                    new Page.AddStyleTagOptions().setPath(DRAWING.resolve(Path.of("assets", "diagram-js.css"))));
            page.addStyleTag(new Page.AddStyleTagOptions().setPath(DRAWING.resolve(Path.of("assets", "bpmn-js.css"))));
            page.addScriptTag(new Page.AddScriptTagOptions().setPath(DRAWING.resolve("bpmn-viewer.production.min.js")));
            for (Picture picture : stale) {
                byte[] diagram = DiagramLabels.in(picture.language(), read(picture.diagram()));
                Object drawn = page.evaluate("""
                        async diagram => {
                          const viewer = new BpmnJS({ container: '#canvas' });
                          await viewer.importXML(diagram);
                          const { svg } = await viewer.saveSVG();
                          viewer.destroy();
                          return svg;
                        }
                        """, new String(diagram, StandardCharsets.UTF_8));
                Files.writeString(picture.file(), finished(String.valueOf(drawn), picture));
            }
        }
    }

    /** White behind it, whatever the colour of the page that shows it; its source at the end. */
    private static String finished(String svg, Picture picture) {
        return svg.replaceFirst(
                        "(<svg [^>]*viewBox=\"(\\S+) (\\S+) (\\S+) (\\S+)\"[^>]*>)",
                        "$1<rect x=\"$2\" y=\"$3\" width=\"$4\" height=\"$5\" fill=\"white\"/>")
                + "\n" + picture.source() + "\n";
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        if (!Files.exists(folder)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
