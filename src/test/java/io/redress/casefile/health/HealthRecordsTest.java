package io.redress.casefile.health;

import static io.redress.testing.Complaints.hurt;
import static io.redress.testing.Complaints.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.casefile.CaseFile;
import io.redress.casefile.SubmitHandler;
import io.redress.casefile.attachment.Attachment;
import io.redress.casefile.attachment.Attachments;
import io.redress.casefile.attachment.Origin;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.form.Form;
import io.redress.language.Sentences;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.SampleFiles;
import io.redress.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is said of health: where it is kept, who may read it, and how long. */
@ProcessTest
class HealthRecordsTest {

    private static final String CLERK = "customer-service";
    private static final String SEEN = "左手腕骨折";
    private static final FormField<String> INJURY_SEEN = new FormField<>("injurySeen", String.class);
    private static final List<String> HEALTH = List.of("hurtPerson", "hurtName", "hurtState", "injurySeen");
    private static final String FORM = """
            {"id": "look-at-the-injury", "type": "default", "components": [
              {"type": "textarea", "id": "Field_injurySeen", "key": "injurySeen", "label": "Seen",
               "properties": {"personal": "health"}},
              {"type": "textarea", "id": "Field_description", "key": "description", "label": "What happened",
               "properties": {"personal": "health"}},
              {"type": "textfield", "id": "Field_product", "key": "product", "label": "Product"}]}
            """;

    @Autowired
    private Desk desk;

    @Autowired
    private HealthRecords health;

    @Autowired
    private HealthErasure erasure;

    @Autowired
    private CaseFile caseFile;

    @Autowired
    private Complaints complaints;

    @Autowired
    private Entries entries;

    @Autowired
    private Attachments attachments;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private IdentityService identities;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Sentences sentences;

    @Autowired
    private TestClock clock;

    private Complaint injured() {
        Map<String, Object> fields = hurt(registration());
        fields.put("injurySeen", SEEN);
        return registered(fields);
    }

    private Complaint registered(Map<String, Object> fields) {
        String number = desk.start(CLERK, "complaint-handling", fields).getBusinessKey();
        return complaints.find(number).orElseThrow();
    }

    private Form form() {
        return Form.parse(FORM.getBytes(StandardCharsets.UTF_8), sentences);
    }

    private Entry entry(Complaint complaint, String task, Map<String, Object> fields) {
        return new Entry(
                complaint.id(),
                "customer-injury",
                "1",
                "step",
                task,
                "look-at-the-injury",
                1,
                CLERK,
                clock.instant(),
                fields);
    }

    private <T> T as(String person, List<String> groups, Supplier<T> work) {
        identities.setAuthentication(person, groups);
        try {
            return work.get();
        } finally {
            identities.clearAuthentication();
        }
    }

    private boolean reads(String group, Complaint complaint) {
        return as("somebody", List.of(group), () -> health.mayRead(complaint.id()));
    }

    private Complaint again(Complaint complaint) {
        return complaints.find(complaint.id()).orElseThrow();
    }

