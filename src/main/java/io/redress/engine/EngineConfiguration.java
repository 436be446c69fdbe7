package io.redress.engine;

import io.redress.casefile.CaseFile;
import io.redress.complaint.Registration;
import io.redress.engine.clock.StepClocks;
import io.redress.engine.decision.TableCheck;
import io.redress.engine.deployment.DeploymentGate;
import io.redress.engine.deployment.PackagedContract;
import io.redress.engine.form.DeclaredVariables;
import io.redress.engine.form.DeployedForms;
import io.redress.engine.form.FormGate;
import io.redress.engine.form.StartForms;
import io.redress.engine.people.ActingPerson;
import io.redress.engine.people.StartGrants;
import io.redress.engine.task.ListDoor;
import io.redress.engine.task.TaskDoors;
import io.redress.form.FormCheck;
import io.redress.language.Sentences;
import io.redress.people.Members;
import java.time.Clock;
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
            JdbcClient jdbc,
            ActingPerson person,
            Members members,
            ObjectProvider<StartGrants> startGrants,
            ObjectProvider<TableCheck> tables,
            ObjectProvider<PackagedContract> contract,
            BeanFactory beans,
            StepClocks stepClocks,
            Sentences sentences,
            Clock clock) {
        Steps steps = new Steps(beans);
        return new GatesPlugin(
                new FormGate(forms, starts, declared, check, caseFile, jdbc, sentences, clock),
                new TaskDoors(person, members, sentences),
                new ListDoor(sentences),
                new DeploymentGate(
                        startGrants::getObject, tables::getObject, contract::getObject, steps::containsKey, sentences),
                steps,
                stepClocks);
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
            Registration registration,
            Clock clock) {
        return new StartForms(forms, declared, check, caseFile, registration, clock);
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
