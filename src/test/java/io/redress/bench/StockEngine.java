package io.redress.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.redress.testing.Statements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Camunda 7 as it comes, under the diagrams and forms of Redress: what an application is that keeps its cases in process
 * variables. Its steps only set the variables that the diagrams need.
 */
final class StockEngine implements Clients.Desk, AutoCloseable {

    private static final String ROUTE = "complaint-resolution";

    private final AtomicLong numbers = new AtomicLong();
    private final HikariDataSource database;
    private final Statements statements = new Statements();
    private final ProcessEngine engine;

    /** What the timers and tasks of the diagrams ask; the same answer for all, none of which comes true here. */
    public static final class Dates {

        private static final Duration DAY = Duration.ofDays(1);

        public String overdue(Object execution, String kind) {
            return "R/PT24H";
        }

        public String near(Object execution) {
            return "R/PT24H";
        }

        public String pauseOver(Object execution) {
            return "R/PT24H";
        }

        /** A wait that is over at once. */
        public Date until(Object execution, String kind) {
            return new Date();
        }

        public Date due(Object execution, String kind) {
            return Date.from(Instant.now().plus(DAY));
        }

        public Date task(Object execution) {
            return due(execution, "");
        }
    }

    StockEngine(HikariDataSource database) {
        this.database = database;
        ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("stock");
        configuration.setDataSource((DataSource) statements.postProcessAfterInitialization(database, "stock"));
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfigurationImpl.DB_SCHEMA_UPDATE_TRUE);
        // What Camunda's starter and its servers come with.
        configuration.setHistory(ProcessEngineConfigurationImpl.HISTORY_FULL);
        configuration.setHistoryTimeToLive("P180D");
        configuration.setJobExecutorActivate(true);
        configuration.setBeans(beans());
        engine = configuration.buildProcessEngine();
        deploy();
    }

    ProcessEngine engine() {
        return engine;
    }

    Statements statements() {
        return statements;
    }

    @Override
    public ProcessInstance register(ProcessEngine engine, String definition, Map<String, Object> fields) {
        long number = numbers.incrementAndGet();
        Map<String, Object> variables = new HashMap<>(fields);
        variables.put("caseId", number);
        return engine.getFormService().submitStartForm(definition, "S-20261122-%04d".formatted(number), variables);
    }

    @Override
    public void dayOfTheCall(JdbcClient database, String number) {
        // Its timers fire whenever they are executed.
    }

    @Override
    public void submit(ProcessEngine engine, Task task, Script.Answer answer) {
        Map<String, Object> variables = new HashMap<>(answer.shown());
        variables.remove("number");
        variables.putAll(answer.values());
        engine.getFormService().submitTaskForm(task.getId(), variables);
    }

    @Override
    public void close() {
        engine.close();
        database.close();
    }

    private static Map<Object, Object> beans() {
        JavaDelegate nothing = execution -> {};
        JavaDelegate register = execution -> {
            execution.setVariable("number", execution.getProcessBusinessKey());
            execution.setVariable("severity", "normal");
            execution.setVariable("ownerGroup", Script.CLERK);
            execution.setVariable("toConfirm", true);
            execution.setVariable("urgencyToJudge", false);
            execution.setVariable("planAgreed", false);
        };
        JavaDelegate triage = execution -> {
            execution.setVariable("classified", true);
            execution.setVariable("severity", "normal");
            execution.setVariable("ownerGroup", Script.CLERK);
            execution.setVariable("route", ROUTE);
            execution.setVariable("takenFor", "complaint");
            execution.setVariable("suddenIncident", false);
            execution.setVariable("duplicate", false);
        };
        JavaDelegate workOrders =
                execution -> execution.setVariable("workOrders", new ArrayList<>(List.of(Script.DEPARTMENT)));
        JavaDelegate result = execution -> {
            execution.setVariable("level", "A");
            execution.setVariable("reachable", true);
            execution.setVariable("round", 0L);
            execution.setVariable("tries", 0L);
            execution.setVariable("planOffered", "no");
            execution.setVariable("decision", null);
            execution.setVariable("outcome", null);
            execution.setVariable("planAgreed", false);
        };
        JavaDelegate reaction = execution -> {
            execution.setVariable("level", "A");
            execution.setVariable("round", 0L);
            execution.setVariable("tries", 0L);
            execution.setVariable("outcome", "agreed");
            execution.setVariable("planAgreed", false);
        };
        JavaDelegate followUp = execution -> {
            execution.setVariable("attempts", 3L);
            execution.setVariable("tries", 0L);
            execution.setVariable("solved", null);
            execution.setVariable("reopened", false);
            execution.setVariable("reopenings", null);
        };
        Map<Object, Object> beans = new HashMap<>();
        beans.put("deadlines", new Dates());
        beans.put("registerComplaintDelegate", register);
        beans.put("sendAcknowledgementDelegate", nothing);
        beans.put("printRegistrationFormDelegate", nothing);
        beans.put("triageComplaintDelegate", triage);
        beans.put("openWorkOrdersDelegate", workOrders);
        beans.put("recordFirstAnswerDelegate", nothing);
        beans.put("recordResultDelegate", result);
        beans.put("recordReactionDelegate", reaction);
        beans.put("settleComplaintDelegate", followUp);
        beans.put("recordCallDelegate", nothing);
        beans.put("archiveComplaintDelegate", nothing);
        return beans;
    }

    private void deploy() {
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        for (Path model : files("processes", ".bpmn")) {
            deployment.addModelInstance(
                    model.getFileName().toString(), passingOn(Bpmn.readModelFromFile(model.toFile())));
        }
        for (Path form : files("forms", ".form")) {
            try {
                deployment.addInputStream(form.getFileName().toString(), Files.newInputStream(form));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        deployment.deploy();
    }

    /** The forms of a called process show the customer and what happened: these have to be passed on as variables. */
    private static BpmnModelInstance passingOn(BpmnModelInstance model) {
        for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
            for (String shown : List.of("customerName", "phone", "description")) {
                CamundaIn in = model.newInstance(CamundaIn.class);
                in.setCamundaSource(shown);
                in.setCamundaTarget(shown);
                call.getExtensionElements().addChildElement(in);
            }
        }
        return model;
    }

    private static List<Path> files(String folder, String suffix) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
