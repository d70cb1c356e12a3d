package dev.cxkit.examples.report.journeys;

import dev.cxkit.core.intake.RejectedRow;
import dev.cxkit.examples.report.json.Json;
import dev.cxkit.examples.report.log.TouchpointLog;
import dev.cxkit.examples.report.text.CellText;
import dev.cxkit.journey.Durations;
import dev.cxkit.journey.attribution.MarkovAttribution;
import dev.cxkit.journey.conformance.ConformanceResult;
import dev.cxkit.journey.flow.DirectlyFollows;
import dev.cxkit.journey.flow.Rework;
import dev.cxkit.journey.flow.Variants;
import dev.cxkit.journey.funnel.Conversion;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The figures as JSON. Times are in seconds, shares from 0 to 1. */
final class JourneysJson {

    private JourneysJson() {}

    /** Returns the document. */
    static ObjectNode of(JourneysReport report) {
        JourneyFile file = report.file();
        TouchpointLog log = file.log();
        ObjectNode document = Json.object().put("file", log.name()).put("rows", log.rows());
        Instant asOf = file.asOf();
        if (asOf != null) {
            document.put("asOf", asOf.toString());
        }
        JourneyFigures total = report.total();
        document.put("journeys", file.journeys().size())
                .put("touchpoints", file.touchpoints())
                .put("refused", log.rejected())
                .put("duplicates", file.duplicates())
                .put("revised", file.revised())
                .put("later", file.later());
        log.counted().forEach(document::put);
        if (total != null) {
            figures(document, report, total);
        }
        if (!report.by().isEmpty()) {
            ObjectNode by = document.putObject("by");
            report.by().forEach((column, parts) -> {
                ObjectNode values = by.putObject(column);
                parts.forEach((value, part) -> {
                    ObjectNode to = values.putObject(value)
                            .put("journeys", part.journeys())
                            .put("touchpoints", part.touchpoints());
                    figures(to, report, part);
                });
            });
        }
        report.notes().forEach(document.withArray("notes")::add);
        ArrayNode rejectedRows = document.putArray("refusals");
        for (RejectedRow rejected : log.rejectedRows()) {
            rejectedRows.addObject().put("row", rejected.position()).put("reason", rejected.reason());
        }
        return document;
    }

    private static void figures(ObjectNode to, JourneysReport report, JourneyFigures figures) {
        JourneysRequest request = report.request();
        to.put("tiedJourneys", figures.tied());
        activities(to.putObject("steps"), figures.graph());
        edges(to.putArray("edges"), figures.graph());
        variants(to.putObject("variants"), figures.variants());
        times(to.putObject("durations"), figures.lengths());
        rework(to.putObject("rework"), figures.rework(), request.fields().agent() != null);
        ArrayNode funnels = to.putArray("funnels");
        for (int i = 0; i < figures.funnels().size(); i++) {
            funnel(
                    funnels.addObject(),
                    request.funnels().get(i),
                    figures.funnels().get(i));
        }
        if (figures.attribution() != null) {
            attribution(to.putObject("attribution"), String.valueOf(request.goal()), figures.attribution());
        }
        if (figures.retention() != null && request.retention() != null) {
            request.retention().cells().json(to.putObject("retention"), figures.retention());
        }
        if (figures.conformance() != null) {
            conformance(to.putObject("conformance"), figures.conformance());
        }
    }

    private static void activities(ObjectNode to, DirectlyFollows graph) {
        graph.activities()
                .forEach((name, activity) -> to.putObject(name)
                        .put("count", activity.count())
                        .put("journeys", activity.journeys())
                        .put("starts", activity.starts())
                        .put("ends", activity.ends()));
    }

    private static void edges(ArrayNode to, DirectlyFollows graph) {
        for (DirectlyFollows.Edge edge : graph.edges()) {
            ObjectNode object = to.addObject()
                    .put("from", edge.from())
                    .put("to", edge.to())
                    .put("count", edge.count())
                    .put("journeys", edge.journeys());
            edge.durations().ifPresent(times -> {
                put(object, "meanSeconds", times.mean());
                put(object, "medianSeconds", times.median());
            });
        }
    }

