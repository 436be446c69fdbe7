package io.redress.casefile.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "现场照片 1.jpg, 现场照片 1.jpg",
        "../../etc/passwd, passwd",
        "C:\\Users\\王芳\\a.png, a.png",
        "a/b\\c.pdf, c.pdf",
        "'  a   b.txt ', a b.txt",
        "𠮷㐂 😡.pdf, 𠮷㐂 😡.pdf",
        "<script>, <script>"
    })
    void keepsWhatPeopleCalledIt(String given, String kept) {
        assertThat(FileName.of(given)).isEqualTo(kept);
    }

    @Test
    void whatNobodySeesIsGone() {
        assertThat(FileName.of("a\u0000\u0007\r\nb\u202Egnp\u2066.\u200Eexe\uD800"))
                .isEqualTo("a bgnp.exe");
        assertThat(FileName.of("👨\u200D👩\u200D👧.jpg")).isEqualTo("👨\u200D👩\u200D👧.jpg");
    }

    @Test
    void nothingIsLeftOfWhatIsOnlyAPath() {
        for (String path : new String[] {"", ".", "..", "/", "a/", "..\\", "\u202E"}) {
            assertThat(FileName.of(path)).as(path).isEmpty();
        }
    }

    @Test
    void aLongNameKeepsItsEnding() {
        String name = FileName.of("吉".repeat(298) + "𠮷".repeat(10) + ".jpeg");
        assertThat(name.codePointCount(0, name.length())).isEqualTo(FileName.LONGEST);
        assertThat(name).startsWith("吉吉").endsWith("吉.jpeg");
        String whole = "𠮷".repeat(FileName.LONGEST);
        assertThat(FileName.of(whole)).isEqualTo(whole);
    }

    @Property
    void nothingLeadsElsewhereWhateverItIsCalled(@ForAll String given) {
        String name = FileName.of(given);
        assertThat(name).doesNotContain("/", "\\").doesNotContainPattern("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]");
        assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(FileName.LONGEST);
        assertThat(FileName.of(name)).isEqualTo(name);
    }
}
