package dev.cxkit.examples.report.survey;

import dev.cxkit.core.feedback.Band;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.examples.report.chart.BarChart;
import dev.cxkit.examples.report.chart.DotChart;
import dev.cxkit.examples.report.chart.EffectChart;
import dev.cxkit.examples.report.chart.TrendChart;
import dev.cxkit.examples.report.page.Page;
import dev.cxkit.examples.report.page.Page.Legend;
import dev.cxkit.examples.report.survey.SurveyRequest.Timing;
import dev.cxkit.examples.report.text.CellText;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.survey.Change;
import dev.cxkit.metrics.survey.Distribution;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a question.
 *
 * @param headline the score that they show
 * @param weighted whether there are weights, which the scores then rest on
 */
record SurveyFigures(Headline headline, boolean weighted) {

    private static final int MOST_ROWS = 30;
    private static final String WEIGHTED = ", weighted";

    private static String label(String unit) {
        return switch (unit) {
            case "hour" -> "d MMM HH:mm";
            case "month" -> "MMM uu";
            case "quarter" -> "'Q'q uu";
            case "year" -> "uuuu";
            default -> "d MMM uu";
        };
    }

    /** Adds the score over time. */
    void trend(Page page, Series<Measured> series, Timing timing) {
        ZoneId zone = timing.times().zone();
        DateTimeFormatter format = DateTimeFormatter.ofPattern(label(timing.unit()), Locale.ENGLISH);
        List<TrendChart.Point> points = new ArrayList<>();
        for (Series.Point<Measured> point : series.points()) {
            String label = format.format(point.period().from().atZone(zone));
            points.add(new TrendChart.Point(label, score(point.value()), point.finished()));
        }
        boolean open = points.stream().anyMatch(point -> !point.finished());
        boolean gaps = points.stream().anyMatch(point -> point.score() == null);
        ScoreCells cells = new ScoreCells(headline, weighted);
        page.figure(
                new TrendChart(
                        headline.name() + " by " + timing.unit() + suffix(), describe(points), headline.unit(), points),
                List.of(),
                "The band is the 95 % interval; the days begin at midnight in " + zone + "."
                        + (open ? " The last " + timing.unit() + ", drawn hollow, may not be over yet." : "")
                        + (gaps ? " A gap is a " + timing.unit() + " without answers." : ""),
                new Page.Table(
                        headline.name() + " by " + timing.unit(),
                        cells.header(timing.unit() + " from"),
                        cells.of(series, zone)));
    }

    private String describe(List<TrendChart.Point> points) {
        List<TrendChart.Point> known =
                points.stream().filter(point -> point.score() != null).toList();
        if (known.isEmpty()) {
            return "No answers.";
        }
        Comparator<TrendChart.Point> byValue = Comparator.comparingDouble(SurveyFigures::value);
        return points.size() + " periods. First " + say(known.get(0)) + "; last " + say(known.get(known.size() - 1))
                + "; highest " + say(known.stream().max(byValue).orElseThrow()) + "; lowest "
                + say(known.stream().min(byValue).orElseThrow()) + ".";
    }

    private String say(TrendChart.Point point) {
        return headline.unit().show(value(point)) + " in " + point.label();
    }

    private static double value(TrendChart.Point point) {
        Estimate score = point.score();
        return score == null ? Double.NEGATIVE_INFINITY : score.value();
    }

    /** Adds how often each value was given. */
    void distribution(Page page, Distribution counts) {
        Scale scale = counts.scale();
        List<BarChart.Bar> bars = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (int value = scale.min(); value <= scale.max(); value++) {
            String label = Integer.toString(value);
            bars.add(new BarChart.Bar(label, (double) counts.count(value), scale.band(value)));
            double answered = counts.answered();
            rows.add(List.of(
                    label,
                    Unit.count(counts.count(value)),
                    answered > 0 ? Unit.SHARE.show(counts.count(value) / answered) : CellText.NONE));
        }
        List<Legend> keys = new ArrayList<>();
        for (Band band : Band.values()) {
            String range = range(scale, band);
            if (!range.isEmpty()) {
                OptionalDouble share = counts.share(band);
                keys.add(new Legend(
                        CellText.word(band),
                        name(scale, band) + " (" + range + ")"
                                + (share.isPresent() ? " " + Unit.SHARE.show(share.getAsDouble()) : "")));
            }
        }
        String said = String.join("; ", keys.stream().map(Legend::text).toList());
        page.figure(
                new BarChart("Answers by value", said + ".", bars),
                keys,
                "Number of answers, not weighted.",
                new Page.Table("Answers by value", List.of("value", "answers", "share"), rows));
    }

