package io.redress.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParsedOnceFeelTest {

    private final DmnEngine engine = ParsedOnceFeel.decisions().buildEngine();

    /** What a variable may hold that is neither text, number, flag, date, list nor map. */
    public static final class Stranger {

        private static boolean reached;

        public String act(String what) {
            reached = true;
            return what;
        }

        public String getName() {
            reached = true;
            return "name";
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.act(\"a\")",
                "x.name",
                "x.getName()",
                "x.getClass()",
                "x.class",
                "x.class.name",
                "x.methods",
                "x.forName(\"java.lang.System\")",
                "x.path",
                "x.delete()",
                "[x][1].act(\"a\")",
                "{a: x}.a.name",
                "many[1].act(\"a\")",
                "many[1].class",
                "named.x.name",
                "named.x.act(\"a\")",
                "string(x.name)",
                "for y in many return y.act(\"a\")",
                "get value(x, \"name\")"
            })
    void aCellReachesNoObjectOfJava(String cell) {
        for (Object object : new Object[] {new Stranger(), Runtime.class, new File("/tmp"), Locale.CHINA}) {
            Map<String, Object> facts = Map.of("x", object, "many", List.of(object), "named", Map.of("x", object));
            assertThat(answerOrNull(cell, facts))
                    .as("%s of a %s", cell, object.getClass())
                    .isNull();
        }
        assertThat(Stranger.reached).isFalse();
    }

    @Test
    void aCellReachesWhatIsAValue() {
        Map<String, Object> facts = Map.of(
                "text",
                "abc",
                "number",
                new BigDecimal("1.5"),
                "flag",
                true,
                "date",
                new Date(0),
                "list",
                List.of(1, 2),
                "map",
                Map.of("a", List.of(Map.of("b", 7))),
                "json",
                Spin.JSON("{\"a\": [{\"b\": 7}]}"));
        for (String cell : List.of(
                "text = \"abc\"",
                "number > 1",
                "flag",
                "date.year = 1970",
                "list[2] = 2",
                "map.a[1].b = 7",
                "json.a[1].b = 7",
                "contains(text, \"b\")")) {
            assertThat(answer(cell, facts)).as(cell).isEqualTo(true);
        }
    }

    /** A fault is as good as nothing. */
    private Object answerOrNull(String cell, Map<String, Object> facts) {
        try {
            return answer(cell, facts);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private Object answer(String cell, Map<String, Object> facts) {
        String table = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                  <decision id="t" name="t"><variable id="v" name="r"/><literalExpression id="l"><text><![CDATA[%s]]></text>
                  </literalExpression></decision></definitions>""".formatted(cell);
        return engine.evaluateDecision(
                        engine.parseDecision("t", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8))),
                        Variables.fromMap(facts))
                .getSingleEntry();
    }
}
