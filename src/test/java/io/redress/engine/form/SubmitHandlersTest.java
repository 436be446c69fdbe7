package io.redress.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.form.Form;
import io.redress.language.Language;
import io.redress.language.Sentences;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ProcessDefinitionImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** An owner's diagram names a handler on whatever step, with whatever form. */
class SubmitHandlersTest {

    private static final Sentences SENTENCES = new Sentences(Language.EN);
    private static final String ASKED = """
            {"key": "measureId", "type": "number"}, {"key": "proof", "type": "textarea"},
            {"key": "on", "type": "datetime", "subtype": "date"}""";

    private final List<Map<String, Object>> done = new ArrayList<>();
    private final SubmitHandlers handlers = new SubmitHandlers(
            new StaticListableBeanFactory(Map.of("payHandler", new SubmitHandler() {
                @Override
                public Set<FormField<?>> reads() {
                    return Set.of(
                            new FormField<>("measureId", BigDecimal.class),
                            new FormField<>("proof", String.class),
                            new FormField<>("on", LocalDate.class));
                }

                @Override
                public void submit(Entry submission) {
                    done.add(submission.fields());
                }
            })),
            SENTENCES);

    @Test
    void aFormThatAsksForWhatItReadsIsTaken() {
        Map<String, Object> fields = Map.of("measureId", BigDecimal.ONE, "proof", "1234", "on", "2026-06-01");
        submit("payHandler", ASKED, fields);
        submit("payHandler", ASKED, Map.of());
        assertThat(done).containsExactly(fields, Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'key': 'proof', 'type': 'textarea'}, {'key': 'on', 'type': 'datetime', 'subtype': 'date'}",
                "{'key': 'measureId', 'type': 'textfield'}, {'key': 'proof', 'type': 'textarea'}, {'key': 'on', 'type': 'datetime', 'subtype': 'date'}",
                "{'key': 'measureId', 'type': 'number', 'disabled': true}, {'key': 'proof', 'type': 'textarea'}, {'key': 'on', 'type': 'datetime', 'subtype': 'date'}",
                "{'key': 'measureId', 'type': 'number'}, {'key': 'proof', 'type': 'taglist'}, {'key': 'on', 'type': 'datetime', 'subtype': 'date'}",
                "{'key': 'measureId', 'type': 'number'}, {'key': 'proof', 'type': 'checkbox'}, {'key': 'on', 'type': 'datetime', 'subtype': 'date'}",
                "{'key': 'measureId', 'type': 'number'}, {'key': 'proof', 'type': 'textarea'}, {'key': 'on', 'type': 'datetime', 'subtype': 'datetime'}",
                "{'key': 'measureId', 'type': 'number'}, {'key': 'proof', 'type': 'textarea'}, {'key': 'on', 'type': 'textfield'}"
            })
    void aFormThatAsksOtherwiseIsRefusedInWordsBeforeAnythingHappens(String fields) {
        assertThatThrownBy(() -> submit("payHandler", fields.replace('\'', '"'), Map.of()))
                .isInstanceOf(RefusedCase.class)
                .hasMessageContaining("does not ask for")
                .hasMessageContaining("“payHandler”");
        assertThat(done).isEmpty();
    }

    @Test
    void anOptionThatIsANumberIsNoText() {
        assertThatThrownBy(() -> submit("payHandler", ASKED, Map.of("proof", BigDecimal.TEN)))
                .isInstanceOf(RefusedCase.class)
                .hasMessageContaining("“proof”");
        assertThat(done).isEmpty();
    }

    @Test
    void aHandlerThatIsGoneIsSaidSo() {
        assertThatThrownBy(() -> submit("goneHandler", ASKED, Map.of()))
                .isInstanceOf(RefusedCase.class)
                .hasMessageContaining("“goneHandler”");
    }

    private void submit(String handler, String fields, Map<String, Object> values) {
        ActivityImpl step = new ActivityImpl("userTask_pay", new ProcessDefinitionImpl("owners"));
        step.setProperty(SubmitHandlers.ON_SUBMIT, handler);
        String form =
                "{\"id\": \"pay\", \"type\": \"default\", \"schemaVersion\": 16, \"components\": [" + fields + "]}";
        handlers.of(step, new DeployedForm("pay", 1, Form.parse(form.getBytes(StandardCharsets.UTF_8), SENTENCES)))
                .submit(new Entry(1, "owners", "p", step.getId(), "t", "pay", 1, "finance", Instant.EPOCH, values));
    }
}
