package dev.cxkit.examples.report.survey;

import dev.cxkit.core.intake.RejectedRow;
import dev.cxkit.examples.report.page.Page;
import dev.cxkit.examples.report.page.Page.Tile;
import dev.cxkit.examples.report.survey.SurveyRequest.Timing;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.survey.Change;
import dev.cxkit.metrics.survey.Ratings;
import dev.cxkit.metrics.survey.Score;
import dev.cxkit.metrics.survey.WeightedDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The answers as a page. */
public final class SurveyPage {

    private static final int MOST_REJECTED = 20;
    private static final String WEIGHTED = ", weighted";
    private static final String NOTHING = "\u2013";

    private final Survey survey;
    private final Page page;

    private SurveyPage(Survey survey, String title) {
        this.survey = survey;
        this.page = new Page(title, files(survey));
    }

    /** Returns the page. */
    public static String of(Survey survey) {
        return of(survey, "Survey report");
    }

    /** Returns the page under a title of its own. */
    public static String of(Survey survey, String title) {
        return new SurveyPage(survey, title).html();
    }

    private static String files(Survey survey) {
        return survey.waves().stream()
                .map(wave -> wave.file() + " (" + Unit.count(wave.rows()) + " rows)")
                .collect(Collectors.joining(" and ", "", "."));
    }

    private String html() {
        for (int i = 0; i < survey.request().questions().size(); i++) {
            question(i);
        }
        rejectedRows();
        return page.html();
    }

    private void question(int index) {
        QuestionResult result = survey.current().questions().get(index);
        Headline headline = Headline.of(result.question().scale());
        page.section(
                result.question().column(),
                "Scale " + result.question().scale().name() + ", "
                        + result.question().scale().min() + " to "
                        + result.question().scale().max() + ". " + headline.name() + ": " + headline.meaning() + ".");
        for (Wave wave : survey.waves()) {
            wave(wave, wave.questions().get(index), headline);
        }
        survey.change(index).ifPresent(comparison -> change(comparison, headline));
        if (survey.waves().size() > 1) {
            page.heading("All that follows is " + survey.current().file() + " alone");
        }
        SurveyFigures figures = new SurveyFigures(headline, survey.request().weight() != null);
        Series<Measured> series = result.series();
        Timing timing = survey.request().timing();
        if (series != null && timing != null && !series.points().isEmpty()) {
            figures.trend(page, series, timing);
        }
        figures.distribution(page, result.total().counts());
        result.by().forEach((column, segments) -> figures.segments(page, column, segments));
        page.endSection();
    }

    private void wave(Wave wave, QuestionResult result, Headline headline) {
        if (survey.waves().size() > 1) {
            page.heading(wave.file());
        }
        List<Tile> tiles = new ArrayList<>();
        Measured total = result.total();
        tiles.add(tile(headline.name(), headline, total.counts()));
        WeightedDistribution weights = total.weights();
        if (weights != null) {
            tiles.add(tile(headline.name() + WEIGHTED, headline, weights));
        }
        Optional<Estimate> mean = Score.MEAN.of(total.ratings());
        tiles.add(new Tile(
                weights == null ? "Mean" : "Mean" + WEIGHTED,
                mean.map(estimate -> Unit.RATING.show(estimate.value())).orElse(NOTHING),
                mean.map(Unit.RATING::interval).orElse("no answers")));
        page.tiles(tiles);
        answered(wave, result);
    }

    private static Tile tile(String name, Headline headline, Ratings ratings) {
        Optional<Estimate> score = headline.estimate(ratings);
        Unit unit = headline.unit();
        boolean weighted = ratings instanceof WeightedDistribution;
        return new Tile(
                name,
                score.map(estimate -> unit.show(estimate.value())).orElse(NOTHING),
                score.map(estimate -> unit.interval(estimate)
                                + (weighted ? ", effective\u00a0n\u00a0" : ", n\u00a0")
                                + Unit.count(estimate.n()))
                        .orElse("no answers"));
    }

    private void answered(Wave wave, QuestionResult result) {
        String superseded = survey.request().id() == null
                ? ""
                : ", " + Unit.count(result.superseded()) + " superseded by a later answer of the same person";
        page.paragraph(Unit.count(result.answered())
                + " answered, " + Unit.count(result.missing()) + " missing, " + Unit.count(result.rejected())
                + " rejected"
                + superseded + ".");
        wave.notes().stream()
                .filter(note -> note.startsWith(result.question().column() + ":"))
                .forEach(page::warning);
    }

    private void change(WaveChange comparison, Headline headline) {
        Unit unit = headline.unit();
        Change<String> change = comparison.shown();
        page.heading("Change from " + survey.waves().get(0).file() + " to "
                + survey.current().file());
        List<Tile> tiles = new ArrayList<>();
        tiles.add(tile(headline.name(), unit, comparison.counted()));
        Change<String> weighted = comparison.weighted();
        if (weighted != null) {
            tiles.add(tile(headline.name() + WEIGHTED, unit, weighted));
        }
        page.tiles(tiles);
        String by = comparison.by();
        if (by != null) {
            if (change.mixChanged()) {
                page.warning("The mix of " + by + " is not the same in both files (" + Unit.p(change.mixPValue())
                        + "), so the change is not one of opinion alone.");
            }
            SurveyFigures.effects(page, by, change, unit);
        }
    }

    private static Tile tile(String name, Unit unit, Change<String> change) {
        Difference tested = change.difference();
        return new Tile(
                name,
                unit.change(change.value()),
                tested == null
                        ? unit.ofDifferences().strip()
                        : unit.interval(tested) + unit.ofDifferences() + ", " + Unit.p(tested.pValue()));
    }

    private void rejectedRows() {
        List<String> lines = new ArrayList<>();
        for (Wave wave : survey.waves()) {
            lines(lines, wave.file() + ", row ", wave.rejectedRows(), wave.rejected());
            for (QuestionResult result : wave.questions()) {
                lines(
                        lines,
                        wave.file() + ", " + result.question().column() + ", row ",
                        result.rejectedRows(),
                        result.rejected() - wave.rejected());
            }
        }
        if (!lines.isEmpty()) {
            page.section("Rejected rows", "A row is named by the line of the file on which it begins.")
                    .list(lines)
                    .endSection();
        }
    }

    private static void lines(List<String> lines, String where, List<RejectedRow> rejectedRows, long count) {
        rejectedRows.stream()
                .limit(MOST_REJECTED)
                .forEach(rejected -> lines.add(where + rejected.position() + ": " + rejected.reason()));
        if (count > MOST_REJECTED) {
            lines.add("and " + Unit.count(count - MOST_REJECTED) + " more like these");
        }
    }
}
