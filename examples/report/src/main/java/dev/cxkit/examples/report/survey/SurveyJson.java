package dev.cxkit.examples.report.survey;

import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.intake.RejectedRow;
import dev.cxkit.examples.report.json.Json;
import dev.cxkit.examples.report.survey.SurveyRequest.Timing;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.survey.Change;
import dev.cxkit.metrics.survey.Csat;
import dev.cxkit.metrics.survey.Distribution;
import dev.cxkit.metrics.survey.Nps;
import dev.cxkit.metrics.survey.Score;
import dev.cxkit.metrics.survey.WeightedDistribution;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The answers as JSON. Scores are in points from -100 to 100, shares from 0 to 1; with two files they are those of the second. */
public final class SurveyJson {

    private final Survey survey;

    private SurveyJson(Survey survey) {
        this.survey = survey;
    }

    /** Returns the document. */
    public static ObjectNode of(Survey survey) {
        return new SurveyJson(survey).document();
    }

    private ObjectNode document() {
        ObjectNode document = Json.object();
        ArrayNode files = document.putArray("files");
        for (Wave wave : survey.waves()) {
            files.addObject().put("file", wave.file()).put("rows", wave.rows()).put("refused", wave.rejected());
        }
        Timing timing = survey.request().timing();
        if (timing != null) {
            document.put("per", timing.unit()).put("zone", timing.times().zone().getId());
        }
        ArrayNode scores = document.putArray("scores");
        for (int i = 0; i < survey.request().questions().size(); i++) {
            ObjectNode score = scores.addObject();
            question(score, survey.current(), i);
            int index = i;
            survey.before().ifPresent(wave -> question(score.putObject("before"), wave, index));
            survey.change(i).ifPresent(comparison -> change(score.putObject("change"), comparison));
        }
        rejectedRows(document.putArray("refusedRows"));
        ArrayNode notes = document.putArray("notes");
        survey.waves().forEach(wave -> wave.notes().forEach(note -> notes.add(wave.file() + ": " + note)));
        return document;
    }

    private void question(ObjectNode to, Wave wave, int index) {
        QuestionResult result = wave.questions().get(index);
        to.put("column", result.question().column())
                .put("scale", result.question().scale().name());
        if (survey.waves().size() > 1) {
            to.put("file", wave.file());
        }
        to.put("answered", result.answered()).put("missing", result.missing()).put("refused", result.rejected());
        if (survey.request().id() != null) {
            to.put("superseded", result.superseded());
        }
        scores(to, result.total());
        if (!result.by().isEmpty()) {
            ObjectNode by = to.putObject("by");
            result.by().forEach((column, segments) -> {
                ObjectNode values = by.putObject(column);
                SegmentOrder.of(segments.each()).forEach((value, measured) -> part(values.putObject(value), measured));
            });
        }
        Series<Measured> series = result.series();
        Timing timing = survey.request().timing();
        if (series != null && timing != null) {
            series(to.putArray("series"), series, timing.times().zone());
        }
    }

    private static void series(ArrayNode to, Series<Measured> series, ZoneId zone) {
        for (Series.Point<Measured> point : series.points()) {
            ObjectNode period = to.addObject()
                    .put("from", time(point.period().from(), zone))
                    .put("to", time(point.period().to(), zone))
                    .put("finished", point.finished());
            part(period, point.value());
        }
    }

    private static String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }

    private static void part(ObjectNode to, Measured measured) {
        to.put("answered", measured.counts().answered())
                .put("missing", measured.counts().skipped());
        scores(to, measured);
    }

    private static void scores(ObjectNode to, Measured measured) {
        Distribution counts = measured.counts();
        to.set("counts", counts(counts));
        boolean nps = counts.scale().equals(Scale.NPS);
        if (nps) {
            Nps score = Nps.of(counts);
            ObjectNode object = to.putObject("nps")
                    .put("promoters", score.promoters())
                    .put("passives", score.passives())
                    .put("detractors", score.detractors());
            score.estimate().ifPresent(estimate -> Json.put(object, "score", estimate));
            object.put("level", score.level()).put("method", score.method().toString());
        } else {
            Csat csat = Csat.of(counts);
            ObjectNode object = to.putObject("satisfied").put("count", csat.satisfied());
            csat.estimate().ifPresent(estimate -> Json.put(object, "share", estimate));
        }
        Score.MEAN.of(counts).ifPresent(mean -> Json.put(to.putObject("mean"), "value", mean));
        WeightedDistribution weights = measured.weights();
        if (weights != null) {
            weighted(to.putObject("weighted"), weights, nps);
        }
    }

    private static void weighted(ObjectNode to, WeightedDistribution weights, boolean nps) {
        Score score = nps ? Score.NPS : Score.MEAN;
        score.of(weights).ifPresent(estimate -> Json.put(to, nps ? "score" : "mean", estimate));
        if (!nps) {
            Score.FAVOURABLE.of(weights).ifPresent(share -> Json.put(to.putObject("satisfied"), "share", share));
        }
        to.put("effectiveN", weights.effectiveN());
    }

    private static ObjectNode counts(Distribution distribution) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int value = distribution.scale().min();
                value <= distribution.scale().max();
                value++) {
            counts.put(Integer.toString(value), distribution.count(value));
        }
        return Json.counts(counts);
    }

    private static void change(ObjectNode to, WaveChange comparison) {
        to.put("of", comparison.counted().score() == Score.NPS ? "nps" : "satisfied");
        change(to, comparison.counted(), comparison.by());
        Change<String> weighted = comparison.weighted();
        if (weighted != null) {
            change(to.putObject("weighted"), weighted, comparison.by());
        }
    }

    private static void change(ObjectNode to, Change<String> change, @Nullable String by) {
        to.put("difference", change.value());
        Difference tested = change.difference();
        if (tested != null) {
            to.put("low", tested.low()).put("high", tested.high()).put("p", tested.pValue());
        }
        to.put("mix", change.mix()).put("rate", change.rate());
        if (by != null) {
            to.put("mixP", change.mixPValue()).put("mixChanged", change.mixChanged());
            ObjectNode effects = to.putObject("effects").putObject(by);
            SegmentOrder.of(change.effects())
                    .forEach((segment, effect) ->
                            effects.putObject(segment).put("mix", effect.mix()).put("rate", effect.rate()));
        }
    }

    private void rejectedRows(ArrayNode to) {
        for (Wave wave : survey.waves()) {
            rejectedRows(to, wave, null, wave.rejectedRows());
            for (QuestionResult result : wave.questions()) {
                rejectedRows(to, wave, result.question().column(), result.rejectedRows());
            }
        }
    }

    private static void rejectedRows(ArrayNode to, Wave wave, @Nullable String column, List<RejectedRow> rejectedRows) {
        for (RejectedRow rejected : rejectedRows) {
            ObjectNode row = to.addObject().put("file", wave.file()).put("row", rejected.position());
            if (column != null) {
                row.put("column", column);
            }
            row.put("reason", rejected.reason());
        }
    }
}
