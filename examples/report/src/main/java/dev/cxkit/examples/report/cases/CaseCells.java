package dev.cxkit.examples.report.cases;

import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.examples.report.text.TimeSpan;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.service.ElapsedTime;
import dev.cxkit.metrics.service.Share;
import dev.cxkit.metrics.stats.Proportion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The rows of the tables, on a terminal and on a page. */
final class CaseCells {

    /** Stands for a number that is not known. */
    static final String NONE = "-";

    private static final String INTERVAL = "95 % interval";

    private CaseCells() {}

    /** How many cases there are and how they stand, under a header. */
    static List<List<String>> overview(CaseFigures total) {
        Proportion reopened = total.reopened();
        return List.of(
                List.of("", "cases", "share", INTERVAL),
                List.of("open", Unit.count(total.open()), NONE, NONE),
                List.of("resolved", Unit.count(total.resolved()), NONE, NONE),
                cells("reopened, of " + Unit.count(reopened.total()) + " ever resolved", reopened));
    }

    private static List<String> cells(String name, Proportion share) {
        return List.of(name, Unit.count(share.count()), value(share), interval(share));
    }

    private static String value(Proportion share) {
        return share.estimate()
                .map(estimate -> Unit.SHARE.show(estimate.value()))
                .orElse(NONE);
    }

    private static String interval(Proportion share) {
        return share.estimate().map(Unit.SHARE::interval).orElse(NONE);
    }

    /** The times, under a header. */
    static List<List<String>> times(CaseFigures total) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("time to", "n", "running", "mean", "median", "p90", "median with the running"));
        times(rows, "", total.calendar());
        CaseFigures.InHours business = total.business();
        if (business != null) {
            times(rows, ", business", business);
        }
        return rows;
    }

    private static void times(List<List<String>> to, String hours, CaseFigures.InHours clocked) {
        if (clocked.firstResponse() != null) {
            to.add(times("first response" + hours, clocked.firstResponse()));
        }
        to.add(times("first resolution" + hours, clocked.first()));
        to.add(times("last resolution" + hours, clocked.last()));
    }

    private static List<String> times(String name, ElapsedTime times) {
        return List.of(
                name,
                Unit.count(times.n()),
                Unit.count(times.open()),
                span(times.finished().mean()),
                span(times.median()),
                span(times.p90()),
                span(times.kaplanMeierMedian()));
    }

    private static String span(OptionalDouble seconds) {
        return seconds.isPresent() ? TimeSpan.of(seconds.getAsDouble()) : NONE;
    }

    private static String span(OptionalLong seconds) {
        return seconds.isPresent() ? TimeSpan.of(seconds.getAsLong()) : NONE;
    }

    /** Whose turn it was how long, under a header. */
    static List<List<String>> waitingOn(CaseFigures total) {
        CaseFigures.InHours business = total.business();
        List<List<String>> rows = new ArrayList<>();
        List<String> header = List.of("turn, all cases together", "time", "business");
        rows.add(business == null ? header.subList(0, 2) : header);
        total.calendar().waitingOn().forEach((phase, seconds) -> {
            List<String> row = new ArrayList<>(List.of(name(phase), TimeSpan.of(seconds)));
            if (business != null) {
                row.add(TimeSpan.of(business.waitingOn().getOrDefault(phase, 0L)));
            }
            rows.add(row);
        });
        return rows;
    }

    /** Whose turn it is in a phase. */
    static String name(WaitingOn phase) {
        return switch (phase) {
            case US -> "ours";
            case CUSTOMER -> "the customer's";
            case THIRD_PARTY -> "a third party's";
            case DONE -> "nobody's";
        };
    }

    /** Whether the goals are kept, under a header. */
    static List<List<String>> attainment(CaseFigures total) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("goal", "met", "missed", "running", "paused", "cancelled", "attainment", INTERVAL));
        total.attainment().forEach((name, share) -> rows.add(attainment(name, share)));
        return rows;
    }

    private static List<String> attainment(String name, Share share) {
        Proportion kept = share.proportion();
        return List.of(
                name,
                Unit.count(kept.count()),
                Unit.count(kept.total() - kept.count()),
                Unit.count(share.excluded("running")),
                Unit.count(share.excluded("paused")),
                Unit.count(share.excluded("cancelled")),
                value(kept),
                interval(kept));
    }

    /**
     * The figures of the parts, under a header.
     *
     * @param goals the goals whose attainment is among them
     */
    static List<List<String>> segments(String column, Map<String, CaseFigures> parts, Collection<String> goals) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(
                List.of(column, "cases", "open", "reopened", "median to last resolution", "with the running"));
        for (String goal : goals) {
            header.addAll(List.of(goal + " kept", INTERVAL));
        }
        rows.add(header);
        parts.forEach((value, part) -> {
            ElapsedTime last = part.calendar().last();
            List<String> row = new ArrayList<>(List.of(
                    value,
                    Unit.count(part.cases()),
                    Unit.count(part.open()),
                    Unit.count(part.reopened().count()),
                    span(last.median()),
                    span(last.kaplanMeierMedian())));
            for (String goal : goals) {
                Share share = part.attainment().get(goal);
                row.add(share == null ? NONE : value(share.proportion()));
                row.add(share == null ? NONE : interval(share.proportion()));
            }
            rows.add(row);
        });
        return rows;
    }
}
