package io.redress.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.language.InvalidTable;
import io.redress.language.Language;
import io.redress.language.Sentences;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerchantTableTest {

    private static final String HEAD = "id,site,name,unit,contact,phone,bank,account,deposit,logins,active\n";
    private static final String GOOD =
            "chunfeng-2f18,mall,春风服饰,2F-18,马超,13800020001,中国工商银行,1202 0201 0900 0123 456,30000.5,ma chao,yes\n";

    private static final Function<String, Optional<MerchantTable.Row>> NOBODY_KNOWN = id -> Optional.empty();

    private final MerchantTable table = new MerchantTable(new Sentences(Language.EN));

    private List<MerchantTable.Row> read(String text) {
        return table.read(text.getBytes(StandardCharsets.UTF_8), NOBODY_KNOWN);
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
    void aLineIsAMerchantAndWhoLogsInForIt() {
        MerchantTable.Row row = read(HEAD + GOOD).get(0);
        assertThat(row.line()).isEqualTo(2);
        assertThat(row.logins()).containsExactly("ma", "chao");
        Merchant merchant = row.merchant();
        assertThat(merchant.group()).isEqualTo("merchant-chunfeng-2f18");
        assertThat(Merchant.ofGroup(merchant.group())).hasValue(merchant.id());
        assertThat(merchant.line()).isEqualTo("春风服饰 · 2F-18");
        assertThat(merchant.account().number()).isEqualTo("1202020109000123456");
        assertThat(merchant.deposit()).isEqualByComparingTo("30000.50").hasScaleOf(2);
        assertThat(merchant.active()).isTrue();
    }

    @Test
    void columnsMayBeChineseInAnyOrderAndFewer() {
        Merchant merchant =
                read("名称,编号,铺位,场所\n云溪羊绒,yunxi,3F-05,mall\n\n").get(0).merchant();
        assertThat(merchant.name()).isEqualTo("云溪羊绒");
        assertThat(merchant.account()).isNull();
        assertThat(merchant.contact()).isNull();
        assertThat(merchant.deposit()).isEqualByComparingTo("0");
        assertThat(merchant.active()).isTrue();
    }

    @Test
    void aChineseExcelWritesItOtherwise() {
        assertThat(table.read((HEAD + GOOD).getBytes(Charset.forName("GB18030")), NOBODY_KNOWN))
                .isEqualTo(read("\uFEFF" + HEAD + GOOD));
        assertThat(read((HEAD + GOOD).replace("\n", "\r\n"))).isEqualTo(read(HEAD + GOOD));
    }

    @Test
    void whoHasLeftHasNobodyWhoLogsIn() {
        MerchantTable.Row row = read(HEAD + GOOD.replace(",yes", ",否")).get(0);
        assertThat(row.merchant().active()).isFalse();
        assertThat(row.logins()).isEmpty();
        assertThat(row.named()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "chunfeng-2f18 | Chun Feng | The id “Chun Feng” may hold small letters",
                "chunfeng-2f18 | ../x | The id “../x” may hold",
                "chunfeng-2f18 | unlisted | The id “unlisted” is taken",
                "春风服饰 | 春风\u202E服饰 | “name” holds a character that cannot be seen",
                "春风服饰 | 春风\u2066服饰 | “name” holds a character that cannot be seen",
                "春风服饰 | 春\u200B风服饰 | “name” holds a character that cannot be seen",
                "2F-18 | 2F\uFEFF-18 | “unit” holds a character that cannot be seen",
                "马超 | 马\u200D超 | “contact” holds a character that cannot be seen",
                "春风服饰 | \"\" | “name” is empty",
                "30000.5 | 3.001 | “3.001” in the column deposit is no amount",
                "30000.5 | -1 | “-1” in the column deposit is no amount",
                "1202 0201 0900 0123 456 | 6222020200112233445 | The account number can’t be right",
                "1202 0201 0900 0123 456 | \"\" | Bank and account belong together",
                "yes | maybe | “maybe” in the column active",
                "马超 | 马超,先生 | 12 cells, but the head has 11",
            })
    void eachFaultIsNamedWithItsLine(String good, String bad, String said) {
        assertThat(faults(HEAD
                        + GOOD
                        + GOOD.replace("chunfeng-2f18", "other")
                                .replace(good, bad)
                                .replace("other", good.equals("chunfeng-2f18") ? bad : "other")))
                .singleElement()
                .asString()
                .startsWith("Line 3: ")
                .contains(said);
    }

    @Test
    void whatTheTableHasNoColumnForStays() {
        MerchantTable.Row known = read(HEAD + GOOD).get(0);
        Function<String, Optional<MerchantTable.Row>> present =
                id -> Optional.of(known).filter(row -> row.merchant().id().equals(id));
        String few = "id,site,name,unit\nchunfeng-2f18,mall,春风服饰,2F-18\n";
        assertThat(table.read(few.getBytes(StandardCharsets.UTF_8), present)).containsExactly(known);
        // An empty cell empties, and who leaves loses the logins without being asked for them.
        String left = "id,site,name,unit,phone,active\nchunfeng-2f18,mall,春风服饰,2F-19,,no\nyunxi,mall,云溪羊绒,3F-05,,\n";
        List<MerchantTable.Row> rows = table.read(left.getBytes(StandardCharsets.UTF_8), present);
        assertThat(rows.get(0).merchant().phone()).isNull();
        assertThat(rows.get(0).merchant().unit()).isEqualTo("2F-19");
        assertThat(rows.get(0).merchant().account()).isEqualTo(known.merchant().account());
        assertThat(rows.get(0).logins()).isEmpty();
        assertThat(rows.get(1).merchant().deposit()).isEqualByComparingTo("0");
        assertThat(rows.get(1).merchant().active()).isTrue();
    }

    @Test
    void whoHasLeftStaysAwayWhereTheTableDoesNotSay() {
        MerchantTable.Row left = read(HEAD + GOOD.replace(",yes", ",no")).get(0);
        String few = "id,site,name,unit\nchunfeng-2f18,mall,春风服饰,2F-18\n";
        assertThat(table.read(few.getBytes(StandardCharsets.UTF_8), id -> Optional.of(left))
                        .get(0)
                        .merchant()
                        .active())
                .isFalse();
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        assertThat(faults(HEAD + GOOD + GOOD + "x y,mall,,2F,,,,,,,\n"))
                .containsExactly(
                        "Line 3: The id “chunfeng-2f18” stands there twice.",
                        "Line 4: “name” is empty.",
                        "Line 4: The id “x y” may hold small letters, digits and dashes only, for example chunfeng-2f18.");
        assertThat(faults("id,name,colour,id\n"))
                .anySatisfy(fault -> assertThat(fault).contains("“colour” is not known"))
                .anySatisfy(fault -> assertThat(fault).contains("“id” stands there twice"))
                .anySatisfy(fault -> assertThat(fault).contains("“site” is missing"));
        assertThat(faults("")).containsExactly("The table is empty. Its first line names the columns.");
        assertThat(faults(HEAD + "\"x\n")).hasSize(1);
    }

    @Test
    void whatIsNoTableIsRefusedWhateverItIs() {
        Random random = new Random(20261130);
        for (int round = 0; round < 300; round++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            assertThatThrownBy(() -> table.read(noise, NOBODY_KNOWN)).isInstanceOf(InvalidTable.class);
        }
    }

    @Test
    void whatIsWrittenReadsBackToItself() {
        Random random = new Random(20261130);
        for (int round = 0; round < 300; round++) {
            Merchant merchant = new Merchant(
                    "m-" + round,
                    "mall",
                    random.nextBoolean() ? "春风，\"服饰\"" : "=A, \"B\" ; 'C'",
                    "2F-" + random.nextInt(99),
                    random.nextBoolean() ? null : "马·超",
                    random.nextBoolean() ? null : "+86 10 1234567",
                    random.nextBoolean() ? null : new BankAccount("银行", "1".repeat(8 + random.nextInt(8))),
                    java.math.BigDecimal.valueOf(random.nextInt(1_000_000), 2),
                    true);
            MerchantTable.Row row = new MerchantTable.Row(2, merchant, Set.of("a", "b.c"));
            assertThat(read(table.write(List.of(row)))).containsExactly(row);
        }
    }
}
