package io.redress.casefile.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.casefile.identity.IdentityDocument;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and numbers as people write them. */
class LossNumbersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, true",
        "11010519491231002x, true",
        "１１０１０５１９４９１２３１００２Ｘ, true",
        "110105 19491231 002X, true",
        "110105194912310021, false",
        "11010519491231002, false",
        "11010519491331002X, false",
        "01010519491231002X, false",
        "440308199901101512, true",
        "440308199901101513, false",
        "'', false"
    })
    void knowsTheCheckDigitOfAResidentCard(String number, boolean plausible) {
        assertThat(IdentityDocument.of(IdentityDocument.Kind.RESIDENT_CARD, number)
                        .plausible(TODAY))
                .isEqualTo(plausible);
    }

    @Test
    void nobodyIsBornTomorrow() {
        // The same person, were they born on that day; the check digit is right.
        IdentityDocument unborn = IdentityDocument.of(IdentityDocument.Kind.RESIDENT_CARD, "110105194912310" + "02X");
        assertThat(unborn.plausible(LocalDate.of(1949, 12, 30))).isFalse();
        assertThat(unborn.plausible(LocalDate.of(1949, 12, 31))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y43, true",
        "91350100m000100y43, true",
        "91350100M000100Y44, false",
        "9135O100M000100Y43, false",
        "91350100M000100Y4, false"
    })
    void knowsTheCheckCharacterOfACompany(String code, boolean plausible) {
        assertThat(IdentityDocument.of(IdentityDocument.Kind.BUSINESS_LICENCE, code)
                        .plausible(TODAY))
                .isEqualTo(plausible);
    }

    @ParameterizedTest
    @CsvSource({
        "PASSPORT, E12345678, true",
        "PASSPORT, 'E1;drop', false",
        "TRAVEL_PERMIT, H12345678, true",
        "PERMANENT_RESIDENCE, 911, false",
        "OTHER, 军字第12345号, true",
        "OTHER, x, false"
    })
    void takesOtherDocumentsByTheirSpelling(IdentityDocument.Kind kind, String number, boolean plausible) {
        assertThat(IdentityDocument.of(kind, number).plausible(TODAY)).isEqualTo(plausible);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "王小梅、李强|王小梅|true",
                "王小梅、李强|李强|true",
                "王小梅；李强|李 强|true",
                "欧阳娜娜|欧阳娜娜|true",
                "欧阳娜娜|欧阳娜|false",
                "阿卜杜拉·买买提|阿卜杜拉•买买提|true",
                "阿卜杜拉．买买提|阿卜杜拉·买买提|true",
                "李和平|李和平|true",
                "王小梅，李强|李强|true",
                "WANG, XIAOMEI|Wang|false",
                "王小梅｜李强|李强|true",
                "李和平|平|false",
                "WANG Xiaomei|wang xiaomei|true",
                "Ｓｍｉｔｈ, John|Smith, John|true",
                "𠮷田㐂子|𠮷田㐂子|true",
                "星河贸易有限公司|星河贸易有限公司|true",
                "星河贸易有限公司|星河贸易|false",
                "王小梅|' '|false",
                "王小梅 李强|李强|true",
                "王小梅 李强|王小梅|true",
                "王小梅　李 强|李强|true",
                "王 强 李 明|王强|true",
                "王 强 李 明|李明|true",
                "王 强 李 明|强李|false",
                "王小梅 李强 赵六|李强|true",
                "王小梅 和 李强|李强|true",
                "李强 Mary Ann Smith|Mary Ann Smith|true",
                "Mary Ann Smith 李强|李强|true",
                "Mary Ann Smith|Mary Ann Smith|true",
                "Mary Ann Smith|Ann Smith|false",
                "Mary Ann Smith and John Smith|John Smith|true",
                "Mary Ann Smith; John Smith|John Smith|true",
                "Mary Ann Smith John Smith|John Smith|false",
                "Fernando Anderson|Fern|false"
            })
    void findsWhoStandsOnThePaper(String onPaper, String name, boolean stands) {
        assertThat(HolderName.standsOn(onPaper, name)).isEqualTo(stands);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SJ-2026-0044|sj20260044",
                "SJ-2026-0044|ＳＪ２０２６００４４",
                "SJ-2026-0044|No. SJ 2026/0044",
                "SJ-2026-0044|№SJ—2026—0044",
                "SJ-2026-0044|收据SJ20260044号",
                "0044|44",
                "0044|编号：00044",
                "0044|第44号",
                "SJ-0044|收据号：SJ-0044",
                "SJ-0044|Receipt No. SJ-0044",
                "SJ-0044|Receipt SJ-0044",
                "SJ-0044|票据号 SJ-0044",
                "SJ-0044|单号SJ0044",
                "SJ-0044|SJ-0044（原件）",
                "SJ-0044|SJ-OO44"
            })
    void aNumberIsTheSameHoweverItIsWritten(String one, String other) {
        assertThat(PaperNumber.normalized(other))
                .isEqualTo(PaperNumber.normalized(one))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SJ-0044, SJ-0045", "NO123A, NOX123A", "0, 1", "甲0044, 乙0044"})
    void andAnotherStaysAnother(String one, String other) {
        assertThat(PaperNumber.normalized(other)).isNotEqualTo(PaperNumber.normalized(one));
    }

    @Test
    void signsAloneAreNoNumber() {
        assertThat(PaperNumber.normalized(" -—·№ ")).isEmpty();
        assertThat(PaperNumber.normalized("——")).isEmpty();
    }
}
