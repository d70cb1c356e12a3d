package dev.cxkit.examples.report.journeys;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.examples.report.log.LoggedTouchpoint;
import dev.cxkit.journey.Durations;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.journey.TouchpointFilter;
import dev.cxkit.journey.attribution.GoalPaths;
import dev.cxkit.journey.attribution.Markov;
import dev.cxkit.journey.attribution.MarkovAttribution;
import dev.cxkit.journey.conformance.Conformance;
import dev.cxkit.journey.conformance.ConformanceResult;
import dev.cxkit.journey.flow.DirectlyFollows;
import dev.cxkit.journey.flow.Rework;
import dev.cxkit.journey.flow.Variants;
import dev.cxkit.journey.funnel.Conversion;
import dev.cxkit.journey.stages.JourneyRetention;
import dev.cxkit.metrics.purchase.RetentionTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of some journeys.
 *
 * @param journeys how many there are
 * @param touchpoints how many touchpoints they have
 * @param tied how many of them have two touchpoints at one instant
 * @param graph the directly-follows graph
 * @param variants their variants
 * @param lengths how long they are
 * @param rework how often activities are repeated
 * @param funnels how many convert in each funnel
 * @param attribution which activities the conversions are attributed to; null if not asked for
 * @param retention cohort retention; null if not asked for
 * @param conformance how they conform to the map; null without one
 */
record JourneyFigures(
        long journeys,
        long touchpoints,
        long tied,
        DirectlyFollows graph,
        Variants variants,
        Durations lengths,
        Rework rework,
        List<Conversion> funnels,
        @Nullable MarkovAttribution attribution,
        @Nullable RetentionTable retention,
        @Nullable ConformanceResult conformance)
        implements Result {

    /** How many variants are listed at most. */
    static final int MOST_VARIANTS = 100;

    /** Copies the list. */
    JourneyFigures {
        funnels = List.copyOf(funnels);
    }

    /** Returns how many there are, and each figure that was asked for; the funnels are in the order of the request. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("journeys", journeys)
                .with("touchpoints", touchpoints)
                .with("tied", tied)
                .with("graph", graph)
                .with("variants", variants)
                .with("lengths", lengths)
                .with("rework", rework)
                .with("funnels", funnels)
                .with("attribution", attribution)
                .with("retention", retention)
                .with("conformance", conformance)
                .map();
    }

    /** Measures the journeys. */
    static JourneyFigures of(List<Journey> journeys, JourneysRequest request, Instant asOf) {
        return new JourneyFigures(
                journeys.size(),
                journeys.stream().mapToLong(Journey::size).sum(),
                journeys.stream().filter(JourneyFigures::isTied).count(),
                DirectlyFollows.metric(Durations.exactMetric(), elapsed(request))
                        .over(journeys),
                Variants.metric(MOST_VARIANTS).over(journeys),
                Durations.exactMetric()
                        .on((Journey journey) -> journey.length().toMillis())
                        .over(journeys),
                Rework.metric("agent", touchpoint -> ((LoggedTouchpoint) touchpoint).agent())
                        .over(journeys),
                request.funnels().stream()
                        .map(funnel -> funnel.asOf(asOf).over(journeys))
                        .toList(),
                request.goal() == null
                        ? null
                        : Markov.of(1).attribute(GoalPaths.of(request.goal()).over(journeys)),
                request.retention() == null
                        ? null
                        : JourneyRetention.of(
                                        TouchpointFilter.ALL,
                                        TouchpointFilter.ALL,
                                        request.retention().cadence(),
                                        asOf)
                                .over(journeys),
                request.map() == null ? null : Conformance.of(request.map()).over(journeys));
    }

    /** Returns from when to when the time from one step to the next counts. */
    static TimeBetween elapsed(JourneysRequest request) {
        return request.fields().hasEnds() ? TimeBetween.END_TO_START : TimeBetween.CALENDAR;
    }

    private static boolean isTied(Journey journey) {
        for (int i = 1; i < journey.size(); i++) {
            if (journey.nanos(i) == journey.nanos(i - 1)) {
                return true;
            }
        }
        return false;
    }
}
