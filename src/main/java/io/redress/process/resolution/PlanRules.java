package io.redress.process.resolution;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.SubmissionRule;
import io.redress.complaint.Complaints;
import io.redress.entry.Entry;
import io.redress.language.Sentences;
import io.redress.measure.Measures;
import io.redress.people.Colleague;
import io.redress.people.Members;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What the steps of a resolution must keep beyond their forms, and what money they move: the ledger moves in the very
 * transaction of the submission, so that whoever may not approve or pay hears so at once.
 */
@Component
class PlanRules implements SubmissionRule {

    private final Plans plans;
    private final Measures measures;
    private final Complaints complaints;
    private final Members members;
    private final Sentences sentences;

    PlanRules(Plans plans, Measures measures, Complaints complaints, Members members, Sentences sentences) {
        this.plans = plans;
        this.measures = measures;
        this.complaints = complaints;
        this.members = members;
        this.sentences = sentences;
    }

    @Override
    public void check(Entry submission) {
        if (!submission.process().equals(ResolutionProcess.KEY)) {
            return;
        }
        Map<String, Object> fields = submission.fields();
        switch (submission.step()) {
            case "userTask_startTheInvestigation" -> impartial(submission);
            case "userTask_drawUpThePlan" ->
                measures.check(submission.complaintId(), plans.planned(fields), submission.submittedAt());
            case "userTask_carryOutTheMeasure" -> done(submission, "measureResult");
            case "userTask_payTheCompensation" -> done(submission, "paymentProof");
            default -> {}
        }
    }

    /** An owner's form may leave the measure to whoever fills it in. */
    private void done(Entry submission, String evidence) {
        long id = ((BigDecimal) submission.fields().get("measureId")).longValueExact();
        if (measures.of(submission.complaintId()).stream().noneMatch(measure -> measure.id() == id)) {
            throw new RefusedCase(sentences.say("ledger.other-measure", id));
        }
        plans.done(submission, id, (String) submission.fields().get(evidence));
    }

    /** Nobody investigates a complaint about oneself. */
    private void impartial(Entry submission) {
        Object investigator = submission.fields().get("investigator");
        if (investigator != null
                && investigator.equals(complaints.core(submission.complaintId()).get("complainedAbout"))) {
            throw new RefusedCase(sentences.say(
                    "plan.investigator",
                    members.colleagues().stream()
                            .filter(person -> person.login().equals(investigator))
                            .map(Colleague::name)
                            .findFirst()
                            .orElseThrow()));
        }
    }
}
