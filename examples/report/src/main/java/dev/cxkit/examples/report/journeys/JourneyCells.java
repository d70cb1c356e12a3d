package dev.cxkit.examples.report.journeys;

import dev.cxkit.examples.report.text.TimeSpan;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.journey.Durations;
import dev.cxkit.journey.attribution.MarkovAttribution;
import dev.cxkit.journey.conformance.ConformanceResult;
import dev.cxkit.journey.conformance.Deviation;
import dev.cxkit.journey.conformance.DeviationCount;
import dev.cxkit.journey.flow.DirectlyFollows;
import dev.cxkit.journey.flow.Rework;
import dev.cxkit.journey.flow.Variants;
import dev.cxkit.journey.funnel.Conversion;
import dev.cxkit.metrics.stats.Proportion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The rows of the tables, on a terminal and on a page, each under a header. */
final class JourneyCells {

    /** Stands for a number that is not known. */
    static final String NONE = "-";

    private static final int MOST_ACTIVITIES = 10;
    private static final String INTERVAL = "95 % interval";

    private static final Map<String, String> REWORK = new LinkedHashMap<>();

    static {
        REWORK.put("selfLoopPairs", "neighbours of one step");
        REWORK.put("selfLoopRuns", "stretches of one step");
        REWORK.put("repetitions", "returns after another step");
        REWORK.put("repeatedActivities", "journeys with returns, by step");
        REWORK.put("reworkJourneys", "journeys with a step twice or more");
    }

    private JourneyCells() {}

    /** Says in words what else was counted in a log. */
    static String counted(String what, long count) {
        return Unit.count(count) + " "
                + switch (what) {
                    case "otherTransitions" -> "events of other transitions than start and complete are left out";
                    case "unfinished" -> "steps were begun and not completed";
                    case "unbegun" -> "steps were completed and not begun";
                    case "converging" -> "events are in several journeys";
                    case "diverging" -> "times a journey has a step several times, of different other objects";
                    case "withoutObject" -> "events are in no journey";
                    default -> what;
                };
    }

