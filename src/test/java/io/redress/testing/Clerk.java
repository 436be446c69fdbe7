package io.redress.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.form.Field;
import io.redress.form.Form;
import io.redress.form.FormCheck;
import io.redress.language.Language;
import io.redress.language.Sentences;
import io.redress.merchant.Merchant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/**
 * Opens the form of a task and answers it as its page would: what the form asks for, at random within its rules wherever the
 * test does not say what.
 */
@TestComponent
public class Clerk {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** What clerks write where nobody says what. */
    public static final List<String> WORDS = List.of("已核实。", "客户情绪稳定。", "I’ve checked.", "按制度办理，见记录。", "已当面致歉并道谢。");

    private final Desk desk;
    private final FormService forms;
    private final TaskService tasks;
    private final IdentityService identities;
    private final FormCheck check;
    private final Sentences sentences;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    Clerk(
            Desk desk,
            FormService forms,
            TaskService tasks,
            IdentityService identities,
            FormCheck check,
            Sentences sentences,
            Clock clock) {
        this.desk = desk;
        this.forms = forms;
        this.tasks = tasks;
        this.identities = identities;
        this.check = check;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** Whose turn it is: the demo person of the first group that may do the task, or who has taken it. */
    public String person(Task task) {
        return task.getAssignee() != null
                ? task.getAssignee()
                : tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(this::member)
                        .orElseThrow();
    }

    /** Demo people are called as their group; those of a merchant have logins of their own. */
    private String member(String group) {
        return Merchant.ofGroup(group).isEmpty()
                ? group
                : identities
                        .createUserQuery()
                        .memberOfGroup(group)
                        .list()
                        .get(0)
                        .getId();
    }

    /** Answers the task; what the test wants is said where the form asks for it. */
    public void answer(Task task, Map<String, ?> wanted, Random random) {
        answer(person(task), task, wanted, random);
    }

    public void answer(String person, Task task, Map<String, ?> wanted, Random random) {
        desk.giveEvidence(person, task);
        desk.submit(person, task, filled(person, task, wanted, random).values());
    }

    /** The form of a task as this person sees it, and what is answered to it. */
    public Filled filled(String person, Task task, Map<String, ?> wanted, Random random) {
        Map<String, Object> given = new HashMap<>();
        desk.open(person, task).forEach((key, value) -> given.put(key, plain(value)));
        Form form = form(task);
        return new Filled(form, given, filled(form, given, wanted, random));
    }

    /** The same of the form that starts a process. */
    public Filled filled(String person, ProcessDefinition process, Map<String, ?> wanted, Random random) {
        Map<String, Object> given = new HashMap<>();
        desk.open(person, process).forEach((key, value) -> given.put(key, plain(value)));
        Form form = parse(forms.getDeployedStartForm(process.getId()));
        return new Filled(form, given, filled(form, given, wanted, random));
    }

    /**
     * A form that is filled in.
     *
     * @param given what it was opened with
     * @param values what would be submitted
     */
    public record Filled(Form form, Map<String, Object> given, Map<String, Object> values) {

        /** The words that the page has for one of a field's options. */
        public String label(Field field, Object option, Language language) {
            return field.list().isEmpty()
                    ? field.options().stream()
                            .filter(one -> one.value().equals(option))
                            .map(one -> one.label(language))
                            .findFirst()
                            .orElseThrow()
                    : listed(field, given).stream()
                            .filter(Map.class::isInstance)
                            .map(Map.class::cast)
                            .filter(pair -> pair.get("value").equals(option))
                            .map(pair -> (String) pair.get("label"))
                            .findFirst()
                            .orElseGet(() -> (String) option);
        }
    }

    private Map<String, Object> filled(Form form, Map<String, Object> given, Map<String, ?> wanted, Random random) {
        Map<String, Object> entered = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            if (field.disabled() || field.type() == Field.Type.EXPRESSION) {
                continue;
            }
            String key = field.key();
            if (wanted.containsKey(key)) {
                entered.put(key, wanted.get(key));
            } else if (given.get(key) != null && !field.askedAnew()) {
                entered.put(key, given.get(key));
            } else {
                entered.put(key, field.required() ? value(field, given, random) : null);
            }
        }
        Map<String, Object> submitted = new LinkedHashMap<>(entered);
        submitted.keySet().retainAll(check.asked(form, given, entered));
        return submitted;
    }

    private Object value(Field field, Map<String, Object> given, Random random) {
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> WORDS.get(random.nextInt(WORDS.size()));
            case NUMBER -> 1 + random.nextInt(300);
            case CHECKBOX -> true;
            case SELECT, RADIO -> option(field, given, random);
            case CHECKLIST, TAGLIST -> List.of(option(field, given, random));
            case DATETIME -> moment(field, random);
            case EXPRESSION -> throw new IllegalStateException(field.key());
        };
    }

    private static Object option(Field field, Map<String, Object> given, Random random) {
        List<?> options = field.list().isEmpty()
                ? field.options().stream().map(option -> option.value()).toList()
                : listed(field, given).stream()
                        .map(entry -> entry instanceof Map<?, ?> pair ? pair.get("value") : entry)
                        .toList();
        return options.get(random.nextInt(options.size()));
    }

    private static Collection<?> listed(Field field, Map<String, Object> given) {
        return (Collection<?>) given.get(field.list().orElseThrow());
    }

    private Object moment(Field field, Random random) {
        return switch (field.part()) {
            case DATE ->
                LocalDate.ofInstant(clock.instant(), SHANGHAI)
                        .plusDays(random.nextInt(3))
                        .toString();
            case TIME -> "14:30";
            case DATETIME ->
                OffsetDateTime.ofInstant(clock.instant(), SHANGHAI)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
        };
    }

    /** The form that the page shows for the task. */
    public Form form(Task task) {
        return parse(forms.getDeployedTaskForm(task.getId()));
    }

    private Form parse(InputStream form) {
        try (InputStream deployed = form) {
            return Form.parse(deployed.readAllBytes(), sentences);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lists come as JSON. */
    private Object plain(Object value) {
        String text = String.valueOf(value);
        if (!text.startsWith("[")) {
            return value;
        }
        try {
            return json.readValue(text, List.class);
        } catch (JsonProcessingException words) {
            return value;
        }
    }
}
