package dev.cxkit.examples.report.cases;

import dev.cxkit.core.sla.ClockSegment;
import dev.cxkit.core.sla.SlaClock;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.CaseSegment;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.examples.report.rows.InputException;
import dev.cxkit.examples.report.rows.Quote;
import dev.cxkit.examples.report.text.RejectedGroup;
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
 * @param segments whose turn it was
 * @param clocks the clocks of its goals, with the stretches that they counted or did not
 */
record Explanation(Case of, Instant asOf, ZoneId zone, List<CaseSegment> segments, List<SlaClock> clocks) {

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_REASON = 300;

    static final List<String> CASE_SEGMENTS = List.of("turn", "from", "to", "time", "because of");
    static final List<String> CLOCK_SEGMENTS = List.of("clock", "from", "to", "time", "because of");

    /** Copies the lists. */
    Explanation {
        segments = List.copyOf(segments);
        clocks = List.copyOf(clocks);
    }

    /**
     * Explains a case of a report.
     *
     * @throws InputException if it is not there, or was refused
     */
    static Explanation of(String name, CasesReport report) {
        CaseFile in = report.file();
        for (RejectedGroup refused : in.rejectedGroups()) {
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
                found.segments(asOf),
                request.targets().isEmpty() ? List.of() : request.slaPolicies().clocks(found, asOf));
    }

    /** Returns what it is about, in a line. */
    String title() {
        return "case " + Quote.of(of.id().value(), LONGEST_ID) + " until " + time(asOf);
    }

    /** Returns a row for each turn, and one for all of them. */
    List<List<String>> segmentRows() {
        List<List<String>> rows = new ArrayList<>();
        Duration sum = Duration.ZERO;
        for (CaseSegment turn : segments) {
            rows.add(row(turn.waitingOn().name(), turn.range(), turn.cause()));
            sum = sum.plus(turn.range().length());
        }
        rows.add(List.of("all turns", time(of.openedAt()), time(asOf), TimeSpan.of(sum), ""));
        return rows;
    }

    /** Returns how a clock stands, in a line. */
    String title(SlaClock cycle) {
        return "goal " + cycle.target().name() + " within "
                + TimeSpan.of(cycle.target().duration()) + ": " + lower(cycle.status()) + ", "
                + TimeSpan.of(cycle.elapsed()) + " used"
                + cycle.due().map(due -> ", due " + time(due)).orElse("");
    }

    /** Returns a row for each stretch of a clock, and one for all of each kind. */
    List<List<String>> clockRows(SlaClock cycle) {
        List<List<String>> rows = new ArrayList<>();
        for (ClockSegment stretch : cycle.segments()) {
            rows.add(row(lower(stretch.kind()), stretch.range(), stretch.cause()));
        }
        for (ClockSegment.Kind kind : ClockSegment.Kind.values()) {
            rows.add(List.of("all " + lower(kind), "", "", TimeSpan.of(sum(cycle, kind)), ""));
        }
        return rows;
    }

    /** Returns the time of all stretches of a kind. */
    static Duration sum(SlaClock cycle, ClockSegment.Kind kind) {
        return cycle.segments().stream()
                .filter(stretch -> stretch.kind() == kind)
                .map(stretch -> stretch.range().length())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Prints it as tables. */
    void print(PrintWriter out) {
        out.println(title());
        print(CASE_SEGMENTS, segmentRows(), out);
        for (SlaClock cycle : clocks) {
            out.println(title(cycle));
            print(CLOCK_SEGMENTS, clockRows(cycle), out);
        }
        out.flush();
    }

    private static void print(List<String> header, List<List<String>> rows, PrintWriter out) {
        TextTable table = new TextTable(header);
        rows.forEach(table::add);
        table.print(out);
        out.println();
    }

    private List<String> row(String what, TimeRange period, CaseEvent cause) {
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
