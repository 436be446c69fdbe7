package io.redress.process.approval;

import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.escalation.Escalation;
import io.redress.casefile.money.Approver;
import io.redress.casefile.money.Ledger;
import io.redress.casefile.money.Payment;
import io.redress.casefile.treatment.TreatmentAdvances;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who signs for money, and what they said: the lowest level whose limit covers the sum. Twice refused, or not answered
 * within the time, the next level decides.
 */
@Service
class Approvals {

    private static final String APPROVAL = "APPROVAL";
    /** What a plan that was replaced or not agreed to leaves behind is refused by nobody. */
    private static final String SYSTEM = "redress";

    private static final int REFUSALS = 2;

    private final Ledger ledger;
    private final TreatmentAdvances advances;
    private final Escalation escalation;
    private final Deadlines deadlines;
    private final Clock clock;

    Approvals(Ledger ledger, TreatmentAdvances advances, Escalation escalation, Deadlines deadlines, Clock clock) {
        this.ledger = ledger;
        this.advances = advances;
        this.escalation = escalation;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Who is to approve what the case offers now. */
    Approver approver(long id) {
        BigDecimal sum = ledger.linkedSum(id);
        Approver first = ledger.approver(id, sum);
        boolean refusedTwice =
                ledger.of(id).stream().filter(Approvals::refusedByAnApprover).count() >= REFUSALS;
        return refusedTwice && first.group().isPresent() ? above(id, first) : first;
    }

    /** Records that nobody has answered in time, and finds who is asked instead. */
    @Transactional
    Approver passUp(long id, String silent) {
        escalation.deadlineReached(id, APPROVAL, clock.instant());
        // The next level has its own time.
        deadlines.lapse(id, APPROVAL, clock.instant(), SYSTEM);
        return ledger.nextApprover(id, ledger.linkedSum(id), silent);
    }

    /**
     * Approves or refuses what money the case offers: one advance for a treatment, or what was agreed with the customer.
     *
     * @throws io.redress.casefile.money.RefusedPayment when the person may not
     */
    @Transactional
    void decide(Entry decision, boolean approved, String why) {
        Instant now = decision.submittedAt();
        Optional<Long> advance = ApprovalProcess.ADVANCE.find(decision).map(BigDecimal::longValue);
        asked(decision.complaintId(), advance).forEach(payment -> {
            if (approved) {
                ledger.approve(payment.id(), decision.submittedBy(), now);
            } else {
                ledger.refuse(payment.id(), decision.submittedBy(), why, now);
            }
        });
    }

    /** What one signature is about: a signature for the one is none for the other. */
    List<Payment> asked(long id, Optional<Long> advance) {
        Optional<Long> payment = advance.map(one -> advances.of(id, one).paymentId());
        return ledger.toApprove(id).stream()
                .filter(offered -> advance.isPresent()
                        ? payment.filter(one -> one == offered.id()).isPresent()
                        : offered.offer().kind().agreed())
                .toList();
    }

    /** The next level, if there is one. */
    private Approver above(long id, Approver first) {
        Approver next =
                ledger.nextApprover(id, ledger.linkedSum(id), first.group().orElseThrow());
        return next.group().isPresent() ? next : first;
    }

    private static boolean refusedByAnApprover(Payment payment) {
        return payment.state() == Payment.State.REFUSED && !SYSTEM.equals(payment.refusedBy());
    }
}
