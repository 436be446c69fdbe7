package io.redress;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.language.Language;
import io.redress.language.Sentences;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ProvisionalYearsTest {

    private static final LocalDate NEW_YEAR_2027 = LocalDate.of(2027, 1, 1);

    @Test
    void countInTheDemo() {
        assertThat(missingWith("redress.demo=true")).isEmpty();
    }

    @Test
    void doNotCountForRealWork() {
        assertThat(missingWith("redress.demo=false")).containsExactly(2027);
        assertThat(missingWith("spring.profiles.active=postgres")).containsExactly(2027);
    }

    @Test
    void countForRealWorkWhereThatIsSaid() {
        assertThat(missingWith("redress.demo=false", "redress.calendar.provisional-years=true"))
                .isEmpty();
    }

    /** What the packaged calendar of the office lacks of 2027 in an application with these settings. */
    private static SortedSet<Integer> missingWith(String... settings) {
        SortedSet<Integer> missing = new TreeSet<>();
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues(settings)
                .run(context -> missing.addAll(new RedressApplication()
                        .calendars(
                                context.getResource("classpath:/calendar"),
                                context.getEnvironment()
                                        .getRequiredProperty("redress.calendar.provisional-years", Boolean.class),
                                new Sentences(Language.EN))
                        .find("office")
                        .orElseThrow()
                        .missingYears(NEW_YEAR_2027, NEW_YEAR_2027)));
        return missing;
    }
}
