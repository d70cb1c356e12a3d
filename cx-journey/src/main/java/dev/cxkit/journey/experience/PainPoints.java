package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Examples;
import dev.cxkit.metrics.KeyFormat;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segmentation;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@index "Pain point" Pain points} of journeys: locations (activities, transitions, stages) where drop-off, loops, long waits, low emotion
 * or support contacts are significantly more frequent, ranked by goals lost.
 *
 * <ul>
 *   <li>A journey counts up to its first goal, and once at each location however often it visits it; only support contacts count after
 *       the goal too.
 *   <li>Journeys that may still reach the goal are excluded from all signs and counted as open.
 *   <li>The answer is counted first, and compared then: see {@link PainCounts#elsewhere} and {@link PainCounts#against}.
 *   <li>What is found is an association, not a cause.
 * </ul>
 *
 * <p>Memory grows with the different locations, each with a few journey ids.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.Touchpoint;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.experience.JourneyGoal;
 * import dev.cxkit.journey.experience.PainPoints;
 * import java.time.Duration;
 * import java.time.Instant;
 * import java.util.ArrayList;
 * import java.util.List;
 *
 * List<Touchpoint> log = new ArrayList<>();
 * for (int i = 0; i < 200; i++) {
 *     String[] activities = {"cart", i % 2 == 0 ? "card" : "invoice", i % 10 == 1 || i % 2 == 0 ? "order" : "cart"};
 *     for (int j = 0; j < activities.length; j++) {
 *         log.add(Interaction.builder(i + "-" + j, TouchpointType.of(activities[j])).customer(CustomerId.of("c" + i))
 *                 .channel(Channel.WEB).occurredAt(Instant.parse("2026-02-02T09:00:00Z").plusSeconds(j)).build());
 *     }
 * }
 * JourneyGoal goal = JourneyGoal.of("order").abandonedAfter(Duration.ofDays(1), Instant.parse("2026-03-01T00:00:00Z"));
 * PainPoints.of(goal).over(JourneyAssembler.byCustomer().assemble(log)).elsewhere().stream().limit(2)
 *         .forEach(pain -> System.out.println(pain.sign().words() + " " + pain.location()));
 * // -> goal missed after invoice
 * // -> goal missed after cart > invoice
 * }</pre>
 *
 * @param goal the goal of the journeys
 * @param stageOf the stage of each activity, in the order of the activities; empty if stages are not looked at; unmodifiable
 * @param emotions the emotions of customers; null if low emotion is not looked for
 * @param waitLimit the longest wait that is not a long one, at least 0
 * @param elapsed how a wait is measured
 * @param supportWindow the longest time until a support contact that still belongs to the location, at least 0
 * @param supportActivities the activities that are a support contact; none if these are not looked for
 * @param examples how many journey ids are named for each sign and location, 1..1000
 */
