package io.redress.casefile.money;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.measure.Measure;
import io.redress.casefile.measure.Measures;
import io.redress.people.Group;
import io.redress.people.Groups;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The groups that may approve a sum of a case, the lowest first. */
@Component
class ApprovalLevels {

    private static final String ENVIRONMENT = "environment-accident";
    private static final BigDecimal LEAST = new BigDecimal("0.01");

    private final ApprovalAuthority authority;
    private final Measures measures;
    private final Groups groups;

    ApprovalLevels(ApprovalAuthority authority, Measures measures, Groups groups) {
        this.authority = authority;
        this.measures = measures;
        this.groups = groups;
    }

    /**
     * @param payments of the case: their measures name the responsible department
     * @param judged whether it is the property side's, as somebody has judged; until then its category says so
     */
    List<String> of(Complaint complaint, BigDecimal sum, List<Payment> payments, Optional<Boolean> judged) {
        boolean environment = judged.orElseGet(() -> ENVIRONMENT.equals(complaint.category()));
        return authority.levels(sum, environment).stream()
                .flatMap(level -> level.equals(ApprovalAuthority.DEPARTMENT_HEAD)
                        ? heads(payments, environment)
                        : Stream.of(level))
                .distinct()
                .toList();
    }

    /** A department that is responsible for none of them has no head to ask. */
    private Stream<String> heads(List<Payment> payments, boolean environment) {
        List<String> all = authority.levels(LEAST, environment);
        // Some departments' next level is a level with a smaller limit, which must not approve more by that.
        List<String> below = all.subList(0, Math.max(0, all.indexOf(ApprovalAuthority.DEPARTMENT_HEAD)));
        return payments.stream()
                .map(payment -> payment.offer().measureId())
                .flatMap(Stream::ofNullable)
                .map(id -> measures.find(id).map(Measure::planned).orElseThrow().department())
                .distinct()
                .flatMap(department -> headAbove(department, below).stream());
    }

    private Optional<String> headAbove(String department, List<String> below) {
        Optional<String> level = head(department);
        while (level.filter(below::contains).isPresent()) {
            level = head(level.get());
        }
        return level;
    }

    private Optional<String> head(String group) {
        return groups.find(group).flatMap(Group::head);
    }
}
