package io.redress.form;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules that a form states for its fields, as form-js 1.8.7 understands them. */
final class Rules {

    /** UTF-16 code units, as JavaScript counts; the most that any text may have, whatever the form says. */
    static final int LONGEST_TEXT = 4_000;

    private static final TextPattern EMAIL = TextPattern.of(
                    "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
                            + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$")
            .orElseThrow();
    private static final TextPattern PHONE = TextPattern.of(
                    "(\\+|00)(297|93|244|1264|358|355|376|971|54|374|1684|1268|61|43|994|257|32|229|226|880|"
                            + "359|973|1242|387|590|375|501|1441|591|55|1246|673|975|267|236|1|61|41|56|86|225|237|243|"
                            + "242|682|57|269|238|506|53|5999|61|1345|357|420|49|253|1767|45|1809|1829|1849|213|593|20|"
                            + "291|212|34|372|251|358|679|500|33|298|691|241|44|995|44|233|350|224|590|220|245|240|30|"
                            + "1473|299|502|594|1671|592|852|504|385|509|36|62|44|91|246|353|98|964|354|972|39|1876|44|"
                            + "962|81|76|77|254|996|855|686|1869|82|383|965|856|961|231|218|1758|423|94|266|370|352|"
                            + "371|853|590|212|377|373|261|960|52|692|389|223|356|95|382|976|1670|258|222|1664|596|230|"
                            + "265|60|262|264|687|227|672|234|505|683|31|47|977|674|64|968|92|507|64|51|63|680|675|48|"
                            + "1787|1939|850|351|595|970|689|974|262|40|7|250|966|249|221|65|500|4779|677|232|503|378|"
                            + "252|508|381|211|239|597|421|386|46|268|1721|248|963|1649|235|228|66|992|690|993|670|676|"
                            + "1868|216|90|688|886|255|256|380|598|1|998|3906698|379|1784|58|1284|1340|84|678|681|685|"
                            + "967|27|260|263)(9[976]\\d|8[987530]\\d|6[987]\\d|5[90]\\d|42\\d|3[875]\\d|"
                            + "2[98654321]\\d|9[8543210]|8[6421]|6[6543210]|5[87654321]|4[987654310]|3[9643210]|2[70]|"
                            + "7|1)\\d{4,20}$")
            .orElseThrow();

    private final Clock clock;

    Rules(Clock clock) {
        this.clock = clock;
    }

    /** @param value as {@link ValueParser} read it */
    void check(Field field, Object value, FormState state, Caller caller) throws Refused {
        required(field, value, caller);
        if (value == null) {
            return;
        }
        switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> text(field, (String) value, state);
            case NUMBER -> number(field, (BigDecimal) value, state);
            case SELECT, RADIO -> offered(List.of(value), state.options(field));
            case CHECKLIST, TAGLIST -> {
                List<?> answers = (List<?>) value;
                offered(answers, state.options(field));
                if (new HashSet<>(answers).size() < answers.size()) {
                    throw new Refused("form.twice");
                }
            }
            case DATETIME -> notPast(field, (String) value);
            case CHECKBOX, EXPRESSION -> {}
        }
    }

    void required(Field field, Object value, Caller caller) throws Refused {
        boolean empty = value == null || value.equals(false) || value.equals(List.of());
        if (field.required(caller) && empty) {
            throw new Refused(
                    switch (field.type()) {
                        case TEXTFIELD, TEXTAREA, NUMBER, EXPRESSION -> "form.missing";
                        case CHECKBOX -> "form.missingTick";
                        case SELECT, RADIO, CHECKLIST, TAGLIST -> "form.missingChoice";
                        case DATETIME -> "form.missingDate";
                    });
        }
    }

    private static void text(Field field, String text, FormState state) throws Refused {
        BigDecimal length = BigDecimal.valueOf(ValueParser.trim(text).length());
        BigDecimal longest = BigDecimal.valueOf(LONGEST_TEXT);
        BigDecimal most = field.maxLength().in(state).orElse(longest).min(longest);
        if (length.compareTo(most) > 0 || text.length() > LONGEST_TEXT) {
            throw new Refused("form.tooLong", most, text.length());
        }
        Optional<BigDecimal> least = field.minLength().in(state);
        if (least.isPresent() && length.compareTo(least.get()) < 0) {
            throw new Refused("form.tooShort", least.get());
        }
        if (field.pattern().isPresent() && !field.pattern().get().isIn(text)) {
            throw new Refused("form.wrongPattern");
        }
        if (field.format().equals("email") && !EMAIL.isIn(text)) {
            throw new Refused("form.wrongEmail");
        }
        if (field.format().equals("phone") && !PHONE.isIn(text)) {
            throw new Refused("form.wrongPhone");
        }
    }

    private static void number(Field field, BigDecimal number, FormState state) throws Refused {
        Optional<BigDecimal> min = field.min().in(state);
        if (min.isPresent() && number.compareTo(min.get()) < 0) {
            throw new Refused("form.tooSmall", Scalar.text(min.get()));
        }
        Optional<BigDecimal> max = field.max().in(state);
        if (max.isPresent() && number.compareTo(max.get()) > 0) {
            throw new Refused("form.tooLarge", Scalar.text(max.get()));
        }
        Optional<Integer> decimals = field.decimals();
        if (decimals.isPresent() && number.scale() > decimals.get()) {
            throw decimals.get() == 0
                    ? new Refused("form.notWhole")
                    : new Refused("form.tooManyDecimals", decimals.get());
        }
        Optional<BigDecimal> step = field.increment();
        if (step.isPresent() && number.remainder(step.get()).signum() != 0) {
            throw new Refused("form.wrongStep", Scalar.text(step.get()));
        }
    }

    private static void offered(Collection<?> answers, List<Option> options) throws Refused {
        Set<Object> offered = new HashSet<>();
        options.forEach(option -> offered.add(option.value()));
        if (!offered.containsAll(answers)) {
            throw new Refused("form.notOffered");
        }
    }

    private void notPast(Field field, String value) throws Refused {
        if (!field.refusesPast() || field.part() == Field.Part.TIME) {
            return;
        }
        LocalDate date = field.part() == Field.Part.DATE
                ? LocalDate.parse(value)
                : OffsetDateTime.parse(value).toLocalDate();
        if (date.isBefore(LocalDate.now(clock))) {
            throw new Refused("form.past");
        }
    }
}
