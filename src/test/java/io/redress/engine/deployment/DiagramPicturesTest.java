package io.redress.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagramPicturesTest {

    private static final String SOURCE =
            "<svg/>\n<!-- drawn from tea.bpmn, SHA-256 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824 -->\n";

    @TempDir
    private Path folder;

    @Test
    void everyDiagramHasItsPictureInBothLanguages() {
        assertThat(DiagramPictures.ofTheProject().findings())
                .as("Renew the pictures: %s", DiagramPictures.RENEW)
                .isEmpty();
    }

    @Test
    void namesWhatIsMissingStaleOrLeftOver() throws IOException {
        Path diagrams = Files.createDirectory(folder.resolve("diagrams"));
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        DiagramPictures project = new DiagramPictures(diagrams, pictures);
        Path diagram = Files.writeString(diagrams.resolve("tea.bpmn"), "hello");
        Path english = Files.writeString(pictures.resolve("tea.svg"), SOURCE);
        Path chinese = pictures.resolve("tea.zh.svg");

        assertThat(project.findings()).containsExactly(chinese + " does not show " + diagram);
        Files.writeString(chinese, SOURCE);
        assertThat(project.findings()).isEmpty();

        Files.writeString(diagram, "hello again");
        assertThat(project.findings())
                .containsExactly(english + " does not show " + diagram, chinese + " does not show " + diagram);

        Files.delete(diagram);
        assertThat(project.findings())
                .containsExactly(
                        english + " shows no diagram that there is", chinese + " shows no diagram that there is");
    }
}
