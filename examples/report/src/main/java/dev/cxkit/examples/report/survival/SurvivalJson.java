package dev.cxkit.examples.report.survival;

import dev.cxkit.core.intake.RejectedRow;
import dev.cxkit.examples.report.json.Json;
import dev.cxkit.examples.report.text.CellText;
import dev.cxkit.metrics.stats.ChiSquared;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.survival.KaplanMeier;
import dev.cxkit.metrics.survival.LogRank;
import dev.cxkit.metrics.survival.SurvivalInterval;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The figures as JSON. Times are in the unit of the file, shares from 0 to 1. */
final class SurvivalJson {

    private static final double LEVEL = Estimate.DEFAULT_LEVEL;

    private SurvivalJson() {}

    /** Returns the document. */
    static ObjectNode of(SurvivalReport report) {
        ObjectNode document = Json.object()
                .put("file", report.file())
                .put("rows", report.rows())
                .put("refused", report.rejected())
                .put("interval", CellText.word(report.request().interval()))
                .put("level", LEVEL);
        if (report.request().tau() != null) {
            put(document, "tau", report.request().tau());
        }
        ObjectNode groups = document.putObject("groups");
        report.groups().forEach((name, curve) -> group(groups.putObject(name), report, curve));
        report.logRank().ifPresent(logRank -> {
            ObjectNode test = test(document.putObject("logRank"), logRank.test());
            ArrayNode counts = test.putArray("groups");
            List<String> names = List.copyOf(report.groups().keySet());
            for (int i = 0; i < names.size(); i++) {
                LogRank.Group group = logRank.groups().get(i);
                counts.addObject()
                        .put("group", names.get(i))
                        .put("n", group.n())
                        .put("observed", group.observed())
                        .put("expected", group.expected());
            }
        });
        report.pairs()
                .forEach(pair -> test(
                                document.withArray("pairs")
                                        .addObject()
                                        .put("first", pair.first())
                                        .put("second", pair.second()),
                                pair.logRank().test())
                        .put("adjustedP", pair.adjustedPValue()));
        report.notes().forEach(document.withArray("notes")::add);
        ArrayNode rejectedRows = document.putArray("refusals");
        for (RejectedRow rejected : report.rejectedRows()) {
            rejectedRows.addObject().put("row", rejected.position()).put("reason", rejected.reason());
        }
        return document;
    }

    private static ObjectNode test(ObjectNode to, ChiSquared test) {
        return to.put("chi2", test.statistic())
                .put("df", test.degreesOfFreedom())
                .put("p", test.pValue())
                .put("logP", test.logPValue());
    }

    private static void group(ObjectNode to, SurvivalReport report, KaplanMeier curve) {
        SurvivalInterval interval = report.request().interval();
        to.put("n", curve.n()).put("events", curve.events());
        put(to, "median", curve.median());
        put(to, "medianLow", curve.quantileLow(0.5, interval, LEVEL));
        put(to, "medianHigh", curve.quantileHigh(0.5, interval, LEVEL));
        put(to, "medianFollowUp", curve.followUp().median());
        ArrayNode steps = to.putArray("curve");
        for (KaplanMeier.Step step : curve.steps()) {
            ObjectNode object = steps.addObject();
            put(object, "time", step.time());
            object.put("atRisk", step.atRisk())
                    .put("events", step.events())
                    .put("censored", step.censored())
                    .put("survival", step.survival());
            curve.survival(step.time(), interval, LEVEL)
                    .flatMap(Estimate::interval)
                    .ifPresent(limits -> object.put("low", limits.low()).put("high", limits.high()));
        }
        report.restrictedMean(curve)
                .ifPresent(mean -> to.putObject("restrictedMean")
                        .put("value", mean.value())
                        .put("se", mean.standardError()));
    }

    private static void put(ObjectNode to, String name, OptionalDouble value) {
        value.ifPresent(number -> put(to, name, number));
    }

    /** Whole times are written as such. */
    private static void put(ObjectNode to, String name, double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
            to.put(name, (long) value);
        } else {
            to.put(name, value);
        }
    }
}
