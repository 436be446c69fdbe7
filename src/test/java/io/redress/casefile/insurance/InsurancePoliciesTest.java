package io.redress.casefile.insurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.casefile.complaint.ClaimKind;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.State;
import io.redress.language.InvalidTable;
import io.redress.testing.ProcessTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Which policy holds for a claim, and that never two do. */
@ProcessTest
class InsurancePoliciesTest {

    private static final String HEAD = "number,insurer,site,covers,from,to,case-limit,active\n";

    /** Two of the bank with a gap of a month, one for the goods of all sites. */
    private static final String TABLE = """
            T-1,江城财产保险,bank,environment merchant,2031-01-01,2031-03-31,200000,%1$s
            T-2,江城财产保险,bank,environment,2031-05-01,2032-04-30,200000,%1$s
            T-3,长河财产保险,,own-goods,2031-01-01,2031-12-31,100000,%1$s
            """;

    private final InsurancePolicies policies;

    InsurancePoliciesTest(@Autowired InsurancePolicies policies) {
        this.policies = policies;
    }

    private int imported(String lines) {
        return policies.importTable((HEAD + lines).getBytes(StandardCharsets.UTF_8), "admin", Instant.now());
    }

    private List<String> faults(String lines) {
        try {
            imported(lines);
        } catch (InvalidTable e) {
            return e.faults();
        }
        return List.of();
    }

    @BeforeEach
    void threePolicies() {
        assertThat(imported(TABLE.formatted("yes"))).isEqualTo(3);
    }

    @AfterEach
    void noneHoldsAnyMore() {
        imported(TABLE.formatted("no"));
    }

    private Optional<String> holding(String site, String kind, String received) {
        Instant at = Instant.parse(received);
        Complaint complaint = new Complaint(
                1, "C-1", State.OPEN, site, null, false, false, null, null, null, at, at, "admin", null, null, false);
        return policies.holding(complaint, ClaimKind.of(kind).orElseThrow()).map(InsurancePolicy::number);
    }

    @ParameterizedTest
    @CsvSource({
        // Its first day begins at midnight in Shanghai, and its last ends there.
        "bank, environment, 2030-12-31T15:59:59Z, ",
        "bank, environment, 2030-12-31T16:00:00Z, T-1",
        "bank, environment, 2031-03-31T15:59:59Z, T-1",
        "bank, environment, 2031-03-31T16:00:00Z, ",
        "bank, environment, 2031-04-30T15:59:59Z, ",
        "bank, environment, 2031-04-30T16:00:00Z, T-2",
        "bank, merchant, 2031-02-01T04:00:00Z, T-1",
        "bank, merchant, 2031-06-01T04:00:00Z, ",
        "supermarket, environment, 2031-02-01T04:00:00Z, ",
        "bank, own-goods, 2031-02-01T04:00:00Z, T-3",
        "supermarket, own-goods, 2031-02-01T04:00:00Z, T-3",
        "supermarket, own-goods, 2032-02-01T04:00:00Z, ",
    })
    void holdsForItsSiteAndItsKindsFromItsFirstDayToItsLast(String site, String kind, String received, String number) {
        assertThat(holding(site, kind, received)).isEqualTo(Optional.ofNullable(number));
    }

    @Test
    void whatIsNotActiveHoldsNever() {
        imported("T-1,江城财产保险,bank,environment,2031-01-01,2031-03-31,200000,no\n");
        assertThat(holding("bank", "environment", "2031-02-01T04:00:00Z")).isEmpty();
        assertThat(policies.find("T-1")).isPresent();
    }

    @Test
    void ofTwoThatWouldHoldOnADayBothAreNamed() {
        assertThat(faults("""
                        T-6,江城财产保险,office,environment,2031-01-01,2031-06-30,1000,yes
                        T-7,江城财产保险,,merchant environment,2031-06-30,2031-12-31,1000,yes
                        """))
                .contains(
                        "Line 2: Two policies would hold for the same site, kind of claim and day: T-6, and T-7 in line 3.",
                        "Line 3: Two policies would hold for the same site, kind of claim and day: T-7, and T-6 in line 2.",
                        "Line 3: Two policies would hold for the same site, kind of claim and day: T-7, and T-2, which the register has already.");
        assertThat(policies.find("T-6")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "office, environment, 2031-07-01, yes",
        "supermarket, environment, 2031-01-01, yes",
        "office, merchant, 2031-01-01, yes",
        "office, environment, 2031-01-01, no"
    })
    void twoMayFollowEachOtherOrHoldForOtherClaims(String site, String kind, String from, String active) {
        try {
            assertThat(faults("""
                            T-8,江城财产保险,office,environment,2031-01-01,2031-06-30,1000,yes
                            T-9,江城财产保险,%s,%s,%s,2031-12-31,1000,%s
                            """.formatted(site, kind, from, active))).isEmpty();
        } finally {
            imported("""
                    T-8,江城财产保险,office,environment,2031-01-01,2031-06-30,1000,no
                    T-9,江城财产保险,office,environment,2031-01-01,2031-12-31,1000,no
                    """);
        }
    }

    @Test
    void aTableMayMoveDaysFromOneToTheOther() {
        assertThat(faults("""
                        T-1,江城财产保险,bank,environment,2031-01-01,2031-06-30,1000,yes
                        T-2,江城财产保险,bank,environment,2031-07-01,2031-12-31,1000,yes
                        """)).isEmpty();
        assertThat(holding("bank", "environment", "2031-06-15T04:00:00Z")).hasValue("T-1");
    }

    @Test
    void aTableIsTakenWholeOrNotAtAll() {
        assertThatThrownBy(() -> imported("""
                        T-1,改名,bank,environment,2031-01-01,2031-03-31,200000,yes
                        T-8,江城财产保险,moon,environment,2031-01-01,2031-06-30,1000,yes
                        """))
                .isInstanceOf(InvalidTable.class)
                .hasMessage("Line 3: There is no site “moon”.");
        assertThat(policies.find("T-1").orElseThrow().insurer()).isEqualTo("江城财产保险");
    }

    @Test
    void whatIsExportedCanBeImportedAgain() {
        List<InsurancePolicy> before = policies.all();
        policies.importTable(policies.exportTable().getBytes(StandardCharsets.UTF_8), "admin", Instant.now());
        assertThat(policies.all()).isEqualTo(before);
    }
}
