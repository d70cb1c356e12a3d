package dev.cxkit.examples.report.survey;

import dev.cxkit.examples.report.text.CellText;
import dev.cxkit.examples.report.text.PeriodText;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.survey.Score;
import dev.cxkit.metrics.survey.WeightedDistribution;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a table of scores, on a terminal and on a page.
 *
 * @param headline the score
 * @param weighted whether there are weights
 */
record ScoreCells(Headline headline, boolean weighted) {

    /** Returns the names of the columns, of which the first is given. */
    List<String> header(String first) {
        List<String> header = new ArrayList<>(List.of(first, "n", headline.name(), "95 % interval", "mean"));
        if (weighted) {
            header.addAll(List.of("weighted", "95 % interval", "effective n"));
        }
        return header;
    }

    /** Returns the cells of a row with this name. */
    List<String> of(String name, Measured measured) {
        List<String> cells =
                new ArrayList<>(List.of(name, Unit.count(measured.counts().answered())));
        score(cells, headline.estimate(measured.counts()));
        cells.add(Score.MEAN
                .of(measured.counts())
                .map(mean -> Unit.RATING.show(mean.value()))
                .orElse(CellText.NONE));
        WeightedDistribution weights = measured.weights();
        if (weights != null) {
            score(cells, headline.estimate(weights));
            cells.add(Unit.count(weights.effectiveN()));
        }
        return cells;
    }

    /** Returns a row for each period, named by its first day; an asterisk marks the one that may not be over yet. */
    List<List<String>> of(Series<Measured> series, ZoneId zone) {
        List<List<String>> rows = new ArrayList<>();
        for (Series.Point<Measured> point : series.points()) {
            String day = PeriodText.from(point.period(), zone) + (point.finished() ? "" : " *");
            rows.add(of(day, point.value()));
        }
        return rows;
    }

    private void score(List<String> cells, Optional<Estimate> score) {
        Unit unit = headline.unit();
        cells.add(score.map(estimate -> unit.show(estimate.value())).orElse(CellText.NONE));
        cells.add(score.map(unit::interval).orElse(CellText.NONE));
    }
}