    @Test
    void aRegistrationLeavesNothingOfItInTheFile() {
        Complaint complaint = injured();
        assertThat(complaint.health()).isTrue();
        assertThat(complaint.injury()).isTrue();
        assertThat(entries.of(complaint.id()))
                .allSatisfy(entry -> assertThat(entry.fields()).doesNotContainKeys(HEALTH.toArray(String[]::new)));
        assertThat(entries.of(complaint.id()).get(0).fields()).containsEntry("injuryPlace", "premises");
        assertThat(health.of(complaint.id()))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.fields()).containsOnlyKeys(HEALTH).containsEntry("injurySeen", SEEN));
        assertThat(health.newest(complaint.id(), INJURY_SEEN)).hasValue(SEEN);
    }

    @Test
    void aComplaintInWhichNobodyIsHurtHasNoRecord() {
        Complaint complaint = registered(registration());
        assertThat(complaint.health()).isFalse();
        assertThat(health.of(complaint.id())).isEmpty();
        assertThat(health.keptUntil(complaint)).isEmpty();
    }

    /** Whatever an owner marks so: not the typed core either. */
    @Test
    void aMarkedFieldReachesNeitherTheFileNorTheCore() {
        Complaint complaint = registered(registration());
        Object before = complaints.core(complaint.id()).get("description");
        Entry[] handled = new Entry[1];
        SubmitHandler handler = submission -> handled[0] = submission;
        caseFile.take(
                entry(complaint, "t1", Map.of("injurySeen", SEEN, "description", "他疼得厉害", "product", "冰箱")),
                form(),
                handler);
        assertThat(handled[0].fields()).containsEntry("injurySeen", SEEN).containsEntry("product", "冰箱");
        assertThat(complaints.core(complaint.id()))
                .containsEntry("description", before)
                .containsEntry("product", "冰箱");
        assertThat(entries.of(complaint.id()).get(1).fields()).containsOnlyKeys("product");
        assertThat(health.of(complaint.id()).get(0).fields()).containsOnlyKeys("injurySeen", "description");
    }

    @Test
    void whatIsClearedIsProposedNoMore() {
        Complaint complaint = injured();
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("injurySeen", null);
        caseFile.take(entry(complaint, "t2", nothing), form(), SubmitHandler.NONE);
        assertThat(health.newest(complaint.id(), INJURY_SEEN)).isEmpty();
        assertThat(health.of(complaint.id())).hasSize(2);
    }

    @Test
    void itIsProposedOnlyToAFormThatAsksForItAndOnlyToWhoMayReadIt() {
        Complaint complaint = injured();
        Set<String> keys = Set.of("injurySeen", "product", "hurtName");
        assertThat(as("legal", List.of("legal"), () -> caseFile.answers(complaint.id(), Map.of(), keys)))
                .containsKey("product")
                .doesNotContainKey("injurySeen");
        assertThat(as(
                        "legal",
                        List.of("legal"),
                        () -> caseFile.answers(complaint.id(), Map.of(), keys, Set.of("injurySeen"))))
                .containsEntry("injurySeen", SEEN)
                .doesNotContainKey("hurtName");
        for (String group : List.of(CLERK, "camunda-admin", "process-owner", "merchant")) {
            assertThat(as(
                            group,
                            List.of(group),
                            () -> caseFile.answers(complaint.id(), Map.of(), keys, Set.of("injurySeen"))))
                    .as(group)
                    .doesNotContainKey("injurySeen");
        }
    }

    @Test
    void aCaseIsOpenToTheGroupsThatItIsOpenedTo() {
        Complaint complaint = injured();
        Complaint other = injured();
        assertThat(reads("logistics", complaint)).isFalse();
        health.openTo(complaint.id(), Set.of("logistics", "duty-desk"));
        health.openTo(complaint.id(), Set.of("logistics"));
        assertThat(reads("logistics", complaint)).isTrue();
        assertThat(reads("duty-desk", complaint)).isTrue();
        assertThat(reads("logistics", other)).isFalse();
        assertThat(as("l", List.of("logistics"), () -> health.newest(10)))
                .extracting(Complaint::id)
                .containsExactly(complaint.id());
        assertThat(as("l", List.of("logistics"), health::readsSome)).isTrue();
        assertThat(as("l", List.of("sales"), health::readsSome)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchant", "merchant-m1"})
    void noMerchantEverReadsIt(String group) {
        Complaint complaint = injured();
        assertThatThrownBy(() -> health.openTo(complaint.id(), Set.of("legal", group)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(reads(group, complaint)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "duty-manager",
                "insurance-officer",
                "insurance-head",
                "risk-control",
                "risk-control-head",
                "legal"
            })
    void whoDealsWithInjuriesReadsEach(String group) {
        assertThat(reads(group, injured())).isTrue();
    }

    @Test
    void eachReadingIsWrittenDown() {
        Complaint complaint = injured();
        as("legal", List.of("legal"), () -> {
            health.read(complaint.id(), Door.PAGE);
            return null;
        });
        clock.pass(Duration.ofMinutes(1));
        as("risk-control", List.of("risk-control"), () -> {
            health.read(complaint.id(), Door.PANEL);
            return null;
        });
        assertThat(health.readings(complaint.id(), 10))
                .extracting(Reading::reader, Reading::door)
                .containsExactly(tuple("risk-control", Door.PANEL), tuple("legal", Door.PAGE));
    }

    // How long.

    @Test
    void itIsKeptForThreeYearsAfterTheLastEventAndNeverShorterThanItWas() {
        Complaint complaint = injured();
        Instant first = clock.instant();
        assertThat(health.keptUntil(complaint)).hasValue(Instant.parse("2029-03-02T02:00:00Z"));
        clock.pass(Duration.ofDays(10));
        health.restart(complaint.id(), clock.instant());
        health.restart(complaint.id(), first);
        assertThat(health.keptUntil(again(complaint))).hasValue(Instant.parse("2029-03-12T02:00:00Z"));
        clock.pass(Duration.ofDays(10));
        complaints.close(complaint.id(), clock.instant());
        assertThat(health.keptUntil(again(complaint))).hasValue(Instant.parse("2029-03-22T02:00:00Z"));
    }

    @Test
    void whatIsOverdueIsErasedAndTheCaseStays() {
        Complaint complaint = injured();
        Complaint open = injured();
        byte[] photo = SampleFiles.photo();
        desk.attach("intake-api", Origin.posted(complaint.id()), photo);
        Attachment attachment = attachments.of(complaint.id()).get(0);
        assertThat(attachment.health()).isTrue();
        assertThat(entries.of(complaint.id())).noneMatch(entry -> entry.step().startsWith("attachment"));
        as("legal", List.of("legal"), () -> {
            health.read(complaint.id(), Door.PAGE);
            return null;
        });
        complaints.close(complaint.id(), clock.instant());
        clock.pass(Duration.ofDays(3 * 365));
        erasure.erase();
        assertThat(health.of(complaint.id())).isNotEmpty();
        clock.pass(Duration.ofDays(2));
        erasure.erase();
        erasure.erase();
        assertThat(health.of(complaint.id())).isEmpty();
        assertThat(again(complaint).health()).isFalse();
        assertThat(health.keptUntil(again(complaint))).isEmpty();
        assertThat(attachments.of(complaint.id())).isEmpty();
        assertThat(entries.of(complaint.id()))
                .filteredOn(entry -> entry.step().equals("health-erased"))
                .singleElement()
                .satisfies(note -> assertThat(note.fields()).isEmpty());
        assertThat(health.readings(complaint.id(), 10)).hasSize(1);
        assertThat(health.of(open.id())).isNotEmpty();
        assertThatThrownBy(() -> attachments.bytes(attachment, false)).hasMessageContaining("attachments");
    }

    @Test
    void oneRunErasesABoundedNumber() {
        int more = HealthErasure.AT_ONCE + 1;
        List<Complaint> all = Stream.generate(this::injured).limit(more).toList();
        all.forEach(complaint -> complaints.close(complaint.id(), clock.instant()));
        clock.pass(Duration.ofDays(4 * 365));
        erasure.erase();
        assertThat(all.stream().map(this::again).filter(Complaint::health)).hasSize(1);
        erasure.erase();
        assertThat(all.stream().map(this::again).filter(Complaint::health)).isEmpty();
    }

    @Test
    void somethingSaidLaterInAClosedCaseIsKeptAnew() {
        Complaint complaint = injured();
        complaints.close(complaint.id(), clock.instant());
        clock.pass(Duration.ofDays(2 * 365));
        caseFile.take(entry(complaint, "t3", Map.of("injurySeen", "复诊")), form(), SubmitHandler.NONE);
        clock.pass(Duration.ofDays(2 * 365));
        erasure.erase();
        assertThat(health.newest(complaint.id(), INJURY_SEEN)).hasValue("复诊");
    }

    // The registration.

    @Test
    void anInjuryOfStaffIsRefusedInWords() {
        Map<String, Object> fields = hurt(registration());
        fields.put("hurtPerson", "staff");
        long before = count();
        assertThatThrownBy(() -> registered(fields)).hasMessageContaining("administration and HR");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void whoIsHurtMustBeSaidByPeopleAndMayBeLeftOutByPrograms() {
        Map<String, Object> fields = hurt(registration());
        fields.put("hurtPerson", null);
        assertThatThrownBy(() -> registered(fields)).hasMessageContaining("Who is hurt");
        Map<String, Object> posted = new HashMap<>(
                Map.of("channel", "app", "site", "supermarket", "description", "地面有水。", "category", "personal-injury"));
        String number = desk.post("intake-api", posted).getBusinessKey();
        assertThat(complaints.find(number).orElseThrow().health()).isFalse();
        posted.put("hurtPerson", "minor");
        posted.put("injurySeen", SEEN);
        number = desk.post("intake-api", posted).getBusinessKey();
        assertThat(health.newest(complaints.find(number).orElseThrow().id(), INJURY_SEEN))
                .hasValue(SEEN);
    }

    @Test
    void noVariableOfTheEngineHoldsIt() {
        Complaint complaint = injured();
        assertThat(
                        runtime.createVariableInstanceQuery()
                                .processInstanceIdIn(runtime
                                        .createProcessInstanceQuery()
                                        .processInstanceBusinessKey(complaint.number())
                                        .list()
                                        .stream()
                                        .map(instance -> instance.getId())
                                        .toArray(String[]::new))
                                .list())
                .noneMatch(variable -> HEALTH.contains(variable.getName()) || SEEN.equals(variable.getValue()));
    }

    private long count() {
        return jdbc.sql("select count(*) from complaint").query(Long.class).single();
    }
}
