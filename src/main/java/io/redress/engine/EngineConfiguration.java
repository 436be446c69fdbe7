package io.redress.engine;

import io.redress.casefile.CaseFile;
import io.redress.casefile.attachment.Attachments;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.Registration;
import io.redress.casefile.health.HealthRecords;
import io.redress.engine.deadline.StepDeadlines;
import io.redress.engine.decision.TableCheck;
import io.redress.engine.deployment.DeploymentGate;
import io.redress.engine.deployment.ModelCheck;
import io.redress.engine.deployment.PackagedContract;
import io.redress.engine.form.DeclaredVariables;
import io.redress.engine.form.DeployedForms;
import io.redress.engine.form.FormGate;
import io.redress.engine.form.StartForms;
import io.redress.engine.form.SubmitHandlers;
import io.redress.engine.people.ActingPerson;
import io.redress.engine.people.DeskForMerchants;
import io.redress.engine.people.StartGrants;
import io.redress.engine.route.RouteEnds;
import io.redress.engine.task.ListDoor;
import io.redress.engine.task.TaskDoors;
import io.redress.engine.variable.OwnCase;
import io.redress.engine.variable.StepEvidence;
import io.redress.form.FormCheck;
import io.redress.language.Sentences;
import io.redress.people.Members;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the engine and the gates before it meet. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** Flyway makes the engine's tables, so it goes first. */
    @Bean
    @DependsOnDatabaseInitialization
    GatesPlugin gates(
            DeployedForms forms,
            StartForms starts,
            DeclaredVariables declared,
            FormCheck check,
            CaseFile caseFile,
            HealthRecords health,
            SubmitHandlers handlers,
            Attachments attachments,
            Complaints complaints,
            JdbcClient jdbc,
            ActingPerson person,
            Members members,
            ObjectProvider<StartGrants> startGrants,
            ModelCheck models,
            ObjectProvider<PackagedContract> contract,
            Steps steps,
            OwnCase ownCase,
            StepDeadlines stepDeadlines,
            RouteEnds routeEnds,
            Sentences sentences,
            Clock clock) {
        return new GatesPlugin(
                new FormGate(
                        forms,
                        starts,
                        declared,
                        check,
                        caseFile,
                        health,
                        handlers,
                        attachments,
                        ownCase,
                        complaints,
                        jdbc,
                        sentences,
                        clock),
                new TaskDoors(person, members, sentences),
                new ListDoor(sentences),
                new DeploymentGate(startGrants::getObject, models, contract::getObject, sentences),
                steps,
                List.of(stepDeadlines, handlers, routeEnds, new StepEvidence(), new DeskForMerchants(members)));
    }

    @Bean
    Steps steps(BeanFactory beans, OwnCase ownCase) {
        return new Steps(beans, ownCase);
    }

    /** Complaints are asked when a step begins, since they stand behind the engine. */
    @Bean
    OwnCase ownCase(ObjectProvider<Complaints> complaints) {
        return new OwnCase(id -> complaints.getObject().find(id).map(Complaint::number));
    }

    @Bean
    ModelCheck modelCheck(
            ObjectProvider<TableCheck> tables, Steps steps, SubmitHandlers handlers, Sentences sentences) {
        return new ModelCheck(tables::getObject, steps::containsKey, handlers::known, sentences);
    }

    @Bean
    DeployedForms deployedForms(ObjectProvider<ProcessEngineConfigurationImpl> engine, Sentences sentences) {
        return new DeployedForms(() -> engine.getObject().getCommandExecutorTxRequired(), sentences);
    }

    @Bean
    StartForms startForms(
            DeployedForms forms,
            DeclaredVariables declared,
            FormCheck check,
            CaseFile caseFile,
            SubmitHandlers handlers,
            Registration registration,
            Clock clock) {
        return new StartForms(forms, declared, check, caseFile, handlers, registration, clock);
    }

    @Bean
    DeclaredVariables declaredVariables() {
        return new DeclaredVariables();
    }

    @Bean
    FormCheck formCheck(Clock clock, Sentences sentences) {
        return new FormCheck(clock, sentences);
    }

    /** The engine is asked when somebody acts, since the gates that ask stand before it exists. */
    @Bean
    ActingPerson actingPerson(ObjectProvider<ProcessEngine> engine) {
        return new ActingPerson(() -> engine.getObject().getIdentityService().getCurrentAuthentication());
    }
}
