package io.redress.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {

    private static final Path FOLDER = Path.of("src/main/resources/sentences");

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString().replaceFirst("_(en|zh)\\.properties$", ""))
                    .distinct()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @CsvSource({"200000, '200,000.00'", "0.5, 0.50", "1E+13, '10,000,000,000,000.00'", "-1234.567, '-1,234.567'"})
    void sumsAreReadWithSeparatorsAndFen(BigDecimal sum, String read) {
        assertThat(Sentences.sum(sum)).isEqualTo(read);
        assertThat(new Sentences(Language.ZH).say("claim.line-claimed", sum)).isEqualTo("索赔金额：" + read + " 元");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everySentenceIsWrittenInBothLanguagesWithTheSameArguments(String bundle) throws IOException {
        Properties english = read(bundle, Language.EN);
        Properties chinese = read(bundle, Language.ZH);
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(english.stringPropertyNames()).isNotEmpty().allSatisfy(name -> {
            assertThat(name).startsWith(bundle + ".");
            assertThat(arguments(chinese.getProperty(name))).isEqualTo(arguments(english.getProperty(name)));
        });
    }

    private static int arguments(String pattern) {
        return new MessageFormat(pattern).getFormatsByArgumentIndex().length;
    }

    private static Properties read(String bundle, Language language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(bundle + "_" + language.code() + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}
