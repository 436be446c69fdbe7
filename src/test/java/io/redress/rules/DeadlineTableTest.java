package io.redress.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlineTableTest {

    @ParameterizedTest
    @EnumSource
    void theReadmeSaysWhatThePolicyTableSays(Language language) throws IOException {
        Path readme = DeadlineTable.READMES.get(language);
        assertThat(DeadlineTable.in(Files.readString(readme)))
                .as(
                        "%s differs from processes/deadline-policy.dmn. Refresh it: mvn -Pbench test-compile exec:exec"
                                + " -Dbench.class=io.redress.rules.DeadlineTable",
                        readme)
                .isEqualTo(new DeadlineTable(language).toString());
    }

    @Test
    void saysInWordsWhatHappensWhenNobodyActs() {
        assertThat(new DeadlineTable(Language.EN).toString())
                .contains("| Emergency funds | 30 minutes | the request | – | Mall duty manager, Head of finance |")
                .contains(
                        "supermarket, except quality loop / lost receipt / lost VAT invoice / lost export form: 72 hours<br>"
                                + "credit union, except")
                .contains("| Record confirmed | 24 hours | receipt | its owner, at 75 % | the record is marked");
        assertThat(new DeadlineTable(Language.ZH).toString()).contains("| 紧急款项 | 30分钟 | 提出申请 | – | 商场值班经理、财务部负责人 |");
    }
}
