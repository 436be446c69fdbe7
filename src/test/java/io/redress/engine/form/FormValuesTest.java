package io.redress.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;

class FormValuesTest {

    @Test
    void aFormShowsTextsNumbersFlagsAndListsOfItsStep() {
        assertThat(FormValues.fromStep(Variables.createVariables()
                        .putValue("department", "finance")
                        .putValue("round", 2)
                        .putValue("amount", 12.5)
                        .putValue("refused", false)
                        .putValueTyped(
                                "departments",
                                SpinValues.jsonValue("[\"finance\",\"store\"]").create())))
                .isEqualTo(Map.of(
                        "department",
                        "finance",
                        "round",
                        new BigDecimal("2"),
                        "amount",
                        new BigDecimal("12.5"),
                        "refused",
                        false,
                        "departments",
                        List.of("finance", "store")));
    }

    @Test
    void aFormShowsNothingElseOfItsStep() {
        assertThat(FormValues.fromStep(Variables.createVariables()
                        .putValue("since", new Date())
                        .putValue("nobody", null)
                        .putValueTyped(
                                "plan", SpinValues.jsonValue("{\"of\": 1}").create())))
                .isEmpty();
    }
}
