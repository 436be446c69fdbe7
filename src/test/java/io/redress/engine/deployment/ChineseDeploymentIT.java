package io.redress.engine.deployment;

import static io.redress.testing.Cases.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.testing.Complaints;
import io.redress.testing.InChinese;
import io.redress.testing.RedressServer;
import io.redress.testing.Rest;
import java.io.IOException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What Modeler deploys to an installation that speaks Chinese. */
@RedressServer
@InChinese
class ChineseDeploymentIT {

    private static final String OWNER = "process-owner";

    @Autowired
    private Rest rest;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private DeployedModels deployed;

    @AfterEach
    void takesBackWhatOwnersDeployed() {
        repository
                .createDeploymentQuery()
                .deploymentSource("Camunda Modeler")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void everyPackagedProcessHasItsChineseName() {
        assertThat(repository.createProcessDefinitionQuery().list())
                .isNotEmpty()
                .allSatisfy(process -> assertThat(process.getName()).doesNotContainPattern("[A-Za-z]"));
    }

    @Test
    void anOwnersDiagramAndFormSpeakChinese() throws IOException {
        assertThat(deploy("Check goods", "State").status()).isEqualTo(200);
        assertThat(step()).isEqualTo("检查商品");
        assertThat(field(0).path("label").asText()).isEqualTo("状况");
        assertThat(field(0).path("properties").path("label.en").asText()).isEqualTo("State");
        assertThat(field(1).path("label").asText()).isEqualTo("Remark");
    }

    @Test
    void theSameFilesAreNotDeployedTwice() {
        deploy("Check goods", "State");
        Rest.Answer again = deploy("Check goods", "State");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("deployedProcessDefinitions").isEmpty()).isTrue();
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("goods-check")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whatTheOwnerTypesIsWhatPeopleRead() throws IOException {
        deploy("Check goods", "State");
        deploy("看看商品", "外观状况");
        assertThat(step()).isEqualTo("看看商品");
        assertThat(field(0).path("label").asText()).isEqualTo("外观状况");
    }

    @Test
    void aRefusalIsChinese() {
        Rest.Answer refused = rest.submit(
                "customer-service", "/engine-rest" + START, Complaints.registration("amountClaimed", "a lot"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).contains("要求赔付金额").doesNotContainPattern("[A-Za-z]{2}");
    }

    private Rest.Answer deploy(String step, String field) {
        return rest.deploy(OWNER, OwnersFiles.named(step, field));
    }

    private String step() {
        return repository
                .getBpmnModelInstance(
                        deployed.newest(OwnersFiles.DIAGRAM).orElseThrow().getId())
                .getModelElementById("check")
                .getAttributeValue("name");
    }

    private JsonNode field(int index) throws IOException {
        return new ObjectMapper()
                .readTree(deployed.content(deployed.newest(OwnersFiles.FORM).orElseThrow()))
                .path("components")
                .path(index);
    }
}
