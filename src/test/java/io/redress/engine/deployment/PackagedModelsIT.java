package io.redress.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.RedressServer;
import io.redress.testing.Rest;
import io.redress.testing.Stored;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@RedressServer
@ExtendWith(OutputCaptureExtension.class)
class PackagedModelsIT {

    @Autowired
    private PackagedModels models;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Rest rest;

    @Autowired
    private Stored stored;

    private List<String> deployedBefore;

    @BeforeEach
    void remembersWhatIsDeployed() {
        deployedBefore = deployments();
    }

    @AfterEach
    void takesBackWhatTheTestDeployed() {
        deployments().stream()
                .filter(id -> !deployedBefore.contains(id))
                .forEach(id -> repository.deleteDeployment(id, true));
        models.deploy();
    }

    @Test
    void aSecondStartDeploysNothing() {
        Map<String, ?> before = stored.everything();
        models.deploy();
        assertThat(stored.everything()).isEqualTo(before);
    }

    @Test
    void whatChangedIsDeployedAsOneDeployment() {
        models.deploy(
                Map.of("one.form", form("one", "a"), "two.form", form("two", "a"), "three.form", form("three", "a")));
        models.deploy(
                Map.of("one.form", form("one", "b"), "two.form", form("two", "b"), "three.form", form("three", "a")));
        List<String> mine = deployments().stream()
                .filter(id -> !deployedBefore.contains(id))
                .toList();
        assertThat(mine).hasSize(2);
        assertThat(repository.getDeploymentResourceNames(mine.get(1)))
                .containsExactlyInAnyOrder("one.form", "two.form");
    }

    @Test
    void anOwnersNewerVersionStaysInForceAndIsMadeKnown(CapturedOutput log) {
        models.deploy(Map.of("owned.form", form("owned", "packaged")));
        rest.deploy("process-owner", Map.of("owned.form", form("owned", "owners")));
        List<String> before = deployments();

        models.deploy(Map.of("owned.form", form("owned", "packagedNewer")));

        assertThat(deployments()).isEqualTo(before);
        assertThat(log.getOut()).contains(" WARN ", "process owner's version stays in force", "[owned.form]");
        assertThat(rest.get(null, "/actuator/info")
                        .body()
                        .path("models")
                        .path("ownersVersionsInForce")
                        .path(0)
                        .asText())
                .isEqualTo("owned.form");
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().orderByDeploymentTime().asc().list().stream()
                .map(Deployment::getId)
                .toList();
    }

    private static byte[] form(String id, String key) {
        return """
                {"type": "default", "id": "%s", "components": [
                  {"type": "textfield", "id": "Field_1", "key": "%s", "label": "Remark"}]}
                """.formatted(id, key).getBytes(StandardCharsets.UTF_8);
    }
}
