package dev.cxkit.examples.report.cases;

import dev.cxkit.core.sla.Cycle;
import dev.cxkit.core.sla.Stretch;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.Turn;
import dev.cxkit.core.time.Period;
import dev.cxkit.examples.report.rows.InputException;
import dev.cxkit.examples.report.rows.Quote;
import dev.cxkit.examples.report.text.Refused;
import dev.cxkit.examples.report.text.TextTable;
import dev.cxkit.examples.report.text.TimeSpan;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Where the times of one case come from.
 *
 * @param of the case
 * @param asOf the instant at which it is looked at
 * @param zone in which times are written
 * @param turns whose turn it was
 * @param cycles the clocks of its goals, with the stretches that they counted or did not
 */
record Explanation(Case of, Instant asOf, ZoneId zone, List<Turn> turns, List<Cycle> cycles) {

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_REASON = 300;

    static final List<String> TURNS = List.of("turn", "from", "to", "time", "because of");
    static final List<String> STRETCHES = List.of("clock", "from", "to", "time", "because of");

    /** Copies the lists. */
    Explanation {
        turns = List.copyOf(turns);
        cycles = List.copyOf(cycles);
    }

    /**
     * Explains a case of a report.
     *
     * @throws InputException if it is not there, or was refused
     */
    static Explanation of(String name, CasesReport report) {
        CaseFile in = report.file();
        for (Refused refused : in.refusals()) {
            if (name.equals(refused.id())) {
                throw new InputException(
                        in.name() + ": case " + name + " was refused: " + Quote.of(refused.reason(), LONGEST_REASON));
            }
        }
        Case found = in.cases().stream()
                .filter(each -> each.id().value().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException(in.name() + " has no case " + name + " by then"));
        CasesRequest request = report.request();
        Instant asOf = Objects.requireNonNull(in.asOf(), "asOf");
        return new Explanation(
                found,
                asOf,
                request.times().zone(),
                found.turns(asOf),
                request.goals().isEmpty() ? List.of() : request.policies().cycles(found, asOf));
    }

    /** Returns what it is about, in a line. */
    String title() {
        return "case " + Quote.of(of.id().value(), LONGEST_ID) + " until " + time(asOf);
    }

    /** Returns a row for each turn, and one for all of them. */
    List<List<String>> turnRows() {
        List<List<String>> rows = new ArrayList<>();
        Duration sum = Duration.ZERO;
        for (Turn turn : turns) {
            rows.add(row(turn.phase().name(), turn.period(), turn.cause()));
            sum = sum.plus(turn.period().length());
        }
        rows.add(List.of("all turns", time(of.openedAt()), time(asOf), TimeSpan.of(sum), ""));
        return rows;
    }

    /** Returns how a clock stands, in a line. */
    String title(Cycle cycle) {
        return "goal " + cycle.goal().name() + " within "
                + TimeSpan.of(cycle.goal().target()) + ": " + lower(cycle.status()) + ", "
                + TimeSpan.of(cycle.used()) + " used"
                + cycle.due().map(due -> ", due " + time(due)).orElse("");
    }

    /** Returns a row for each stretch of a clock, and one for all of each kind. */
    List<List<String>> stretchRows(Cycle cycle) {
        List<List<String>> rows = new ArrayList<>();
        for (Stretch stretch : cycle.stretches()) {
            rows.add(row(lower(stretch.kind()), stretch.period(), stretch.cause()));
        }
        for (Stretch.Kind kind : Stretch.Kind.values()) {
            rows.add(List.of("all " + lower(kind), "", "", TimeSpan.of(sum(cycle, kind)), ""));
        }
        return rows;
    }

    /** Returns the time of all stretches of a kind. */
    static Duration sum(Cycle cycle, Stretch.Kind kind) {
        return cycle.stretches().stream()
                .filter(stretch -> stretch.kind() == kind)
                .map(stretch -> stretch.period().length())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Prints it as tables. */
    void print(PrintWriter out) {
        out.println(title());
        print(TURNS, turnRows(), out);
        for (Cycle cycle : cycles) {
            out.println(title(cycle));
            print(STRETCHES, stretchRows(cycle), out);
        }
        out.flush();
    }

    private static void print(List<String> header, List<List<String>> rows, PrintWriter out) {
        TextTable table = new TextTable(header);
        rows.forEach(table::add);
        table.print(out);
        out.println();
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
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
