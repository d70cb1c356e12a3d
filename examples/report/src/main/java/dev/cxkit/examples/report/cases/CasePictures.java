package dev.cxkit.examples.report.cases;

import dev.cxkit.examples.report.chart.DotChart;
import dev.cxkit.examples.report.chart.DurationChart;
import dev.cxkit.examples.report.chart.DurationChart.Mark;
import dev.cxkit.examples.report.chart.StepChart;
import dev.cxkit.examples.report.page.Page;
import dev.cxkit.examples.report.page.Page.Legend;
import dev.cxkit.examples.report.text.CellText;
import dev.cxkit.examples.report.text.TimeSpan;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.service.ElapsedTime;
import dev.cxkit.metrics.service.Share;
import dev.cxkit.metrics.stats.Estimate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pictures of cases. */
final class CasePictures {

    private static final int MOST_ROWS = 30;

    private CasePictures() {}

    /** Adds how often each length of time occurs. */
    static void lengths(Page page, String title, ElapsedTime times) {
        if (times.n() == 0) {
            return;
        }
        Lengths lengths = Lengths.of(times.curve());
        List<Mark> marks = new ArrayList<>();
        times.distribution().median().ifPresent(median -> marks.add(mark("median ", median)));
        times.distribution().quantile(0.9).ifPresent(p90 -> marks.add(mark("90 % within ", p90)));
        List<List<String>> rows = new ArrayList<>();
        if (lengths.none() > 0) {
            rows.add(List.of("none", Unit.count(lengths.none())));
        }
        lengths.bars().forEach(bar -> rows.add(List.of(bar.text(), Unit.count(bar.count()))));
        page.figure(
                new DurationChart(
                        title,
                        Unit.count(times.n()) + " cases; "
                                + String.join(
                                        "; ", marks.stream().map(Mark::label).toList()) + ".",
                        lengths.none(),
                        lengths.bars(),
                        marks),
                List.of(),
                "Number of cases; on this axis each step to the right is a multiple."
                        + (lengths.none() == 0
                                ? ""
                                : " " + Unit.count(lengths.none()) + " took no time at all, by what the file tells.")
                        + (times.open() == 0
                                ? ""
                                : " " + Unit.count(times.open())
                                        + " that are not resolved are not among them: some will take longer."),
                new Page.Table(title, List.of("time", "cases"), rows));
    }

    private static Mark mark(String name, double seconds) {
        return new Mark(name + TimeSpan.about(seconds), seconds);
    }

    /** Adds how many cases were open. */
    static void backlog(Page page, CasesReport report, Instant asOf) {
        ZoneId zone = report.request().times().zone();
        List<StepChart.Point> points = OpenCases.of(report.file().cases(), asOf, zone);
        if (points.size() < 2) {
            return;
        }
        List<List<String>> rows = points.stream()
                .map(point -> List.of(
                        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(point.at().atZone(zone)),
                        Unit.count(point.count())))
                .toList();
        StepChart.Point most = points.stream()
                .max(Comparator.comparingLong(StepChart.Point::count))
                .orElseThrow();
        long last = points.get(points.size() - 1).count();
        page.figure(
                new StepChart(
                        "Open cases",
                        "Most " + Unit.count(most.count()) + " at " + most.at() + "; last " + Unit.count(last) + ".",
                        zone,
                        points),
                List.of(),
                "How many were open at each of " + Unit.count(points.size()) + " moments; days of " + zone + ".",
                new Page.Table("Open cases", List.of("at", "open"), rows));
    }

    /** Adds the attainment of each SLA target in the parts; the picture has the largest ones. */
    static void attainment(Page page, String column, Map<String, CaseFigures> parts, CaseFigures total) {
        List<String> largest = parts.entrySet().stream()
                .sorted(Comparator.comparing(part -> -part.getValue().cases()))
                .limit(MOST_ROWS)
                .map(Map.Entry::getKey)
                .toList();
        total.attainment().forEach((target, whole) -> {
            String title = "SLA attainment, " + target + ", by " + column;
            List<DotChart.Row> rows = new ArrayList<>();
            List<List<String>> cells = new ArrayList<>();
            StringBuilder said = new StringBuilder();
            parts.forEach((value, part) -> {
                Share share = part.attainment().get(target);
                Estimate estimate = share == null ? null : estimate(share);
                cells.add(cells(value, share, estimate));
                if (largest.contains(value)) {
                    rows.add(new DotChart.Row(value, estimate));
                    said.append(value).append(' ').append(show(estimate)).append("; ");
                }
            });
            cells.add(cells("all", whole, estimate(whole)));
            page.figure(
                    new DotChart(title, said + "all " + show(estimate(whole)) + ".", Unit.SHARE, estimate(whole), rows),
                    List.<Legend>of(),
                    "Of the SLA clocks that were met or breached. Lines are 95 % intervals; the dashed line is all cases."
                            + (rows.size() < parts.size()
                                    ? " Shown are the " + rows.size() + " largest of " + parts.size() + "."
                                    : ""),
                    new Page.Table(title, List.of(column, "met", "of", "attainment", CellText.INTERVAL), cells));
        });
    }

    private static @Nullable Estimate estimate(Share share) {
        return share.proportion().estimate().orElse(null);
    }

    private static String show(@Nullable Estimate estimate) {
        return estimate == null ? CellText.NONE : Unit.SHARE.show(estimate.value());
    }

    private static List<String> cells(String value, @Nullable Share share, @Nullable Estimate estimate) {
        return List.of(
                value,
                share == null ? CellText.NONE : Unit.count(share.proportion().count()),
                share == null ? CellText.NONE : Unit.count(share.proportion().total()),
                show(estimate),
                estimate == null ? CellText.NONE : Unit.SHARE.interval(estimate));
    }
}
