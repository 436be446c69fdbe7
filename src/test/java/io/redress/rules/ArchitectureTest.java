package io.redress.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.redress.RedressApplication;
import io.redress.casefile.SubmitHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;

/** One wall: the business does not know the engine. */
@AnalyzeClasses(packages = "io.redress", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final int LONGEST_DELEGATE = 40;

    private static final String[] ABOVE = {
        "io.redress", "io.redress.engine..", "io.redress.process..", "io.redress.web.."
    };

    @ArchTest
    static final ArchRule onlyEngineAndProcessKnowCamunda = noClasses()
            .that()
            .resideOutsideOfPackages("io.redress.engine..", "io.redress.process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm..");

    @ArchTest
    static final ArchRule featuresKnowNothingAboveThem = noClasses()
            .that()
            .resideOutsideOfPackages(ABOVE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.redress.engine..", "io.redress.process..", "io.redress.web..");

    @ArchTest
    static final ArchRule nobodyUsesTheWeb = noClasses()
            .that()
            .resideOutsideOfPackage("io.redress.web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.redress.web..");

    @ArchTest
    static final ArchRule nobodyUsesAProcessNotEvenAnother =
            slices().matching("io.redress.process.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule nobodyOutsideUsesAProcess = noClasses()
            .that()
            .resideOutsideOfPackage("io.redress.process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.redress.process..");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("io.redress.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theCaseFileIsFreeOfCycles =
            slices().matching("io.redress.casefile.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whatKnowsNoComplaintStaysSo = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.redress.calendar..",
                    "io.redress.form..",
                    "io.redress.language..",
                    "io.redress.people..",
                    "io.redress.site..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.redress.casefile..");

    @ArchTest
    static final ArchRule gatesAreFreeOfCycles =
            slices().matching("io.redress.engine.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule delegatesAreKnownByTheirNameAndTheDiagramOnly = classes()
            .that()
            .implement(JavaDelegate.class)
            .should()
            .haveSimpleNameEndingWith("Delegate")
            .andShould()
            .bePackagePrivate()
            .andShould()
            .resideInAPackage("io.redress.process.(*)");

    @ArchTest
    static final ArchRule handlersAreKnownByTheirNameAndTheDiagramOnly = classes()
            .that()
            .implement(SubmitHandler.class)
            .should()
            .haveSimpleNameEndingWith("Handler")
            .andShould()
            .bePackagePrivate()
            .andShould()
            .resideInAPackage("io.redress.process.(*)");

    @ArchTest
    static final ArchRule processesWriteNoSql = noClasses()
            .that()
            .resideInAPackage("io.redress.process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..");

    @ArchTest
    static final ArchRule theCalendarAndTheFormCheckNeedNoFramework = noClasses()
            .that()
            .resideInAnyPackage("io.redress.calendar..", "io.redress.form..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule featuresTellTheTimeInInstantsAndDays = noClasses()
            .that()
            .resideOutsideOfPackage("io.redress.engine..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date");

    @ArchTest
    static final ArchRule classesAreNamedForWhatTheyAre =
            noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Manager|Helper)");

    @ArchTest
    static final ArchRule nobodyIsInjectedIntoFields = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule nobodyPrintsOnceThereIsALog =
            noClasses().that().doNotBelongToAnyOf(RedressApplication.class).should(ACCESS_STANDARD_STREAMS);

    @Test
    void thereAreAtMostTenPackagesAtTheTop() throws IOException {
        try (Stream<Path> top = Files.list(Path.of("src/main/java/io/redress"))) {
            assertThat(top.filter(Files::isDirectory)).hasSizeLessThanOrEqualTo(10);
        }
    }

    @Test
    void delegatesMapInCallAndMapOut() throws IOException {
        assertThat(delegates())
                .isNotEmpty()
                .allSatisfy(source ->
                        assertThat(code(source)).as(source.toString()).hasSizeLessThanOrEqualTo(LONGEST_DELEGATE));
    }

    private static List<Path> delegates() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/redress/process"))) {
            return sources.filter(source -> source.toString().endsWith("Delegate.java"))
                    .toList();
        }
    }

    /** The lines that a reader reads: no imports, no blank ones. */
    private static List<String> code(Path source) throws IOException {
        return Files.readAllLines(source).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("import ") && !line.startsWith("package "))
                .toList();
    }
}