    private static void variants(ObjectNode to, Variants variants) {
        to.put("distinct", variants.distinct()).put("rest", variants.rest());
        ArrayNode top = to.putArray("top");
        for (Variants.Variant variant : variants.top()) {
            ObjectNode object = top.addObject();
            variant.activities().forEach(object.withArray("steps")::add);
            object.put("count", variant.count())
                    .put("share", variants.share(variant).share().orElseThrow());
        }
    }

    private static void times(ObjectNode to, Durations times) {
        put(to, "mean", times.mean());
        put(to, "median", times.median());
        put(to, "p90", times.quantile(0.9));
    }

    private static void rework(ObjectNode to, Rework rework, boolean agents) {
        Map<String, Rework.AgentCounts> counts = JourneyCells.rework(rework.total());
        counts.forEach((name, count) -> to.put(name, count.count()));
        if (agents) {
            ObjectNode by = to.putObject("agents");
            counts.forEach((name, count) -> by.putObject(name)
                    .put("repeat", count.repeat())
                    .put("redo", count.redo())
                    .put("unknown", count.unknown()));
        }
        ObjectNode activities = to.putObject("steps");
        rework.activities().forEach((activity, count) -> {
            ObjectNode object = activities.putObject(activity);
            JourneyCells.rework(count).forEach((name, each) -> object.put(name, each.count()));
        });
    }

    private static void funnel(ObjectNode to, FunnelRequest request, Conversion conversion) {
        request.steps().forEach(to.withArray("steps")::add);
        to.put("mode", request.mode()).put("entry", request.entry()).put("ties", request.ties());
        if (request.window() != null) {
            to.put("window", request.window());
        }
        ArrayNode reached = to.putArray("reached");
        conversion.steps().forEach(step -> reached.add(step.reached()));
        to.put("converted", conversion.converted())
                .put("dropped", conversion.droppedOff())
                .put("open", conversion.open());
        // A place in a list cannot be absent: where nobody came, it is null.
        ArrayNode medians = to.putArray("medianSecondsFromFirst");
        for (int step = 0; step < conversion.steps().size(); step++) {
            OptionalDouble median = step == 0 && conversion.entered() > 0
                    ? OptionalDouble.of(0)
                    : conversion.steps().get(step).timeFromFirst().median();
            if (median.isPresent()) {
                medians.add(median.getAsDouble());
            } else {
                medians.addNull();
            }
        }
        ArrayNode rates = to.putArray("stepRates");
        for (int step = 2; step <= conversion.steps().size(); step++) {
            share(rates.addObject(), conversion.stepRate(step));
        }
        share(to.putObject("overall"), conversion.conversionRate());
        share(to.putObject("overallClosedOnly"), conversion.conversionRateClosedOnly());
    }

    private static void share(ObjectNode to, Proportion share) {
        to.put("count", share.count()).put("of", share.total());
        share.estimate().ifPresent(estimate -> Json.put(to, "share", estimate));
    }

    private static void attribution(ObjectNode to, String goal, MarkovAttribution attribution) {
        to.put("model", "markov, order " + attribution.model().order())
                .put("goal", goal)
                .put("conversions", attribution.attributable().conversions())
                .put("nulls", attribution.attributable().nulls())
                .put("untouched", attribution.unattributable().conversions());
        put(to, "conversionProbability", attribution.conversionProbability());
        attribution.whyEmpty().ifPresent(reason -> to.put("reason", reason));
        ObjectNode shares = to.putObject("shares");
        attribution.conversions().forEach((activity, effect) -> shares.put(activity, effect.attributed()));
        ObjectNode effects = to.putObject("removalEffects");
        attribution.conversions().forEach((activity, effect) -> effects.put(activity, effect.effect()));
    }

    private static void conformance(ObjectNode to, ConformanceResult result) {
        put(to, "fitness", result.fitness());
        put(to, "meanFitness", result.journeyFitness().mean());
        to.put("cost", result.cost()).put("fitting", result.fitting());
        ArrayNode deviations = to.putArray("deviations");
        result.deviations().forEach(each -> {
            ObjectNode object = deviations
                    .addObject()
                    .put("kind", CellText.word(each.deviation().kind()))
                    .put("name", each.deviation().name())
                    .put("count", each.times())
                    .put("journeys", each.journeys());
            List<String> examples = each.examples();
            examples.forEach(object.withArray("examples")::add);
        });
    }

    private static void put(ObjectNode to, String name, OptionalDouble value) {
        value.ifPresent(number -> to.put(name, number));
    }
}
