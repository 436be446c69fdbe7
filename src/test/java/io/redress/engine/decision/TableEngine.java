package io.redress.engine.decision;

import io.redress.casefile.deadline.DeadlinePolicy;
import io.redress.casefile.deadline.EscalationLadder;
import io.redress.casefile.money.ApprovalAuthority;
import io.redress.casefile.paper.PaperCopies;
import io.redress.casefile.receipt.ReceiptOutcomes;
import io.redress.casefile.settlement.LiabilityRoutes;
import io.redress.language.Language;
import io.redress.language.Sentences;
import io.redress.people.Groups;
import io.redress.process.followup.DmnFollowUpPolicy;
import io.redress.process.followup.FollowUpPolicy;
import io.redress.process.intake.DmnOwnerGroup;
import io.redress.process.intake.DmnTriage;
import io.redress.process.intake.Triage;
import io.redress.process.investigation.DmnInvestigationPlan;
import io.redress.process.investigation.InvestigationPlan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.io.ClassPathResource;

/** An engine in memory, asking for authorization as the application's does, with the packaged tables deployed. */
final class TableEngine implements AutoCloseable {

    static final Sentences SENTENCES = new Sentences(Language.EN);
    static final Groups GROUPS = Groups.read(SENTENCES, new ClassPathResource("people/groups.yaml"));

    final ProcessEngine engine;
    final DeadlinePolicy policy;
    final EscalationLadder ladder;
    final Triage triage;
    final DmnOwnerGroup owners;
    final InvestigationPlan investigation;
    final ApprovalAuthority authority;
    final FollowUpPolicy followUp;
    final PaperCopies copies;
    final ReceiptOutcomes receipts;
    final LiabilityRoutes liability;
    private final TableCheck check;

    TableEngine() {
        this(true);
    }

    TableEngine(boolean parsedOnce) {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setAuthorizationEnabled(true);
        if (parsedOnce) {
            configuration.setDmnEngineConfiguration(ParsedOnceFeel.decisions());
        }
        engine = configuration.buildProcessEngine();
        ObjectProvider<ProcessEngineConfigurationImpl> configurations = new StaticListableBeanFactory(
                        Map.of("engine", configuration))
                .getBeanProvider(ProcessEngineConfigurationImpl.class);
        DecisionTables tables = new DecisionTables(configurations, GROUPS, SENTENCES);
        DmnDeadlinePolicy deadlinePolicy = new DmnDeadlinePolicy(tables, SENTENCES);
        DmnEscalationLadder escalationLadder = new DmnEscalationLadder(tables);
        DmnOwnerGroup ownerGroup = new DmnOwnerGroup(tables);
        DmnTriage dmnTriage = new DmnTriage(tables, ownerGroup);
        DmnInvestigationPlan investigationPlan = new DmnInvestigationPlan(tables);
        DmnApprovalAuthority approvalAuthority = new DmnApprovalAuthority(tables);
        DmnFollowUpPolicy followUpPolicy = new DmnFollowUpPolicy(tables);
        policy = deadlinePolicy;
        ladder = escalationLadder;
        triage = dmnTriage;
        owners = ownerGroup;
        investigation = investigationPlan;
        authority = approvalAuthority;
        followUp = followUpPolicy;
        DmnPaperCopies paperCopies = new DmnPaperCopies(tables);
        copies = paperCopies;
        DmnReceiptOutcomes receiptOutcomes = new DmnReceiptOutcomes(tables);
        receipts = receiptOutcomes;
        DmnLiabilityRoutes liabilityRoutes = new DmnLiabilityRoutes(tables);
        liability = liabilityRoutes;
        List<TableReader> readers = List.of(
                deadlinePolicy,
                escalationLadder,
                ownerGroup,
                dmnTriage,
                investigationPlan,
                approvalAuthority,
                followUpPolicy,
                paperCopies,
                receiptOutcomes,
                liabilityRoutes);
        check = new TableCheck(configurations, readers, GROUPS, SENTENCES);
        readers.forEach(reader -> deploy(reader.table(), packaged(reader.table())));
    }

    static String packaged(String table) {
        try {
            return Files.readString(Path.of("processes", table + ".dmn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an owner is told who deploys it. */
    List<String> findings(String content) {
        return check.findings(
                Dmn.readModelFromStream(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))));
    }

    /** As an owner does it from Modeler, past the check. Gives the deployment, to be taken back. */
    String deploy(String table, String content) {
        return engine.getRepositoryService()
                .createDeployment()
                .addString(table + ".dmn", content)
                .deploy()
                .getId();
    }

    /** What an owner's edited version leads to, which is in force only meanwhile. */
    void with(String table, String content, Runnable act) {
        String deployment = deploy(table, content);
        try {
            act.run();
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
