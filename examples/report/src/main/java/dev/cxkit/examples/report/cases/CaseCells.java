package dev.cxkit.examples.report.cases;

import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.examples.report.text.CellText;
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

/** The rows of the tables, on a terminal and on a page. */
final class CaseCells {

    private CaseCells() {}

    /** How many cases there are and how they stand, under a header. */
    static List<List<String>> overview(CaseFigures total) {
        Proportion reopened = total.reopened();
        return List.of(
                List.of("", "cases", "share", CellText.INTERVAL),
                List.of("open", Unit.count(total.open()), CellText.NONE, CellText.NONE),
                List.of("resolved", Unit.count(total.resolved()), CellText.NONE, CellText.NONE),
                cells("reopened, of " + Unit.count(reopened.total()) + " ever resolved", reopened));
    }

    private static List<String> cells(String name, Proportion share) {
        return List.of(name, Unit.count(share.count()), CellText.value(share), CellText.interval(share));
    }

    /** The times, under a header. */
    static List<List<String>> times(CaseFigures total) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("time to", "n", "running", "mean", "median", "p90", "median (Kaplan-Meier)"));
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
                span(times.distribution().median()),
                span(times.distribution().quantile(0.9)),
                span(times.curve().median()));
    }

    private static String span(OptionalDouble seconds) {
        return seconds.isPresent() ? TimeSpan.of(seconds.getAsDouble()) : CellText.NONE;
    }

    /** Whom cases waited on how long, under a header. */
    static List<List<String>> waitingOn(CaseFigures total) {
        CaseFigures.InHours business = total.business();
        List<List<String>> rows = new ArrayList<>();
        List<String> header = List.of("waiting on, all cases together", "time", "business");
        rows.add(business == null ? header.subList(0, 2) : header);
        total.calendar().waitingOn().forEach((waitingOn, seconds) -> {
            List<String> row = new ArrayList<>(List.of(name(waitingOn), TimeSpan.of(seconds)));
            if (business != null) {
                row.add(TimeSpan.of(business.waitingOn().getOrDefault(waitingOn, 0L)));
            }
            rows.add(row);
        });
        return rows;
    }

    /** Returns whom a case waits on, in words. */
    static String name(WaitingOn waitingOn) {
        return switch (waitingOn) {
            case US -> "us";
            case CUSTOMER -> "the customer";
            case THIRD_PARTY -> "a third party";
            case DONE -> "nobody";
        };
    }

    /** Whether SLA targets are met, under a header. */
    static List<List<String>> attainment(CaseFigures total) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "SLA target", "met", "breached", "running", "paused", "cancelled", "attainment", CellText.INTERVAL));
        total.attainment().forEach((name, share) -> rows.add(attainment(name, share)));
        return rows;
    }

    private static List<String> attainment(String name, Share share) {
        Proportion met = share.proportion();
        return List.of(
                name,
                Unit.count(met.count()),
                Unit.count(met.total() - met.count()),
                Unit.count(share.excluded("running")),
                Unit.count(share.excluded("paused")),
                Unit.count(share.excluded("cancelled")),
                CellText.value(met),
                CellText.interval(met));
    }

    /**
     * The figures of the parts, under a header.
     *
     * @param targets the SLA targets whose attainment is among them
     */
    static List<List<String>> segments(String column, Map<String, CaseFigures> parts, Collection<String> targets) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(
                List.of(column, "cases", "open", "reopened", "median to last resolution", "median (Kaplan-Meier)"));
        for (String target : targets) {
            header.addAll(List.of(target + " attainment", CellText.INTERVAL));
        }
        rows.add(header);
        parts.forEach((value, part) -> {
            ElapsedTime last = part.calendar().last();
            List<String> row = new ArrayList<>(List.of(
                    value,
                    Unit.count(part.cases()),
                    Unit.count(part.open()),
                    Unit.count(part.reopened().count()),
                    span(last.distribution().median()),
                    span(last.curve().median())));
            for (String target : targets) {
                Share share = part.attainment().get(target);
                row.add(share == null ? CellText.NONE : CellText.value(share.proportion()));
                row.add(share == null ? CellText.NONE : CellText.interval(share.proportion()));
            }
            rows.add(row);
        });
        return rows;
    }
}
