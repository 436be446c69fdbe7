package io.redress.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People who register complaints and lead each to its archive, every one of them one case after the other: a form is opened
 * as Tasklist opens it (schema and values) and then submitted. They look every few milliseconds whether the next task of
 * their own case has come; the days until the follow-up call are over at once.
 */
final class Clients {

    private static final int CLIENTS = 4;
    private static final long LOOK_AGAIN_MILLIS = 5;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final String INTAKE = "complaint-handling";

    /** Looking costs next to nothing, so that waiting does not count. */
    private static final String STANDING = """
            select task.id_ as task, job.id_ as call
            from act_ru_execution process
            left join act_ru_task task on task.proc_inst_id_ = process.id_
            left join act_ru_job job on job.process_instance_id_ = process.id_ and job.handler_cfg_ = 'event_timeToCall'
            where process.business_key_ = :number and process.parent_id_ is null
            """;

    private final ProcessEngine engine;
    private final Desk desk;
    private final JdbcClient look;
    private final String intake;

    /** One of the processes of a case, with its task and the timer of its follow-up call, if any. */
    record Standing(String task, String call) {}

    /** What an application makes of the forms that people submit. */
    interface Desk {

        ProcessInstance register(ProcessEngine engine, String definition, Map<String, Object> fields);

        void submit(ProcessEngine engine, Task task, Script.Answer answer);

        /** The day has come on which the customer of the case is called. */
        void dayOfTheCall(JdbcClient database, String number);
    }

    /** @param database where to look whether a task has come */
    Clients(ProcessEngine engine, Desk desk, DataSource database) {
        this.engine = engine;
        this.desk = desk;
        this.look = JdbcClient.create(database);
        this.intake = definition(INTAKE);
    }

    /** Leads so many cases to their archive; gives the seconds that it took. */
    double lead(int cases, Script script) throws Exception {
        AtomicInteger left = new AtomicInteger(cases);
        List<Callable<Void>> people = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            people.add(() -> {
                while (left.getAndDecrement() > 0) {
                    lead(script::answer);
                }
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        long began = System.nanoTime();
        try {
            for (Future<Void> client : threads.invokeAll(people)) {
                client.get();
            }
            return (System.nanoTime() - began) / 1e9;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Leads one case to its archive; what is said to a task is asked for when it comes. */
    void lead(Function<Task, Script.Answer> answers) {
        ProcessInstance complaint = as(Script.CLERK, () -> {
            read(engine.getFormService().getDeployedStartForm(intake));
            engine.getFormService().getStartFormVariables(intake);
            return desk.register(engine, intake, Script.registration());
        });
        String number = complaint.getBusinessKey();
        for (Optional<Task> next = next(number); next.isPresent(); next = next(number)) {
            Task task = next.get();
            Script.Answer answer = answers.apply(task);
            as(answer.person(), () -> {
                read(engine.getFormService().getDeployedTaskForm(task.getId()));
                engine.getFormService().getTaskFormVariables(task.getId());
                desk.submit(engine, task, answer);
                return null;
            });
        }
    }

    /** The next task of the case; none when it is archived. */
    private Optional<Task> next(String number) {
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE_NANOS) {
            List<Standing> standing = look.sql(STANDING)
                    .param("number", number)
                    .query(Standing.class)
                    .list();
            if (standing.isEmpty()) {
                return Optional.empty();
            }
            Optional<String> task = standing.stream()
                    .map(Standing::task)
                    .filter(Objects::nonNull)
                    .findFirst();
            if (task.isPresent()) {
                return Optional.of(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task.get())
                        .singleResult());
            }
            standing.stream().map(Standing::call).filter(Objects::nonNull).forEach(call -> {
                desk.dayOfTheCall(look, number);
                engine.getManagementService().executeJob(call);
            });
            try {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException(number + " has stopped");
    }

    private <T> T as(String person, Callable<T> act) {
        engine.getIdentityService().setAuthentication(person, List.of(person));
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

    private static void read(InputStream form) {
        try (form) {
            form.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String definition(String process) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }
}
