package io.redress.casefile.injury;

import io.redress.casefile.Answers;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.treatment.TreatmentAdvances;
import io.redress.language.Sentences;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What the forms of an injury show of it, and propose: where one is in doubt, no. */
@Component
class InjuryAnswers implements Answers {

    private static final FormField<String> CLAIM_KIND = new FormField<>("claimKind", String.class);
    /** Up to which sum the duty manager's yes is enough, in a sentence. */
    private static final FormField<String> LIMIT = new FormField<>("advanceLimitLine", String.class);
    /** What an advance is about, in lines. */
    private static final FormField<String> LINE = new FormField<>("advanceLine", String.class);
    /** What was advanced and is neither taken off nor decided on, in a sentence. */
    private static final FormField<String> ADVANCED = new FormField<>("treatmentAdvanced", String.class);

    private final Injuries injuries;
    private final TreatmentAdvances advances;
    private final Sentences sentences;

    InjuryAnswers(Injuries injuries, TreatmentAdvances advances, Sentences sentences) {
        this.injuries = injuries;
        this.advances = advances;
        this.sentences = sentences;
    }

    @Override
    public Map<String, Object> answer(long complaintId, Map<String, Object> step, Collection<String> keys) {
        Map<String, Object> answers = new HashMap<>();
        if (keys.contains(InjuryFields.COMPANY.key())) {
            answers.put(InjuryFields.COMPANY.key(), "no");
            answers.put(InjuryFields.ADVANCE.key(), "no");
        }
        if (keys.contains(LIMIT.key())) {
            injuries.find(complaintId)
                    .ifPresent(
                            injury -> answers.put(LIMIT.key(), sentences.say("injury.limit", injury.advanceLimit())));
        }
        if (keys.contains(CLAIM_KIND.key()) && keys.contains(ADVANCED.key())) {
            injuries.find(complaintId)
                    .ifPresent(injury ->
                            answers.put(CLAIM_KIND.key(), injury.kind().text()));
        }
        if (keys.contains(ADVANCED.key())) {
            BigDecimal advanced = advances.advanced(complaintId);
            answers.put(ADVANCED.key(), advanced.signum() == 0 ? null : sentences.say("injury.advanced", advanced));
        }
        if (keys.contains(LINE.key()) && step.get(TreatmentAdvances.ADVANCE_ID) instanceof BigDecimal id) {
            advances.find(complaintId, id.longValue())
                    .ifPresent(advance -> answers.put(
                            LINE.key(),
                            sentences.say(
                                    "injury.advance-line",
                                    advance.amount(),
                                    Objects.toString(advance.grantedBy(), advance.askedBy()))));
        }
        return answers;
    }
}
