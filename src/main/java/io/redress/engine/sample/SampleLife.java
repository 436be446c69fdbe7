package io.redress.engine.sample;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.insurance.InsurancePolicies;
import io.redress.casefile.intake.Registrar;
import io.redress.form.Field;
import io.redress.form.Form;
import io.redress.form.FormCheck;
import io.redress.language.Sentences;
import io.redress.merchant.Merchant;
import io.redress.merchant.Merchants;
import io.redress.people.Person;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;

/**
 * A dozen complaints to begin with where everybody is made up, so that a first look shows work at different steps, some of it
 * due soon, some overdue, and an incident to practise on. All is entered through the forms, by those whose turn it is; only
 * the time of receipt lies back, as it may for a clerk. It happens once, while the installation knows no complaint.
 */
class SampleLife {

    private static final Logger LOG = LoggerFactory.getLogger(SampleLife.class);

    private static final String COURSE = "complaint-handling";
    private static final String CLERK = "customer-service";
    /** Whose head has left: the plan of one of the complaints finds nobody there, which an admin reads as an incident. */
    private static final String LEFT_EMPTY = "logistics-head";

    private static final long PATIENCE_SECONDS = 60;

    private final ProcessEngine engine;
    private final Registrar registrar;
    private final Complaints complaints;
    private final Merchants merchants;
    private final InsurancePolicies policies;
    private final FormCheck check;
    private final SampleScans scans;
    private final EngineDemoTime time;
    private final Sentences sentences;
    private final ZoneId zone;
    private final Clock clock;

    SampleLife(
            ProcessEngine engine,
            Registrar registrar,
            Complaints complaints,
            Merchants merchants,
            InsurancePolicies policies,
            FormCheck check,
            SampleScans scans,
            EngineDemoTime time,
            Sentences sentences,
            Clock clock) {
        this.engine = engine;
        this.registrar = registrar;
        this.complaints = complaints;
        this.merchants = merchants;
        this.policies = policies;
        this.check = check;
        this.scans = scans;
        this.time = time;
        this.sentences = sentences;
        this.zone = clock.getZone();
        this.clock = clock;
    }

    /** Enters them one after the other; whatever can't be entered is told in the log, and the others follow. */
    void begin() throws IOException, InterruptedException {
        if (!complaints.newest(1).isEmpty()) {
            return;
        }
        leaveEmpty(LEFT_EMPTY);
        merchants.importTable(
                new ClassPathResource("demo/merchants.csv").getContentAsByteArray(), Person.NOBODY, clock.instant());
        policies.importTable(policies(), Person.NOBODY, clock.instant());
        for (SampleComplaint sample : SampleComplaint.read(new ClassPathResource("demo/complaints.yaml"))) {
            try {
                if (sample.ago().isZero()) {
                    enter(sample);
                } else {
                    time.ago(sample.ago(), () -> enter(sample));
                }
            } catch (RuntimeException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                LOG.warn("The sample complaint “{}” was not entered whole", sample.what(), e);
            }
        }
        LOG.info("Sample complaints were entered, so that there is something to see");
    }

    /** Policies run for a year, whenever the demo begins: this one has begun half a year ago. */
    private byte[] policies() throws IOException {
        LocalDate from =
                LocalDate.ofInstant(clock.instant(), zone).minusMonths(6).withDayOfMonth(1);
        return new ClassPathResource("demo/policies.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("{from}", from.toString())
                .replace("{to}", from.plusYears(1).minusDays(1).toString())
                .getBytes(StandardCharsets.UTF_8);
    }

    private void leaveEmpty(String group) {
        engine.getIdentityService()
                .createUserQuery()
                .memberOfGroup(group)
                .list()
                .forEach(member -> engine.getIdentityService().deleteMembership(member.getId(), group));
    }

    private void enter(SampleComplaint sample) throws InterruptedException {
        String number = register(sample);
        for (Map<String, Map<String, Object>> answer : sample.answers()) {
            for (Map.Entry<String, Map<String, Object>> form : answer.entrySet()) {
                answer(number, form.getKey(), form.getValue());
            }
        }
    }

    private String register(SampleComplaint sample) {
        Map<String, Object> fields = new LinkedHashMap<>(sample.registration());
        fields.put(
                "receivedAt",
                OffsetDateTime.ofInstant(clock.instant().minus(sample.received()), zone)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        return sample.byProgram()
                ? as(SampleComplaint.PROGRAM, () -> registrar.register(fields)).number()
                : as(CLERK, () -> {
                    String start = engine.getRepositoryService()
                            .createProcessDefinitionQuery()
                            .processDefinitionKey(COURSE)
                            .latestVersion()
                            .singleResult()
                            .getId();
                    Form form = form(engine.getFormService().getDeployedStartForm(start));
                    return engine.getFormService()
                            .submitStartForm(start, filled(form, Map.of(), fields))
                            .getBusinessKey();
                });
    }

    private void answer(String number, String form, Map<String, Object> wanted) throws InterruptedException {
        Task task = awaited(number, form);
        String person = engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .findFirst()
                .map(this::member)
                .orElse(CLERK);
        as(person, () -> {
            Map<String, Object> given =
                    new LinkedHashMap<>(engine.getFormService().getTaskFormVariables(task.getId()));
            scans.attach(task.getId(), wanted, person);
            Form asked = form(engine.getFormService().getDeployedTaskForm(task.getId()));
            engine.getFormService().submitTaskForm(task.getId(), filled(asked, given, wanted));
            return null;
        });
    }

    /** Who plays a group has its name as login; a merchant's people have logins of their own. */
    private String member(String group) {
        return Merchant.ofGroup(group).isEmpty()
                ? group
                : engine.getIdentityService().createUserQuery().memberOfGroup(group).list().stream()
                        .map(User::getId)
                        .findFirst()
                        .orElseThrow();
    }

    /** Jobs lie between a submission and the next task. */
    private Task awaited(String number, String form) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(PATIENCE_SECONDS);
        while (Instant.now().isBefore(end)) {
            Optional<Task> task = engine
                    .getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(number)
                    .initializeFormKeys()
                    .list()
                    .stream()
                    .filter(open -> form.equals(open.getCamundaFormRef().getKey()))
                    .findFirst();
            if (task.isPresent()) {
                return task.get();
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("nobody is asked for " + form + " in " + number);
    }

    /** What Tasklist would send: every field that is visible and may be changed. */
    private Map<String, Object> filled(Form form, Map<String, Object> given, Map<String, Object> wanted) {
        Map<String, Object> entered = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            if (!field.disabled() && field.type() != Field.Type.EXPRESSION) {
                entered.put(
                        field.key(),
                        wanted.containsKey(field.key())
                                ? dated(field, wanted.get(field.key()))
                                : field.askedAnew() ? null : given.get(field.key()));
            }
        }
        entered.keySet().retainAll(check.asked(form, given, entered));
        return entered;
    }

    private Object dated(Field field, Object value) {
        boolean period = field.type() == Field.Type.DATETIME
                && field.part() == Field.Part.DATE
                && String.valueOf(value).startsWith("P");
        return period
                ? LocalDate.ofInstant(clock.instant(), zone)
                        .plus(Period.parse(String.valueOf(value)))
                        .toString()
                : value;
    }

    private Form form(InputStream deployed) throws IOException {
        try (deployed) {
            return Form.parse(deployed.readAllBytes(), sentences);
        }
    }

    private <T> T as(String person, Callable<T> act) {
        engine.getIdentityService().setAuthentication(person, groups(person));
        try {
            return act.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private List<String> groups(String person) {
        return engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(group -> group.getId())
                .toList();
    }
}
