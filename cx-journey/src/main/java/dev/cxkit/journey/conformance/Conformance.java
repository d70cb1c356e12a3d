package dev.cxkit.journey.conformance;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyStatus;
import dev.cxkit.journey.TieOrder;
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
 * {@index "Conformance checking"} of journeys against a journey map by {@index alignment alignments}: {@index fitness}, deviations, time
 * limits and channels. A configuration that is the metric; the answer is a {@link ConformanceResult}.
 *
 * <ul>
 *   <li>A journey is aligned with the run of the map that explains it best. Each log move (an activity that the run does not explain) and each
 *       model move (an activity of the run that is missing) costs 1; fitness is 1 less the cost's share of the worst.
 *   <li>Beside the order, the time limits of gates and stages and the channels of touchpoints are checked; these do not add to the cost.
 *   <li>A touchpoint whose channel is {@linkplain Channel#UNKNOWN not known} is in no wrong channel.
 *   <li>Of touchpoints of one instant the order is that of the journey, {@link TieOrder#SEQUENCE}.
 *   <li>Every journey is aligned with whole runs, also an open one, unless {@link #withOpenAsPrefix()} is asked for.
 * </ul>
 *
 * <p>Source: Adriansyah, van Dongen and van der Aalst (2011), <i>Conformance checking using cost-based fitness analysis</i>, with standard costs.
 *
 * <p>Memory: the different deviations, each with a few journey ids. Journeys of up to 256 touchpoints with the same activities are aligned
 * once, as long as they are among the 4096 last seen.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.Journey;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.conformance.Conformance;
 * import dev.cxkit.journey.conformance.ConformanceResult;
 * import dev.cxkit.journey.map.JourneyMap;
 * import dev.cxkit.journey.map.PlannedTouchpoint;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 * List<Journey> journeys = JourneyAssembler.byCustomer()
 *         .assemble(Stream.of("ann visit 0", "ann basket 5", "ann order 9", "bob visit 1", "bob order 3")
 *                 .map(row -> row.split(" "))
 *                 .map(row -> Interaction.builder(String.join("-", row), TouchpointType.of(row[1]))
 *                         .customer(CustomerId.of(row[0])).channel(Channel.WEB)
 *                         .occurredAt(Instant.EPOCH.plusSeconds(60 * Long.parseLong(row[2]))).build())
 *                 .toList());
 * JourneyMap map = JourneyMap.builder()
 *         .stage("buy", PlannedTouchpoint.of("visit"), PlannedTouchpoint.of("basket"), PlannedTouchpoint.of("order"))
 *         .build();
 * ConformanceResult result = Conformance.of(map).over(journeys);
 * System.out.println("fitness " + result.fitness().orElseThrow());
 * System.out.println(result.deviations().get(0).deviation().name() + " " + result.deviations().get(0).deviation().kind());
 * // -> fitness 0.9090909090909091
 * // -> basket SKIPPED
 * }</pre>
 */
public final class Conformance implements Metric<Journey, ConformanceResult> {

    private static final int DEFAULT_EXAMPLES = 5;
    private static final int MOST_EXAMPLES = 1000;

    private final JourneyMap map;
    private final boolean openAsPrefix;
    private final int examples;

    private final transient Aligner aligner;
    private final transient Map<String, String> stageOf;
    private final transient Map<String, Duration> limits = new HashMap<>();
    private final transient Map<String, Set<Channel>> channels = new HashMap<>();
    private final transient Map<Wait, Duration> gates = new HashMap<>();

    private Conformance(JourneyMap map, boolean openAsPrefix, int examples) {
        this.map = requireNonNull(map, "map");
        this.openAsPrefix = openAsPrefix;
        this.examples = examples;
        aligner = new Aligner(map.stages(), map.loops());
        stageOf = map.stagesOfActivities();
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
     * Returns the metric that aligns open journeys as prefixes of runs (prefix alignment): what may still follow is not missing, and the worst cost
     * is the number of touchpoints.
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

    /** Returns an optimal alignment of these activities, of a journey that is over. */
    public Alignment align(List<String> activities) {
        return aligner.align(activities, false);
    }

    /** Returns an optimal alignment of the journey. */
    public Alignment align(Journey journey) {
        return aligner.align(journey.activities(), isPrefix(journey));
    }

    /** Returns all deviations of the journey from the map, in order; the same one as often as it occurs. */
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
            for (Journey.Visit visit : journey.visits(journey.size(), activity -> stageOf.get(activity))) {
                Duration limit = limits.get(visit.name());
                if (limit != null && Wait.isLonger(journey, visit, limit)) {
                    found.add(new Deviation(Deviation.Kind.STAGE_TOO_LONG, visit.name()));
                }
            }
        }
        if (!channels.isEmpty()) {
            for (int i = 0; i < journey.size(); i++) {
                Set<Channel> allowed = channels.get(journey.activity(i));
                Channel channel = journey.touchpoint(i).channel();
                if (allowed != null && !channel.equals(Channel.UNKNOWN) && !allowed.contains(channel)) {
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

    /** Returns all of the map that is checked. */
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
        return Definition.of(
                "conformance",
                openAsPrefix ? "open as prefix" : "whole runs",
                TieOrder.SEQUENCE,
                examples,
                stages,
                loops);
    }

    private static List<@Nullable Object> text(Part part) {
        if (part instanceof PlannedTouchpoint touchpoint) {
            Gate gate = touchpoint.gate();
            return Arrays.asList(
                    touchpoint.activity(),
                    touchpoint.occurs().toString(),
                    touchpoint.channels().stream().map(Channel::name).toList(),
                    gate == null ? null : Arrays.asList(gate.within(), gate.after()));
        }
        Group group = (Group) part;
        return Arrays.asList(
                group.order().toString(),
                group.occurs().toString(),
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
