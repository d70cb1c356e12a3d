package dev.cxkit.examples.report.survey;

import dev.cxkit.core.intake.RejectedRow;
import dev.cxkit.examples.report.rows.Quote;
import dev.cxkit.examples.report.survey.SurveyRequest.Timing;
import dev.cxkit.examples.report.text.RejectedGroup;
import dev.cxkit.examples.report.text.TextTable;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.survey.Change;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;

/** The answers as tables for a terminal. */
public final class SurveyText {

    private static final int LONGEST_LINE = 500;

    private final Survey survey;
    private final PrintWriter out;

    private SurveyText(Survey survey, PrintWriter out) {
        this.survey = survey;
        this.out = out;
    }

    /** Prints the tables. */
    public static void print(Survey survey, PrintWriter out) {
        new SurveyText(survey, out).print();
        out.flush();
    }

    private void print() {
        for (int i = 0; i < survey.request().questions().size(); i++) {
            for (Wave wave : survey.waves()) {
                question(wave, wave.questions().get(i));
            }
            change(i);
        }
        survey.waves().forEach(this::rejectedRows);
        survey.waves().forEach(wave -> wave.notes().forEach(note -> line("Note: " + wave.file() + ": " + note)));
    }

    private void question(Wave wave, QuestionResult result) {
        Headline headline = Headline.of(result.question().scale());
        line(result.question().column() + " in " + wave.file() + ", scale "
                + result.question().scale().name() + ": " + headline.name() + " is the " + headline.meaning());
        String superseded = survey.request().id() == null
                ? ""
                : ", " + Unit.count(result.superseded()) + " superseded by a later answer of the same id";
        line(Unit.count(wave.rows()) + " rows: " + Unit.count(result.answered()) + " answered, "
                + Unit.count(result.missing()) + " missing, " + Unit.count(result.rejected()) + " rejected"
                + superseded);
        ScoreCells cells = new ScoreCells(headline, survey.request().weight() != null);
        TextTable table = new TextTable(cells.header("")).add(cells.of("all", result.total()));
        result.by()
                .forEach((column, segments) ->
                        segments.forEach((value, measured) -> table.add(cells.of(column + " = " + value, measured))));
        table.print(out);
        Series<Measured> series = result.series();
        Timing timing = survey.request().timing();
        if (series != null && timing != null) {
            series(series, timing, cells);
        }
        out.println();
    }

    private void series(Series<Measured> series, Timing timing, ScoreCells cells) {
        ZoneId zone = timing.times().zone();
        out.println();
        TextTable table = new TextTable(cells.header(timing.unit() + " from (" + zone + ")"));
        cells.of(series, zone).forEach(table::add);
        table.print(out);
        if (series.points().stream().anyMatch(point -> !point.finished())) {
            out.println("  * may not be over yet");
        }
    }

    private void change(int question) {
        survey.before().ifPresent(before -> {
            line("Change from " + before.file() + " to " + survey.current().file());
            Headline headline =
                    Headline.of(before.questions().get(question).question().scale());
            survey.change(question)
                    .ifPresentOrElse(
                            comparison -> {
                                change("", comparison.counted(), comparison, headline);
                                Change<String> weights = comparison.weighted();
                                if (weights != null) {
                                    change("weighted ", weights, comparison, headline);
                                }
                            },
                            () -> out.println("  no answers to compare"));
            out.println();
        });
    }

    private void change(String which, Change<String> change, WaveChange comparison, Headline headline) {
        Unit unit = headline.unit();
        Difference tested = change.difference();
        out.println("  " + which + headline.name() + " " + unit.change(change.value()) + unit.ofDifferences()
                + (tested == null ? "" : ", 95 % interval " + unit.interval(tested) + ", " + Unit.p(tested.pValue())));
        String by = comparison.by();
        if (by != null) {
            line("  of which " + unit.change(change.mix()) + " by a changed mix of " + by + " and "
                    + unit.change(change.rate()) + " by changed answers");
            if (change.mixChanged()) {
                line("  the mix of " + by + " changed more than chance explains (" + Unit.p(change.mixPValue()) + ")");
            }
            TextTable table = new TextTable(List.of(by, "mix", "answers"));
            SegmentOrder.of(change.effects())
                    .forEach((segment, effect) ->
                            table.add(List.of(segment, unit.change(effect.mix()), unit.change(effect.rate()))));
            table.print(out);
        }
    }

    private void rejectedRows(Wave wave) {
        rejectedRows(wave.file() + ": rows rejected for all columns", wave.rejected(), wave.rejectedRows());
        for (QuestionResult result : wave.questions()) {
            rejectedRows(
                    wave.file() + ": rows rejected for " + result.question().column(),
                    result.rejected() - wave.rejected(),
                    result.rejectedRows());
        }
    }

    private void rejectedRows(String title, long count, List<RejectedRow> rejectedRows) {
        RejectedGroup.print(title + ": " + Unit.count(count) + " (row = line of the file)", rejectedRows, count, out);
    }

    /** Prints a line that may hold texts from the file. */
    private void line(String text) {
        out.println(Quote.of(text, LONGEST_LINE));
    }
}
