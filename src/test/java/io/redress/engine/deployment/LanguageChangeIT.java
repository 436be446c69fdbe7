package io.redress.engine.deployment;

import static io.redress.testing.Cases.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.RedressApplication;
import io.redress.testing.Cases;
import io.redress.testing.Complaints;
import io.redress.testing.Rest;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An installation that is started again in the other language, on the data it has. */
@Tag("once")
class LanguageChangeIT {

    @TempDir
    private Path folder;

    @Test
    void theNewestVersionOfEachModelFollowsTheLanguageAndOpenCasesKeepTheirs() {
        String number;
        try (ConfigurableApplicationContext english = start("en")) {
            Rest rest = english.getBean(Rest.class);
            assertThat(rest.deploy("process-owner", OwnersFiles.named("Check goods", "State"))
                            .status())
                    .isEqualTo(200);
            number = english.getBean(Cases.class).register(START, Complaints.registration());
            assertThat(english.getBean(Cases.class).task(number).getName()).isEqualTo("Confirm the record");
            assertThat(newest(english, "goods-check")).isEqualTo("Goods check, version 1");
            assertThat(newest(english, "complaint-handling")).isEqualTo("Complaint, version 1");
        }
        try (ConfigurableApplicationContext chinese = start("zh")) {
            assertThat(newest(chinese, "goods-check")).isEqualTo("商品检查, version 2");
            assertThat(newest(chinese, "complaint-handling")).isEqualTo("投诉, version 2");
            assertThat(sources(chinese)).containsExactly("redress", "Camunda Modeler", "redress", "Camunda Modeler");
            assertThat(chinese.getBean(TaskService.class)
                            .createTaskQuery()
                            .processInstanceBusinessKey(number)
                            .taskName("Confirm the record")
                            .count())
                    .isEqualTo(1);
            chinese.getBean(PackagedModels.class).deploy();
            chinese.getBean(OwnersModels.class).followLanguage();
            assertThat(sources(chinese)).hasSize(4);
            Rest.Answer same =
                    chinese.getBean(Rest.class).deploy("process-owner", OwnersFiles.named("Check goods", "State"));
            assertThat(same.body().path("deployedProcessDefinitions").isEmpty()).isTrue();
            assertThat(chinese.getBean(Cases.class)
                            .task(chinese.getBean(Cases.class).register(START, Complaints.registration()))
                            .getName())
                    .isEqualTo("与客户确认记录");
        }
        try (ConfigurableApplicationContext english = start("en")) {
            assertThat(newest(english, "goods-check")).isEqualTo("Goods check, version 3");
            assertThat(newest(english, "complaint-handling")).isEqualTo("Complaint, version 3");
        }
    }

    private ConfigurableApplicationContext start(String language) {
        return new SpringApplicationBuilder(RedressApplication.class, Rest.class, Cases.class)
                .run(
                        "--redress.language=" + language,
                        "--server.port=0",
                        "--redress.sample-life=false",
                        // When they end, they end for every application of this JVM.
                        "--camunda.bpm.webapp.enabled=false",
                        "--redress.attachments.folder=" + folder.resolve("attachments"),
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("redress")
                                + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=FALSE");
    }

    private static String newest(ConfigurableApplicationContext server, String process) {
        ProcessDefinition newest = server.getBean(RepositoryService.class)
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        return newest.getName() + ", version " + newest.getVersion();
    }

    private static List<String> sources(ConfigurableApplicationContext server) {
        return server
                .getBean(RepositoryService.class)
                .createDeploymentQuery()
                .orderByDeploymentTime()
                .asc()
                .list()
                .stream()
                .map(Deployment::getSource)
                .toList();
    }
}
