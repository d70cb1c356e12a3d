package dev.cxkit.examples.report.journeys;

import dev.cxkit.examples.report.text.CellText;
import dev.cxkit.examples.report.text.TimeSpan;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.journey.Durations;
import dev.cxkit.journey.attribution.MarkovAttribution;
import dev.cxkit.journey.conformance.ConformanceResult;
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

    private static final int MOST_ACTIVITIES = 10;

    private static final Map<String, String> REWORK = new LinkedHashMap<>();

    static {
        REWORK.put("selfLoopPairs", "self-loops (pairs)");
        REWORK.put("selfLoopRuns", "self-loops (runs)");
        REWORK.put("repetitions", "repetitions after another activity");
        REWORK.put("repeatedActivities", "repeated activities, by journey");
        REWORK.put("reworkJourneys", "journeys with rework");
    }

    private JourneyCells() {}

    /** Says in words what else was counted in a log. */
    static String counted(String what, long count) {
        return Unit.count(count) + " "
                + switch (what) {
                    case "otherTransitions" -> "events of other transitions than start and complete are excluded";
                    case "unfinished" -> "activities were begun and not completed";
                    case "unbegun" -> "activities were completed and not begun";
                    case "converging" -> "events are in several journeys";
                    case "diverging" -> "times a journey has an activity several times, of different other objects";
                    case "withoutObject" -> "events are in no journey";
                    default -> what;
                };
    }

    /** The activities, the most frequent first. */
    static List<List<String>> activities(DirectlyFollows graph, int most) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("activity", "count", "journeys", "first", "last"));
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

    /** The directly-follows pairs, the most frequent first. */
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

    /** The most frequent variants. */
    static List<List<String>> variants(Variants variants, int most) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("variant", "touchpoints", "journeys", "share"));
        variants.top().stream()
                .limit(most)
                .forEach(variant -> rows.add(List.of(
                        variant(variant.activities()),
                        Unit.count(variant.activities().size()),
                        Unit.count(variant.count()),
                        Unit.SHARE.show(variants.share(variant).share().orElseThrow()))));
        return rows;
    }

    /** Returns the activities; of many the first and the last. */
    private static String variant(List<String> activities) {
        if (activities.size() <= MOST_ACTIVITIES) {
            return String.join(" > ", activities);
        }
        return String.join(" > ", activities.subList(0, MOST_ACTIVITIES - 2)) + " > \u2026 > "
                + activities.get(activities.size() - 1);
    }

    /** Returns whether any two journeys are of one variant. */
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
     * Rework: how often activities are repeated.
     *
     * @param agents whether it is known by whom
     */
    static List<List<String>> rework(Rework rework, boolean agents) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                agents
                        ? List.of("rework", "count", "by the same", "by another", "not known")
                        : List.of("rework", "count"));
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

    /** How many journeys reach each step of a funnel. */
    static List<List<String>> funnel(Conversion conversion) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "step",
                "reached",
                "of the first",
                CellText.INTERVAL,
                "of the one before",
                CellText.INTERVAL,
                "median since the first"));
        for (int i = 0; i < conversion.steps().size(); i++) {
            Conversion.Step step = conversion.steps().get(i);
            Proportion first = Proportion.of(step.reached(), conversion.entered());
            rows.add(List.of(
                    step.name(),
                    Unit.count(step.reached()),
                    i == 0 ? CellText.NONE : CellText.value(first),
                    i == 0 ? CellText.NONE : CellText.interval(first),
                    i == 0 ? CellText.NONE : CellText.value(conversion.stepRate(i + 1)),
                    i == 0 ? CellText.NONE : CellText.interval(conversion.stepRate(i + 1)),
                    i == 0 ? CellText.NONE : span(step.timeFromFirst().median())));
        }
        return rows;
    }

    /** What became of those that entered a funnel. */
    static String outcome(FunnelRequest funnel, Conversion conversion) {
        String what = funnel.entry().equals("totals") ? " attempts" : " journeys";
        return Unit.count(conversion.entered()) + what + " entered, " + Unit.count(conversion.converted())
                + " converted, " + Unit.count(conversion.droppedOff()) + " dropped off, "
                + Unit.count(conversion.open())
                + " still open";
    }

    /** Attribution by removal effect, the largest share first. */
    static List<List<String>> attribution(MarkovAttribution attribution) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("activity", "conversions", "share", "removal effect"));
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

    /** How many conversions are attributed, in words. */
    static String attributed(String goal, MarkovAttribution attribution) {
        return Unit.count(attribution.attributable().conversions()) + " conversions to " + goal + ", "
                + Unit.count(attribution.attributable().nulls()) + " journeys without; conversion probability "
                + attribution.conversionProbability().stream()
                        .mapToObj(Unit.SHARE::show)
                        .findFirst()
                        .orElse(CellText.NONE)
                + attribution.whyEmpty().map(reason -> "; " + reason).orElse("");
    }

    /** The deviations of journeys from the map. */
    static List<List<String>> deviations(ConformanceResult result, int most) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("deviation", "how", "times", "journeys", "such as"));
        result.deviations().stream()
                .sorted(Comparator.comparingLong((DeviationCount each) -> -each.journeys()))
                .limit(most)
                .forEach(each -> rows.add(List.of(
                        each.deviation().name(),
                        CellText.word(each.deviation().kind()),
                        Unit.count(each.times()),
                        Unit.count(each.journeys()),
                        each.examples().stream().findFirst().orElse(CellText.NONE))));
        return rows;
    }

    /** How well journeys fit the map, in words. */
    static String conformance(ConformanceResult result) {
        return "fitness "
                + result.fitness().stream()
                        .mapToObj(fitness -> String.format(Locale.ROOT, "%.4f", fitness))
                        .findFirst()
                        .orElse(CellText.NONE)
                + ", cost " + Unit.count(result.cost()) + ", " + Unit.count(result.fitting()) + " of "
                + Unit.count(result.journeys()) + " journeys fit";
    }

    /** The figures of the parts. */
    static List<List<String>> segments(String column, Map<String, JourneyFigures> parts, List<FunnelRequest> funnels) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of(column, "journeys", "touchpoints", "variants", "median length"));
        for (FunnelRequest funnel : funnels) {
            header.addAll(List.of(funnel.name(), CellText.INTERVAL));
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
                row.add(CellText.value(funnel.conversionRate()));
                row.add(CellText.interval(funnel.conversionRate()));
            }
            rows.add(row);
        });
        return rows;
    }

    static String span(OptionalDouble seconds) {
        return seconds.isPresent() ? TimeSpan.of(seconds.getAsDouble()) : CellText.NONE;
    }
}
