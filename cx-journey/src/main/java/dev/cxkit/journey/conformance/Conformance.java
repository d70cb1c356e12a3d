package dev.cxkit.journey.conformance;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.journey.EpochNanos;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyStatus;
import dev.cxkit.journey.map.Gate;
import dev.cxkit.journey.map.Group;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.Part;
import dev.cxkit.journey.map.PlannedTouchpoint;
import dev.cxkit.journey.map.Stage;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far journeys agree with a map.
 *
 * <p>A journey is read as the run of the map that explains it best. Each touchpoint that the run does not explain costs 1, each activity of the
 * run that is missing costs 1; fitness is 1 less the cost's share of the worst (Adriansyah, van Dongen and van der Aalst, 2011). Every journey
 * is held against whole runs, also one that is not known to be over, unless {@link #withOpenAsPrefix()} is asked for.
 *
 * <p>Beside the order it looks at the time limits of gates and stages, and at the channels of touchpoints; these do not add to the cost.
 *
 * <p>Memory: the different deviations, each with a few journey ids. Journeys of up to 256 touchpoints with the same activities are aligned
 * once, as long as they are among the 4096 last seen.
 */
public final class Conformance implements Metric<Journey, ConformanceResult> {

    private static final int DEFAULT_EXAMPLES = 5;
    private static final int MOST_EXAMPLES = 1000;

    private final JourneyMap map;
    private final boolean openAsPrefix;
    private final int examples;

    private final transient Aligner aligner;
    private final transient StageVisits visits;
    private final transient Map<String, Duration> limits = new HashMap<>();
    private final transient Map<String, Set<Channel>> channels = new HashMap<>();
    private final transient Map<Wait, Duration> gates = new HashMap<>();

    private Conformance(JourneyMap map, boolean openAsPrefix, int examples) {
        this.map = requireNonNull(map, "map");
        this.openAsPrefix = openAsPrefix;
        this.examples = examples;
        aligner = new Aligner(map.stages(), map.loops());
        visits = new StageVisits(map);
        for (Stage stage : map.stages()) {
            Duration limit = stage.limit();
            if (limit != null) {
                limits.put(stage.name(), limit);
            }
        }
        for (PlannedTouchpoint touchpoint : map.touchpoints()) {
            if (!touchpoint.channels().isEmpty()) {
                channels.put(touchpoint.activity(), Set.copyOf(touchpoint.channels()));
            }
            Gate gate = touchpoint.gate();
            if (gate != null && gate.within() != null) {
                gates.put(new Wait(gate.after(), touchpoint.activity()), gate.within());
            }
        }
    }

    /**
     * Returns the metric for the map, with {@value #DEFAULT_EXAMPLES} journey ids for each deviation.
     *
     * @throws IllegalArgumentException if the flow of the map has more than 2000 places when its cardinalities and orders are written
     *     out
     */
    public static Conformance of(JourneyMap map) {
        return new Conformance(map, false, DEFAULT_EXAMPLES);
    }

    /**
     * Returns the metric that takes journeys which are not over only as far as they have come: what may still follow is not missing, and
     * the worst cost is the number of touchpoints.
     */
    public Conformance withOpenAsPrefix() {
        return new Conformance(map, true, examples);
    }

    /**
     * Returns the metric with another number of journey ids for each deviation.
     *
     * @throws IllegalArgumentException if the number is outside 1..1000
     */
    public Conformance withExamples(int examples) {
        if (examples < 1 || examples > MOST_EXAMPLES) {
            throw new IllegalArgumentException("examples " + examples + " are outside 1.." + MOST_EXAMPLES);
        }
        return new Conformance(map, openAsPrefix, examples);
    }

    /** Returns the map. */
    public JourneyMap map() {
        return map;
    }

    /** Returns how these activities, of a journey that is over, agree with the map. */
    public Alignment align(List<String> activities) {
        return aligner.align(activities, false);
    }

    /** Returns how the order of the journey agrees with the map. */
    public Alignment align(Journey journey) {
        return aligner.align(journey.activities(), isPrefix(journey));
    }

    /** Returns all ways in which the journey departs from the map, in order; the same one as often as it happens. */
    public List<Deviation> deviations(Journey journey) {
        return deviations(journey, align(journey));
    }

    List<Deviation> deviations(Journey journey, Alignment alignment) {
        List<Deviation> found = new ArrayList<>();
        alignment.skipped().forEach(activity -> found.add(new Deviation(Deviation.Kind.SKIPPED, activity)));
        alignment.extra().forEach(activity -> found.add(new Deviation(Deviation.Kind.EXTRA, activity)));
        alignment.outOfOrder().forEach(activity -> found.add(new Deviation(Deviation.Kind.OUT_OF_ORDER, activity)));
        gates.forEach((wait, limit) -> {
            for (long late = wait.over(journey, limit).late(); late > 0; late--) {
                found.add(new Deviation(Deviation.Kind.TOO_LATE, wait.activity()));
            }
        });
        if (!limits.isEmpty()) {
            visits.of(journey, (stage, from, to) -> {
                Duration limit = limits.get(stage);
                if (limit != null && EpochNanos.isLonger(from, to, EpochNanos.clamped(limit))) {
                    found.add(new Deviation(Deviation.Kind.STAGE_TOO_LONG, stage));
                }
            });
        }
        if (!channels.isEmpty()) {
            for (int i = 0; i < journey.size(); i++) {
                Set<Channel> allowed = channels.get(journey.activity(i));
                if (allowed != null && !allowed.contains(journey.touchpoint(i).channel())) {
                    found.add(new Deviation(Deviation.Kind.WRONG_CHANNEL, journey.activity(i)));
                }
            }
        }
        found.sort(null);
        return found;
    }

    boolean isPrefix(Journey journey) {
        return openAsPrefix && journey.status() == JourneyStatus.OPEN;
    }

    Alignment align(List<String> activities, boolean isPrefix) {
        return aligner.align(activities, isPrefix);
    }

    int examples() {
        return examples;
    }

    @Override
    public Accumulator<Journey, ConformanceResult> start() {
        return ConformanceCounts.of(this).named(definition()).start();
    }

    /** Returns all of the map that is looked at. */
    @Override
    public String definition() {
        List<Object> stages = new ArrayList<>();
        for (Stage stage : map.stages()) {
            stages.add(Arrays.asList(
                    stage.name(),
                    stage.limit(),
                    stage.parts().stream().map(Conformance::text).toList()));
        }
        List<List<String>> loops = map.loops().stream()
                .map(loop -> List.of(loop.from(), loop.to()))
                .toList();
        return Definition.of("conformance", openAsPrefix ? "open so far" : "whole runs", examples, stages, loops);
    }

    private static List<@Nullable Object> text(Part part) {
        if (part instanceof PlannedTouchpoint touchpoint) {
            Gate gate = touchpoint.gate();
            return Arrays.asList(
                    touchpoint.activity(),
                    touchpoint.occurs(),
                    touchpoint.channels().stream().map(Channel::name).toList(),
                    gate == null ? null : Arrays.asList(gate.within(), gate.after()));
        }
        Group group = (Group) part;
        return Arrays.asList(
                group.order(),
                group.occurs(),
                group.parts().stream().map(Conformance::text).toList());
    }

    @Override
    public String toString() {
        return definition();
    }

    private Object readResolve() {
        return new Conformance(map, openAsPrefix, examples);
    }
}