public record PainPoints(
        JourneyGoal goal,
        Map<String, String> stageOf,
        @Nullable Emotions emotions,
        Duration waitLimit,
        TimeBetween elapsed,
        Duration supportWindow,
        List<String> supportActivities,
        int examples)
        implements Metric<Journey, PainCounts> {

    private static final int DEFAULT_EXAMPLES = 5;
    private static final KeyFormat<JourneyLocation> LOCATIONS = KeyFormat.ofTexts(
            "location",
            location -> List.of(location.kind().code(), location.from(), location.name()),
            texts -> new JourneyLocation(JourneyLocation.Kind.ofCode(texts.get(0)), texts.get(1), texts.get(2)));

    /** Throws an {@link IllegalArgumentException} if a part is outside its range. */
    public PainPoints {
        requireNonNull(goal, "goal");
        stageOf = Collections.unmodifiableMap(new TreeMap<>(stageOf));
        notNegative("wait limit", waitLimit);
        requireNonNull(elapsed, "elapsed");
        notNegative("support window", supportWindow);
        supportActivities = List.copyOf(new TreeSet<>(supportActivities));
        Examples.<String>metric(examples, id -> id);
    }

    private static void notNegative(String name, Duration duration) {
        Require.that(!requireNonNull(duration, name).isNegative(), () -> name + " " + duration + " is negative");
    }

    /** Returns the search for pain points with this goal, in which a wait of more than a day is long. */
    public static PainPoints of(JourneyGoal goal) {
        return new PainPoints(
                goal,
                Map.of(),
                null,
                Duration.ofDays(1),
                TimeBetween.CALENDAR,
                Duration.ZERO,
                List.of(),
                DEFAULT_EXAMPLES);
    }

    /** Returns the same search, also at the stages of the map. A touchpoint off the map stays in the stage of the one before. */
    public PainPoints map(JourneyMap map) {
        return new PainPoints(
                goal,
                map.stagesOfActivities(),
                emotions,
                waitLimit,
                elapsed,
                supportWindow,
                supportActivities,
                examples);
    }

    /** Returns the same search, also for low emotion. */
    public PainPoints emotions(Emotions emotions) {
        requireNonNull(emotions, "emotions");
        return new PainPoints(goal, stageOf, emotions, waitLimit, elapsed, supportWindow, supportActivities, examples);
    }

    /**
     * Returns the same search with another limit of waits, in calendar time.
     *
     * @throws IllegalArgumentException if the limit is negative
     */
    public PainPoints waitingLongerThan(Duration limit) {
        return waitingLongerThan(limit, TimeBetween.CALENDAR);
    }

    /**
     * Returns the same search with another limit of waits, measured in another way.
     *
     * @throws IllegalArgumentException if the limit is negative
     */
    public PainPoints waitingLongerThan(Duration limit, TimeBetween elapsed) {
        return new PainPoints(goal, stageOf, emotions, limit, elapsed, supportWindow, supportActivities, examples);
    }

    /**
     * Returns the same search, also for support contacts.
     *
     * @param window the longest time until a contact that still belongs to the location
     * @param activities the activities that are a support contact, at least one
     * @throws IllegalArgumentException if the window is negative or there is no activity
     */
    public PainPoints supportContactWithin(Duration window, String... activities) {
        Require.that(activities.length != 0, () -> "there is no activity that is a support contact");
        return new PainPoints(goal, stageOf, emotions, waitLimit, elapsed, window, List.of(activities), examples);
    }

    /** Returns the same of the activities that are named like the types. */
    public PainPoints supportContactWithin(Duration window, TouchpointType... types) {
        return supportContactWithin(
                window, Arrays.stream(types).map(TouchpointType::name).toArray(String[]::new));
    }

    /**
     * Returns the same search with another number of journey ids for each sign and location.
     *
     * @throws IllegalArgumentException if it is outside 1..1000
     */
    public PainPoints examples(int examples) {
        return new PainPoints(goal, stageOf, emotions, waitLimit, elapsed, supportWindow, supportActivities, examples);
    }

    @Override
    public String definition() {
        return Definition.of(
                "pain points",
                goal.toString(),
                stageOf,
                emotions == null ? "no emotions" : "emotions " + emotions.name(),
                waitLimit,
                elapsed.name(),
                supportWindow,
                supportActivities,
                examples);
    }

    @Override
    public Accumulator<Journey, PainCounts> start() {
        Metric<Journey, Proportion> goals =
                Proportion.metric((Journey journey) -> goal.reachedAt(journey).isPresent());
        Metric<Journey, Segments<JourneyLocation, JourneyLocationCounts>> locations = LocationVisits.metric(examples)
                .by(visits -> visits.location, new Segmentation<>(Integer.MAX_VALUE, false, LOCATIONS))
                .onEach(journey -> new PainScan(this, journey).locations());
        return Metric.both(
                        Proportion.metric((Journey journey) -> !isOver(journey)),
                        Metric.both(goals, locations, Closed::new).where(this::isOver),
                        (open, closed) -> new PainCounts(closed.goals, open.count(), closed.locations.each()))
                .named(definition())
                .start();
    }

    private record Closed(Proportion goals, Segments<JourneyLocation, JourneyLocationCounts> locations) {}

    private boolean isOver(Journey journey) {
        return goal.outcome(journey) != JourneyGoal.Outcome.OPEN;
    }

    @Override
    public String toString() {
        return definition();
    }
}
