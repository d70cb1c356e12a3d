package dev.cxkit.examples.report.cases;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.Cycle;
import dev.cxkit.core.support.Stretch;
import dev.cxkit.core.support.Turn;
import dev.cxkit.core.time.Period;
import dev.cxkit.examples.report.rows.Quote;
import dev.cxkit.examples.report.text.TextTable;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Where the times of one case come from: its turns, and the stretches that the clocks of its goals counted or did not. */
final class Explanation {

    private static final int LONGEST_ID = 100;

    private final CasesRequest request;
    private final Case of;
    private final Instant asOf;
    private final PrintWriter out;

    private Explanation(CasesRequest request, Case of, Instant asOf, PrintWriter out) {
        this.request = request;
        this.of = of;
        this.asOf = asOf;
        this.out = out;
    }

    /** Prints how the case stood at the instant. */
    static void print(CasesRequest request, Case of, Instant asOf, PrintWriter out) {
        Explanation explanation = new Explanation(request, of, asOf, out);
        explanation.turns();
        if (!request.goals().isEmpty()) {
            request.policies().cycles(of, asOf).forEach(explanation::cycle);
        }
        out.flush();
    }

    private void turns() {
        out.println("case " + Quote.of(of.id().value(), LONGEST_ID) + " until " + time(asOf));
        TextTable table = new TextTable(List.of("turn", "from", "to", "time", "because of"));
        Duration sum = Duration.ZERO;
        for (Turn turn : of.turns(asOf)) {
            table.add(row(turn.phase().name(), turn.period(), turn.cause()));
            sum = sum.plus(turn.period().length());
        }
        table.add(List.of("all turns", time(of.openedAt()), time(asOf), TimeSpan.of(sum), ""));
        table.print(out);
        out.println();
    }

    private void cycle(Cycle cycle) {
        out.println("goal " + cycle.goal().name() + " within "
                + TimeSpan.of(cycle.goal().target()) + ": " + lower(cycle.status()) + ", "
                + TimeSpan.of(cycle.used()) + " used"
                + cycle.due().map(due -> ", due " + time(due)).orElse(""));
        TextTable table = new TextTable(List.of("clock", "from", "to", "time", "because of"));
        for (Stretch stretch : cycle.stretches()) {
            table.add(row(lower(stretch.kind()), stretch.period(), stretch.cause()));
        }
        for (Stretch.Kind kind : Stretch.Kind.values()) {
            table.add(List.of("all " + lower(kind), "", "", TimeSpan.of(sum(cycle, kind)), ""));
        }
        table.print(out);
        out.println();
    }

    private static Duration sum(Cycle cycle, Stretch.Kind kind) {
        return cycle.stretches().stream()
                .filter(stretch -> stretch.kind() == kind)
                .map(stretch -> stretch.period().length())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private List<String> row(String what, Period period, CaseEvent cause) {
        return List.of(
                what,
                time(period.from()),
                time(period.to()),
                TimeSpan.of(period.length()),
                cause.type() + " " + time(cause.occurredAt()));
    }

    private String time(Instant instant) {
        ZoneId zone = request.times().zone();
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
