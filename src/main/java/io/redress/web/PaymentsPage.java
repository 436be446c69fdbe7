package io.redress.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.insurance.ClaimFormatter;
import io.redress.casefile.insurance.InsuranceClaim;
import io.redress.casefile.insurance.InsuranceClaims;
import io.redress.casefile.money.Ledger;
import io.redress.casefile.money.LedgerLine;
import io.redress.casefile.money.Payment;
import io.redress.casefile.reading.ValueFormatter;
import io.redress.casefile.repayment.Repayment;
import io.redress.casefile.repayment.Repayments;
import io.redress.casefile.settlement.Recoveries;
import io.redress.casefile.settlement.Recovery;
import io.redress.casefile.settlement.Settlement;
import io.redress.casefile.settlement.Settlements;
import io.redress.language.Sentences;
import io.redress.language.SpreadsheetCell;
import io.redress.merchant.BankAccount;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What finance is to pay today, in cash and by transfer, what others owe, and what has moved; each also as a table for a spreadsheet. */
@Controller
class PaymentsPage {

    private static final List<String> LISTS = List.of("cash", "transfers", "recoveries", "claims", "moved");

    /** How far back it is shown what has moved. */
    private static final int MOVED_DAYS = 31;

    /** How long a finished claim is shown. */
    private static final Duration FINISHED = Duration.ofDays(90);

    /** By which spreadsheets know UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Settlements settlements;
    private final Recoveries recoveries;
    private final InsuranceClaims claims;
    private final ClaimFormatter formatter;
    private final Repayments repayments;
    private final Ledger ledger;
    private final Complaints complaints;
    private final Frame frame;
    private final ValueFormatter words;
    private final Sentences sentences;
    private final Clock clock;

    PaymentsPage(
            Settlements settlements,
            Recoveries recoveries,
            InsuranceClaims claims,
            ClaimFormatter formatter,
            Repayments repayments,
            Ledger ledger,
            Complaints complaints,
            Frame frame,
            ValueFormatter words,
            Sentences sentences,
            Clock clock) {
        this.settlements = settlements;
        this.recoveries = recoveries;
        this.claims = claims;
        this.formatter = formatter;
        this.repayments = repayments;
        this.ledger = ledger;
        this.complaints = complaints;
        this.frame = frame;
        this.words = words;
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * A list with its head, as it is shown and as it is written to a file.
     *
     * @param rows of texts, sums, and lists of texts
     */
    private record Table(String id, String title, List<String> head, List<List<?>> rows) {}

    @GetMapping("/payments")
    String payments(Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAllAttributes(frame.around(sentences.say("payments.title")));
        model.addAttribute("csv", sentences.say("payments.csv"));
        model.addAttribute("nothing", sentences.say("payments.nothing"));
        model.addAttribute(
                "tables",
                LISTS.stream().map(this::table).map(PaymentsPage::shown).toList());
        return "payments";
    }

