package dev.cxkit.examples.report.cases;

import dev.cxkit.core.sla.ClockSegment;
import dev.cxkit.core.sla.SlaClock;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.CaseSegment;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.examples.report.rows.InputException;
import dev.cxkit.examples.report.rows.Quote;
import dev.cxkit.examples.report.text.CellText;
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
import java.util.Objects;

/**
 * Where the times of one case come from.
 *
 * @param supportCase the case
 * @param asOf the instant at which it is looked at
 * @param zone in which times are written
 * @param segments whom it waited on
 * @param clocks its SLA clocks, with the segments that they counted or did not
 */
record Explanation(Case supportCase, Instant asOf, ZoneId zone, List<CaseSegment> segments, List<SlaClock> clocks) {

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_REASON = 300;

    static final List<String> CASE_SEGMENTS = List.of("waiting on", "from", "to", "time", "because of");
    static final List<String> CLOCK_SEGMENTS = List.of("clock", "from", "to", "time", "because of");

    /** Copies the lists. */
    Explanation {
        segments = List.copyOf(segments);
        clocks = List.copyOf(clocks);
    }

    /**
     * Explains a case of a report.
     *
     * @throws InputException if it is not there, or was rejected
     */
    static Explanation of(String name, CasesReport report) {
        CaseFile in = report.file();
        for (RejectedGroup rejected : in.rejectedGroups()) {
            if (name.equals(rejected.id())) {
                throw new InputException(
                        in.name() + ": case " + name + " was rejected: " + Quote.of(rejected.reason(), LONGEST_REASON));
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
        return "case " + Quote.of(supportCase.id().value(), LONGEST_ID) + " until " + time(asOf);
    }

    /** Returns a row for each segment of the case, and one for all of them. */
    List<List<String>> segmentRows() {
        List<List<String>> rows = new ArrayList<>();
        Duration sum = Duration.ZERO;
        for (CaseSegment segment : segments) {
            rows.add(row(CaseCells.name(segment.waitingOn()), segment.range(), segment.cause()));
            sum = sum.plus(segment.range().length());
        }
        rows.add(List.of("all", time(supportCase.openedAt()), time(asOf), TimeSpan.of(sum), ""));
        return rows;
    }

    /** Returns how a clock stands, in a line. */
    String title(SlaClock clock) {
        return "SLA target " + clock.target().name() + " within "
                + TimeSpan.of(clock.target().duration()) + ": " + CellText.word(clock.status()) + ", "
                + TimeSpan.of(clock.elapsed()) + " used"
                + clock.due().map(due -> ", due " + time(due)).orElse("");
    }

    /** Returns a row for each segment of a clock, and one for all of each kind. */
    List<List<String>> clockRows(SlaClock clock) {
        List<List<String>> rows = new ArrayList<>();
        for (ClockSegment segment : clock.segments()) {
            rows.add(row(CellText.word(segment.kind()), segment.range(), segment.cause()));
        }
        for (ClockSegment.Kind kind : ClockSegment.Kind.values()) {
            rows.add(List.of("all " + CellText.word(kind), "", "", TimeSpan.of(sum(clock, kind)), ""));
        }
        return rows;
    }

    /** Returns the time of all segments of a kind. */
    static Duration sum(SlaClock clock, ClockSegment.Kind kind) {
        return clock.segments().stream()
                .filter(segment -> segment.kind() == kind)
                .map(segment -> segment.range().length())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Prints it as tables. */
    void print(PrintWriter out) {
        out.println(title());
        print(CASE_SEGMENTS, segmentRows(), out);
        for (SlaClock clock : clocks) {
            out.println(title(clock));
            print(CLOCK_SEGMENTS, clockRows(clock), out);
        }
        out.flush();
    }

    private static void print(List<String> header, List<List<String>> rows, PrintWriter out) {
        TextTable table = new TextTable(header);
        rows.forEach(table::add);
        table.print(out);
        out.println();
    }

    private List<String> row(String what, TimeRange range, CaseEvent cause) {
        return List.of(
                what,
                time(range.from()),
                time(range.to()),
                TimeSpan.of(range.length()),
                cause.type() + " " + time(cause.occurredAt()));
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }
}