    /** The steps, the most frequent first. */
    static List<List<String>> activities(DirectlyFollows graph, int most) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("step", "count", "journeys", "first", "last"));
        graph.activities().entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, DirectlyFollows.Activity> entry) ->
                        -entry.getValue().count()))
                .limit(most)
                .forEach(entry -> rows.add(List.of(
                        entry.getKey(),
                        Unit.count(entry.getValue().count()),
                        Unit.count(entry.getValue().journeys()),
                        Unit.count(entry.getValue().starts()),
                        Unit.count(entry.getValue().ends()))));
        return rows;
    }

    /** What follows what, the most frequent first. */
    static List<List<String>> edges(DirectlyFollows graph, int most) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("from", "to", "count", "journeys", "mean time", "median time"));
        graph.edges().stream()
                .sorted(Comparator.comparingLong(edge -> -edge.count()))
                .limit(most)
                .forEach(edge -> rows.add(List.of(
                        edge.from(),
                        edge.to(),
                        Unit.count(edge.count()),
                        Unit.count(edge.journeys()),
                        span(edge.durations().map(Durations::mean).orElse(OptionalDouble.empty())),
                        span(edge.durations().map(Durations::median).orElse(OptionalDouble.empty())))));
        return rows;
    }

    /** The ways that are gone most. */
    static List<List<String>> variants(Variants variants, int most) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("way", "steps", "journeys", "share"));
        variants.top().stream()
                .limit(most)
                .forEach(variant -> rows.add(List.of(
                        variant(variant.activities()),
                        Unit.count(variant.activities().size()),
                        Unit.count(variant.count()),
                        Unit.SHARE.show(variants.share(variant).share().orElseThrow()))));
        return rows;
    }

    /** Returns the steps; of many the first and the last. */
    private static String variant(List<String> steps) {
        if (steps.size() <= MOST_ACTIVITIES) {
            return String.join(" > ", steps);
        }
        return String.join(" > ", steps.subList(0, MOST_ACTIVITIES - 2)) + " > \u2026 > " + steps.get(steps.size() - 1);
    }

    /** Returns whether any two journeys go the same way. */
    static boolean hasCommonVariants(Variants variants) {
        return variants.distinct() < variants.journeys();
    }

    /** The counts of rework by their names. */
    static Map<String, Rework.AgentCounts> rework(Rework.Counts counts) {
        Map<String, Rework.AgentCounts> named = new LinkedHashMap<>();
        named.put("selfLoopPairs", counts.selfLoopPairs());
        named.put("selfLoopRuns", counts.selfLoopRuns());
        named.put("repetitions", counts.repetitions());
        named.put("repeatedActivities", counts.repeatedActivities());
        named.put("reworkJourneys", counts.reworkJourneys());
        return named;
    }

    /**
     * How often steps are done again.
     *
     * @param agents whether it is known by whom
     */
    static List<List<String>> rework(Rework rework, boolean agents) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                agents
                        ? List.of("done again", "count", "by the same", "by another", "not known")
                        : List.of("done again", "count"));
        Map<String, Rework.AgentCounts> counts = rework(rework.total());
        REWORK.forEach((name, text) -> {
            Rework.AgentCounts count = counts.getOrDefault(name, new Rework.AgentCounts(0, 0, 0));
            List<String> row = new ArrayList<>(List.of(text, Unit.count(count.count())));
            if (agents) {
                row.addAll(List.of(Unit.count(count.repeat()), Unit.count(count.redo()), Unit.count(count.unknown())));
            }
            rows.add(row);
        });
        return rows;
    }

    /** How far journeys come. */
    static List<List<String>> funnel(Conversion conversion) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "step", "reached", "of the first", INTERVAL, "of the one before", INTERVAL, "median since the first"));
        for (int i = 0; i < conversion.steps().size(); i++) {
            Conversion.Step step = conversion.steps().get(i);
            Proportion first = Proportion.of(step.reached(), conversion.entered());
            rows.add(List.of(
                    step.name(),
                    Unit.count(step.reached()),
                    i == 0 ? NONE : value(first),
                    i == 0 ? NONE : interval(first),
                    i == 0 ? NONE : value(conversion.stepRate(i + 1)),
                    i == 0 ? NONE : interval(conversion.stepRate(i + 1)),
                    i == 0 ? NONE : span(step.timeFromFirst().median())));
        }
        return rows;
    }

    /** What became of those that entered a funnel. */
    static String outcome(FunnelRequest funnel, Conversion conversion) {
        String what = funnel.entry().equals("totals") ? " attempts" : " journeys";
        return Unit.count(conversion.entered()) + what + " entered, " + Unit.count(conversion.converted())
                + " converted, " + Unit.count(conversion.droppedOff()) + " dropped out, "
                + Unit.count(conversion.open())
                + " still open";
    }

    /** Which steps conversions are owed to, the largest share first. */
    static List<List<String>> attribution(MarkovAttribution attribution) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("step", "conversions", "share", "removal effect"));
        double all = attribution.attributable().conversions();
        attribution.conversions().entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> -entry.getValue().attributed()))
                .forEach(entry -> rows.add(List.of(
                        entry.getKey(),
                        String.format(Locale.ROOT, "%,.1f", entry.getValue().attributed()),
                        Unit.SHARE.show(entry.getValue().attributed() / all),
                        Unit.SHARE.show(entry.getValue().effect()))));
        return rows;
    }

    /** What conversions are shared out, in words. */
    static String attributed(String goal, MarkovAttribution attribution) {
        return Unit.count(attribution.attributable().conversions()) + " conversions to " + goal + ", "
                + Unit.count(attribution.attributable().nulls()) + " journeys without; conversion probability "
                + attribution.conversionProbability().stream()
                        .mapToObj(Unit.SHARE::show)
                        .findFirst()
                        .orElse(NONE)
                + attribution.whyEmpty().map(reason -> "; " + reason).orElse("");
    }

    /** In which ways journeys depart from the map. */
    static List<List<String>> deviations(ConformanceResult result, int most) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("departs from the map", "how", "times", "journeys", "such as"));
        result.deviations().stream()
                .sorted(Comparator.comparingLong((DeviationCount each) -> -each.journeys()))
                .limit(most)
                .forEach(each -> rows.add(List.of(
                        each.deviation().name(),
                        name(each.deviation().kind()),
                        Unit.count(each.times()),
                        Unit.count(each.journeys()),
                        each.examples().stream().findFirst().orElse(NONE))));
        return rows;
    }

    /** How well journeys fit the map, in words. */
    static String conformance(ConformanceResult result) {
        return "fitness "
                + result.fitness().stream()
                        .mapToObj(fitness -> String.format(Locale.ROOT, "%.4f", fitness))
                        .findFirst()
                        .orElse(NONE)
                + ", cost " + Unit.count(result.cost()) + ", " + Unit.count(result.fitting()) + " of "
                + Unit.count(result.journeys()) + " journeys fit";
    }

    /** Returns the kind in lower case, such as {@code out-of-order}. */
    static String name(Deviation.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The figures of the parts. */
    static List<List<String>> segments(String column, Map<String, JourneyFigures> parts, List<FunnelRequest> funnels) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of(column, "journeys", "touchpoints", "ways", "median length"));
        for (FunnelRequest funnel : funnels) {
            header.addAll(List.of(funnel.name(), INTERVAL));
        }
        rows.add(header);
        parts.forEach((value, part) -> {
            List<String> row = new ArrayList<>(List.of(
                    value,
                    Unit.count(part.journeys()),
                    Unit.count(part.touchpoints()),
                    Unit.count(part.variants().distinct()),
                    span(part.lengths().median())));
            for (Conversion funnel : part.funnels()) {
                row.add(value(funnel.conversionRate()));
                row.add(interval(funnel.conversionRate()));
            }
            rows.add(row);
        });
        return rows;
    }

    static String value(Proportion share) {
        return share.estimate()
                .map(estimate -> Unit.SHARE.show(estimate.value()))
                .orElse(NONE);
    }

    static String interval(Proportion share) {
        return share.estimate().map(Unit.SHARE::interval).orElse(NONE);
    }

    static String span(OptionalDouble seconds) {
        return seconds.isPresent() ? TimeSpan.of(seconds.getAsDouble()) : NONE;
    }
}
