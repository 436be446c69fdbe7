package io.redress.process.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.paper.Paper;
import io.redress.casefile.paper.PaperKind;
import io.redress.casefile.paper.Papers;
import io.redress.casefile.reading.EntryFormatter;
import io.redress.process.intake.IntakeNavigator;
import io.redress.testing.Clerk;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Whoever hands the money over prints what is signed for it, and reads the payee's number on it, as long as that is their work. */
@ProcessTest
class SettlementPapersTest {

    private static final String CARD = "11010519491231002X";

    private final MallNavigator mall;
    private final Papers papers;
    private final Entries entries;
    private final EntryFormatter words;
    private final IdentityService identities;
    private final MockMvc web;

    SettlementPapersTest(
            @Autowired Desk desk,
            @Autowired Clerk clerk,
            @Autowired Complaints complaints,
            @Autowired Papers papers,
            @Autowired Entries entries,
            @Autowired EntryFormatter words,
            @Autowired IdentityService identities,
            @Autowired WebApplicationContext context,
            @Autowired TestClock clock) {
        this.mall = new MallNavigator(desk, new IntakeNavigator(desk, clerk, clock), complaints, clock);
        this.papers = papers;
        this.entries = entries;
        this.words = words;
        this.identities = identities;
        this.web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    void whoHoldsACopyOpensItWhileTheCaseIsOnTheirDesk() throws Exception {
        ProcessInstance claimed = mall.atApproveOfD("300.00");
        mall.approved("customer-service-manager", claimed, "approved");
        mall.begun(claimed, "mall-payment");
        long id = mall.id(claimed);
        mall.paid(claimed);
        for (String kind : List.of(PaperKind.RECEIPT, PaperKind.SETTLEMENT_AGREEMENT)) {
            Paper paper = papers.of(id).stream()
                    .filter(one -> one.kind().equals(kind))
                    .findFirst()
                    .orElseThrow();
            assertThat(opened("customer-service", paper)).isEqualTo(200);
            assertThat(opened("customer-service-manager", paper)).isEqualTo(403);
            assertThat(opened("merchant", paper)).isEqualTo(404);
        }
        assertThat(words.lines(entries.of(id), EntryFormatter.ALL_BUT_DOCUMENTS).toString())
                .contains("李明")
                .doesNotContain(CARD);
        assertThat(words.lines(entries.of(id), EntryFormatter.EVERYTHING).toString())
                .contains(CARD);
    }

    private int opened(String group, Paper paper) throws Exception {
        identities.setAuthentication(group, List.of(group));
        try {
            return web.perform(get("/api/papers/" + paper.id()))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } finally {
            identities.clearAuthentication();
        }
    }
}
