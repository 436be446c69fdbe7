package io.redress.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.language.Language;
import io.redress.language.Sentences;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;

class DemoBindingTest {

    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withUserConfiguration(PeopleConfiguration.class)
            .withBean(Sentences.class, () -> new Sentences(Language.EN))
            .withBean(DemoBinding.class);

    @Test
    void demoModeIsReachedFromThisComputerOnly() {
        application
                .withPropertyValues("redress.demo=true")
                .run(context -> assertThat(customized(context.getBean(DemoBinding.class))
                                .getAddress()
                                .isLoopbackAddress())
                        .isTrue());
    }

    @Test
    void withoutDemoModeTheAddressStaysAsConfigured() {
        application.run(context -> assertThat(
                        customized(context.getBean(DemoBinding.class)).getAddress())
                .isNull());
    }

    @Test
    void refusesTheDemoOnPostgresUntilItIsConfirmed() {
        application
                .withPropertyValues("redress.demo=true", "spring.profiles.active=postgres")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasRootCauseInstanceOf(StartRefused.class)
                        .rootCause()
                        .hasMessageContaining("PostgreSQL"));
        application
                .withPropertyValues("redress.demo=true", "redress.demo-confirm=true", "spring.profiles.active=postgres")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void aRefusedStartIsPrintedAsWhatIsWrongAndWhatToDo() {
        application
                .withPropertyValues("redress.demo=true", "spring.profiles.active=postgres")
                .run(context -> {
                    FailureAnalysis analysis = SpringFactoriesLoader.forDefaultResourceLocation(
                                    getClass().getClassLoader())
                            .load(FailureAnalyzer.class, (type, name, failure) -> {
                                // Boot's own analyzers want a context; only ours is under test.
                            })
                            .stream()
                            .map(analyzer -> analyzer.analyze(context.getStartupFailure()))
                            .filter(found -> found != null)
                            .findFirst()
                            .orElseThrow();
                    assertThat(analysis.getDescription()).contains("Demo mode is on");
                    assertThat(analysis.getAction()).contains("redress.demo-confirm=true");
                });
    }

    @Test
    void theEnvironmentSetsThePasswordOfTheAdministratorAndNoLogShowsIt() {
        application
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "test-systemEnvironment",
                                Map.of("REDRESS_ADMIN_PASSWORD", "Sesame-Open-1", "REDRESS_DEMO", "true"))))
                .run(context -> {
                    PeopleProperties properties = context.getBean(PeopleProperties.class);
                    assertThat(properties.adminPassword()).isEqualTo("Sesame-Open-1");
                    assertThat(properties.demo()).isTrue();
                    assertThat(properties.toString()).doesNotContain("Sesame");
                });
    }

    @Test
    void theInstallationNamesItsOwnTableOfGroups() {
        application
                .withPropertyValues("redress.people.groups=classpath:people/installation-groups.yaml")
                .run(context -> assertThat(context.getBean(Groups.class)
                                .find("finance")
                                .orElseThrow()
                                .name(Language.ZH))
                        .isEqualTo("资金管理部"));
    }

    private static TomcatServletWebServerFactory customized(DemoBinding binding) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory();
        binding.customize(factory);
        return factory;
    }
}
