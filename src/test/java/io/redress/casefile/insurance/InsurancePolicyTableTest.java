package io.redress.casefile.insurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.casefile.complaint.ClaimKind;
import io.redress.language.InvalidTable;
import io.redress.language.Language;
import io.redress.language.Sentences;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsurancePolicyTableTest {

    private static final String HEAD =
            "number,name,insurer,contact,phone,email,site,covers,from,to,excess,case-limit,active\n";
    private static final String GOOD = "GZZR-2026-01,公众责任险,江城财产保险,秦朗,13800030001,baoan@jiangcheng.example,mall,"
            + "merchant environment,2026-01-01,2026-12-31,500,200000.5,yes\n";

    private static final Function<String, Optional<InsurancePolicy>> NONE_KNOWN = number -> Optional.empty();

    private final InsurancePolicyTable table = new InsurancePolicyTable(new Sentences(Language.EN));

    private List<InsurancePolicy> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), NONE_KNOWN);
    }

    private List<InsurancePolicy> read(byte[] file, Function<String, Optional<InsurancePolicy>> present) {
        return table.read(file, present).stream()
                .map(InsurancePolicyTable.Row::policy)
                .toList();
    }

    private List<String> faults(String text) {
        try {
            read(text);
        } catch (InvalidTable e) {
            return e.faults();
        }
        return List.of();
    }

    @Test
    void aLineIsAPolicy() {
        InsurancePolicy policy = read(HEAD + GOOD).get(0);
        assertThat(policy.number()).isEqualTo("GZZR-2026-01");
        assertThat(policy.name()).isEqualTo("公众责任险");
        assertThat(policy.insurer()).isEqualTo("江城财产保险");
        assertThat(policy.email()).isEqualTo("baoan@jiangcheng.example");
        assertThat(policy.site()).isEqualTo("mall");
        assertThat(policy.covers()).containsExactly(ClaimKind.MERCHANT, ClaimKind.ENVIRONMENT);
        assertThat(policy.from()).isEqualTo("2026-01-01");
        assertThat(policy.to()).isEqualTo("2026-12-31");
        assertThat(policy.excess()).isEqualByComparingTo("500").hasScaleOf(2);
        assertThat(policy.caseLimit()).isEqualByComparingTo("200000.50").hasScaleOf(2);
        assertThat(policy.active()).isTrue();
    }

    @Test
    void columnsMayBeChineseInAnyOrderAndFewer() {
        InsurancePolicy policy =
                read("保险公司,保单号,承保范围,每案限额,起始日,终止日\n江城财产保险,cpzr（2026） 7,自营商品、商户,1000,2026/1/1,2026年12月31日\n\n")
                        .get(0);
        // However it is typed, it is one number.
        assertThat(policy.number()).isEqualTo("CPZR(2026)7");
        assertThat(policy.covers()).containsExactly(ClaimKind.MERCHANT, ClaimKind.OWN_GOODS);
        assertThat(policy.from()).isEqualTo("2026-01-01");
        assertThat(policy.to()).isEqualTo("2026-12-31");
        assertThat(policy.site()).isNull();
        assertThat(policy.excess()).isEqualByComparingTo("0");
        assertThat(policy.contact()).isNull();
        assertThat(policy.active()).isTrue();
    }

    @Test
    void aChineseExcelWritesItOtherwise() {
        assertThat(read((HEAD + GOOD).getBytes(Charset.forName("GB18030")), NONE_KNOWN))
                .isEqualTo(read("\uFEFF" + HEAD + GOOD));
        assertThat(read((HEAD + GOOD).replace("\n", "\r\n"))).isEqualTo(read(HEAD + GOOD));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "GZZR-2026-02 | 1.20E+19 | The number “1.20E+19” may hold",
                "GZZR-2026-02 | =A1 | The number “=A1” may hold",
                "江城财产保险 | \"\" | “insurer” is empty",
                "江城财产保险 | 江\u200B城 | “insurer” holds a character that cannot be seen",
                "baoan@jiangcheng.example | baoan | “baoan” is no e-mail address",
                "baoan@jiangcheng.example | a@b.cn;c@d.cn | is no e-mail address",
                "merchant environment | merchant flood | “flood” in the column covers: merchant (商户), environment",
                "merchant environment | \"\" | “covers” is empty",
                "2026-01-01 | 2027-01-01 | It would end before it begins: 2027-01-01 to 2026-12-31",
                "2026-01-01 | 2026-02-30 | “2026-02-30” in the column from is no day",
                "2026-12-31 | soon | “soon” in the column to is no day",
                "2026-12-31 | 01/02/2026 | “01/02/2026” in the column to is no day",
                "\",500,\" | \",-1,\" | “-1” in the column excess is no amount",
                "\",500,\" | \",0.001,\" | “0.001” in the column excess is no amount",
                "200000.5 | 0 | “case-limit” is above 0",
                "200000.5 | -3 | “-3” in the column case-limit is no amount",
                "200000.5 | \"\" | “case-limit” is empty",
                "yes | maybe | “maybe” in the column active",
                "秦朗 | 秦朗,先生 | 14 cells, but the head has 13",
            })
    void eachFaultIsNamedWithItsLine(String good, String bad, String said) {
        assertThat(faults(HEAD
                        + GOOD
                        + GOOD.replace("GZZR-2026-01", "GZZR-2026-02").replace(good, bad)))
                .singleElement()
                .asString()
                .startsWith("Line 3: ")
                .contains(said);
    }

    @Test
    void aColumnIsNamedAsTheTableCallsIt() {
        assertThat(faults("保单号,Insurer,承保范围,起始日,终止日,每案限额\nA-1,,商户,2026-01-01,2026-12-31,0.001\n"))
                .containsExactly(
                        "Line 2: “Insurer” is empty.",
                        "Line 2: “0.001” in the column 每案限额 is no amount in yuan with at most two decimals (0 to 9999999999999.99).");
    }

    @Test
    void whatIsTooLongIsNamed() {
        assertThat(faults(HEAD + GOOD.replace("江城财产保险", "险".repeat(201))))
                .containsExactly("Line 2: “insurer” is longer than 200 characters.");
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        assertThat(faults(HEAD + GOOD + GOOD.replace("GZZR-2026-01", "gzzr-2026-01") + "x,,,,,,,fire,1,2,a,b,c\n"))
                .contains("Line 3: The number “GZZR-2026-01” stands there twice.", "Line 4: “insurer” is empty.")
                .hasSize(8);
        assertThat(faults("number,colour\n"))
                .anySatisfy(fault -> assertThat(fault).contains("“colour” is not known"))
                .anySatisfy(fault -> assertThat(fault).contains("“case-limit” is missing"));
    }

    @Test
    void whatTheTableHasNoColumnForStays() {
        InsurancePolicy known = read(HEAD + GOOD.replace(",yes", ",no")).get(0);
        String few = "number,insurer,covers,from,to,case-limit\n"
                + "gzzr-2026-01,江城财产保险,environment,2026-01-01,2027-06-30,300000\n";
        InsurancePolicy changed = read(
                        few.getBytes(StandardCharsets.UTF_8),
                        number -> Optional.of(known)
                                .filter(policy -> policy.number().equals(number)))
                .get(0);
        assertThat(changed.to()).isEqualTo("2027-06-30");
        assertThat(changed.covers()).containsExactly(ClaimKind.ENVIRONMENT);
        assertThat(changed.excess()).isEqualTo(known.excess());
        assertThat(changed.site()).isEqualTo("mall");
        assertThat(changed.email()).isEqualTo(known.email());
        assertThat(changed.active()).isFalse();
    }

    @Test
    void whatIsNoTableIsRefusedWhateverItIs() {
        Random random = new Random(20261130);
        for (int round = 0; round < 300; round++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            assertThatThrownBy(() -> read(noise, NONE_KNOWN)).isInstanceOf(InvalidTable.class);
        }
    }

    @Test
    void whatIsWrittenReadsBackToItselfAndIsComputedByNoSpreadsheet() {
        Random random = new Random(20261130);
        for (int round = 0; round < 300; round++) {
            LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700));
            InsurancePolicy policy = new InsurancePolicy(
                    "P-" + round,
                    random.nextBoolean() ? null : "@险种",
                    random.nextBoolean() ? "江城，\"财险\"" : "=A, \"B\" ; 'C'",
                    random.nextBoolean() ? null : "秦·朗",
                    random.nextBoolean() ? null : "+86 10 1234567",
                    random.nextBoolean() ? null : "a@b.cn",
                    random.nextBoolean() ? null : "mall",
                    EnumSet.of(ClaimKind.values()[random.nextInt(3)], ClaimKind.values()[random.nextInt(3)]),
                    from,
                    from.plusDays(random.nextInt(400)),
                    BigDecimal.valueOf(random.nextInt(1_000_000), 2),
                    BigDecimal.valueOf(1 + random.nextInt(1_000_000), 2),
                    random.nextBoolean());
            String written = table.write(List.of(policy));
            assertThat(read(written)).containsExactly(policy);
            assertThat(written).doesNotContain(",=", "\"=", ",@", "\"@", ",+");
        }
    }
}