    @GetMapping("/payments/{list}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String list) throws JsonProcessingException {
        if (!LISTS.contains(list)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Table table = table(list);
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
        table.head().forEach(schema::addColumn);
        String written = new CsvMapper()
                .writer(schema.build())
                .writeValueAsString(table.rows().stream()
                        .map(row -> cells(table.head(), row))
                        .toList());
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + list + ".csv\"")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body((BYTE_ORDER_MARK + written).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> shown(Table table) {
        return Map.of(
                "id", table.id(),
                "title", table.title(),
                "head", table.head(),
                "rows",
                        table.rows().stream()
                                .map(row ->
                                        row.stream().map(PaymentsPage::lines).toList())
                                .toList(),
                "empty", table.rows().isEmpty(),
                "columns", table.head().size());
    }

    private static List<String> lines(Object cell) {
        if (cell instanceof List<?> several) {
            return several.stream().map(Object::toString).toList();
        }
        return List.of(cell instanceof BigDecimal amount ? Sentences.sum(amount) : cell.toString());
    }

    /** Spreadsheets reckon with sums. */
    private static String written(Object cell) {
        return cell instanceof BigDecimal amount ? amount.toPlainString() : String.join(" → ", lines(cell));
    }

    private static Map<String, String> cells(List<String> head, List<?> row) {
        Map<String, String> cells = new LinkedHashMap<>();
        IntStream.range(0, head.size())
                .forEach(column -> cells.put(head.get(column), SpreadsheetCell.harmless(written(row.get(column)))));
        return cells;
    }

    private Table table(String list) {
        return switch (list) {
            case "cash" ->
                new Table(
                        list,
                        sentences.say("payments.cash"),
                        head("case", "payee", "amount", "purpose", "approved-by", "approved-at", "cash-reason"),
                        settlements.toPay().stream()
                                .filter(due -> due.settlement()
                                        .filter(Settlement::transfer)
                                        .isEmpty())
                                .<List<?>>map(this::cash)
                                .toList());
            case "transfers" ->
                new Table(
                        list,
                        sentences.say("payments.transfers"),
                        head("case", "payee", "amount", "bank", "account", "approved-by", "approved-at"),
                        settlements.toPay().stream()
                                .filter(due -> due.settlement()
                                        .filter(Settlement::transfer)
                                        .isPresent())
                                .<List<?>>map(this::transfer)
                                .toList());
            case "claims" ->
                new Table(
                        list,
                        sentences.say("payments.claims", FINISHED.toDays()),
                        head("case", "insurer", "chain", "days", "state"),
                        claims.since(clock.instant().minus(FINISHED)).stream()
                                .<List<?>>map(this::claim)
                                .toList());
            case "moved" ->
                new Table(
                        list,
                        sentences.say("payments.moved", MOVED_DAYS),
                        head("moved-at", "case", "what", "amount", "from", "to", "means", "proof", "by"),
                        ledger.movedSince(clock.instant().minus(Duration.ofDays(MOVED_DAYS))).stream()
                                .<List<?>>map(this::moved)
                                .toList());
            default ->
                new Table(
                        list,
                        sentences.say("payments.recoveries"),
                        head("case", "debtor", "amount", "received", "open", "days"),
                        recoveries.open().stream().<List<?>>map(this::recovery).toList());
        };
    }

    private List<String> head(String... columns) {
        return Stream.of(columns)
                .map(column -> sentences.say("payments.column-" + column))
                .toList();
    }

    private List<?> cash(Settlements.ToPay due) {
        Payment payment = due.payment();
        return List.of(
                due.number(),
                due.settlement().map(one -> one.payee().name()).orElse(""),
                payment.offer().amount(),
                payment.offer().purpose(),
                words.person(payment.approvedBy()),
                words.of(payment.approvedAt()),
                due.settlement().map(Settlement::cashReason).orElse(""));
    }

    private List<?> transfer(Settlements.ToPay due) {
        Payment payment = due.payment();
        Settlement settlement = due.settlement().orElseThrow();
        BankAccount account = settlement.payee().account();
        return List.of(
                due.number(),
                settlement.payee().name(),
                payment.offer().amount(),
                account.bank(),
                account.number(),
                words.person(payment.approvedBy()),
                words.of(payment.approvedAt()));
    }

    private List<?> moved(LedgerLine line) {
        return List.of(
                words.of(line.at()),
                complaints.find(line.complaintId()).map(Complaint::number).orElseThrow(),
                sentences.say("payments.what-" + line.kind().name().toLowerCase(Locale.ROOT)),
                line.amount(),
                sentences.say("payments.party-" + line.payer().text()),
                sentences.say("payments.party-" + line.payee().text()),
                sentences.say("payments.means-" + line.means().text()),
                line.proof(),
                words.person(line.by()));
    }

    private List<?> claim(InsuranceClaim claim) {
        List<Repayment> merchants = repayments.of(claim.complaintId());
        Instant until = claim.closedAt() == null ? clock.instant() : claim.closedAt();
        return List.of(
                complaints.find(claim.complaintId()).map(Complaint::number).orElseThrow(),
                formatter.name(claim),
                formatter.chain(claim, Repayments.repaid(merchants)),
                Long.toString(Duration.between(claim.begunAt(), until).toDays()),
                state(claim, merchants));
    }

    private String state(InsuranceClaim claim, List<Repayment> merchants) {
        if (claim.closedAt() == null) {
            return sentences.say("payments.claim-open");
        }
        if (merchants.stream().anyMatch(Repayment::waitedFor)) {
            return sentences.say("payments.claim-repaying");
        }
        Instant finished = merchants.stream()
                .map(Repayment::paidAt)
                .filter(Objects::nonNull)
                .reduce(claim.closedAt(), (earlier, later) -> later.isAfter(earlier) ? later : earlier);
        return sentences.say("payments.claim-finished", words.of(finished));
    }

    private List<?> recovery(Recovery owed) {
        return List.of(
                complaints.find(owed.complaintId()).map(Complaint::number).orElseThrow(),
                owed.debtor(),
                owed.amount(),
                owed.received(),
                owed.open(),
                Long.toString(Duration.between(owed.begunAt(), clock.instant()).toDays()));
    }
}