    private static String name(Scale scale, Band band) {
        boolean nps = scale.equals(Scale.NPS);
        return switch (band) {
            case FAVOURABLE -> nps ? "Promoters" : "Favourable";
            case NEUTRAL -> nps ? "Passives" : "Neutral";
            case UNFAVOURABLE -> nps ? "Detractors" : "Unfavourable";
        };
    }

    private static String range(Scale scale, Band band) {
        List<Integer> values = new ArrayList<>();
        for (int value = scale.min(); value <= scale.max(); value++) {
            if (scale.band(value) == band) {
                values.add(value);
            }
        }
        if (values.size() < 2) {
            return values.isEmpty() ? "" : values.get(0).toString();
        }
        return values.get(0) + " to " + values.get(values.size() - 1);
    }

    /** Adds the scores of segments; the picture has the largest ones, the table all. */
    void segments(Page page, String column, Segments<String, Measured> segments) {
        Map<String, Measured> ordered = segments.each();
        long least = ordered.values().stream()
                .map(measured -> measured.counts().answered())
                .sorted(Comparator.reverseOrder())
                .skip(MOST_ROWS - 1L)
                .findFirst()
                .orElse(0L);
        List<DotChart.Row> rows = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        ScoreCells format = new ScoreCells(headline, weighted);
        ordered.forEach((segment, measured) -> {
            cells.add(format.of(segment, measured));
            if (measured.counts().answered() >= least && rows.size() < MOST_ROWS) {
                rows.add(new DotChart.Row(segment, score(measured)));
            }
        });
        cells.add(format.of("all", segments.total()));
        String title = headline.name() + " by " + column + suffix();
        page.figure(
                new DotChart(title, describe(rows, segments.total()), headline.unit(), score(segments.total()), rows),
                List.of(),
                "Lines are 95 % intervals; the dashed line is the score of all."
                        + (rows.size() < ordered.size()
                                ? " Shown are the " + rows.size() + " largest of " + ordered.size() + "."
                                : ""),
                new Page.Table(title, format.header(column), cells));
    }

    private String describe(List<DotChart.Row> rows, Measured total) {
        StringBuilder text = new StringBuilder();
        for (DotChart.Row row : rows) {
            Estimate score = row.score();
            text.append(row.label())
                    .append(' ')
                    .append(score == null ? "no answers" : headline.unit().show(score.value()))
                    .append("; ");
        }
        Estimate whole = score(total);
        return text + "all " + (whole == null ? "no answers" : headline.unit().show(whole.value())) + ".";
    }

    /** Adds what each segment adds to a change. */
    static void effects(Page page, String by, Change<String> change, Unit unit) {
        List<EffectChart.Row> rows = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        SegmentOrder.of(change.effects()).forEach((segment, effect) -> {
            cells.add(List.of(segment, unit.change(effect.mix()), unit.change(effect.rate())));
            if (rows.size() < MOST_ROWS) {
                rows.add(new EffectChart.Row(segment, effect.mix(), effect.rate()));
            }
        });
        cells.add(List.of("all", unit.change(change.mix()), unit.change(change.rate())));
        String sums = unit.change(change.mix()) + " by a changed mix of " + by + ", " + unit.change(change.rate())
                + " by changed answers";
        page.figure(
                new EffectChart("What the change is made of, by " + by, sums + ".", unit, rows),
                List.of(new Legend("mix", "more or fewer of them"), new Legend("rate", "they answered otherwise")),
                "In" + unit.ofDifferences() + ". All bars add up to the change: " + sums + ".",
                new Page.Table("Change by " + by, List.of(by, "mix", "answers"), cells));
    }

    private @Nullable Estimate score(Measured measured) {
        return headline.estimate(measured.ratings()).orElse(null);
    }

    private String suffix() {
        return weighted ? WEIGHTED : "";
    }
}
