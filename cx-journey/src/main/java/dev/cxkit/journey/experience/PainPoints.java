package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where journeys are in trouble: signs such as drop-out, loops and long waits counted at every step, transition and stage, together
 * with the goals that those who passed there came to.
 *
 * <pre>{@code
 * List<PainPoint> findings = PainPoints.of(JourneyGoal.of("purchase"))
 *         .waitingLongerThan(Duration.ofHours(1))
 *         .support(Duration.ofMinutes(30), "support_chat")
 *         .over(journeys)
 *         .elsewhere();
 * }</pre>
 *
 * <p>A journey counts up to its first goal, and once at each place however often it passes there; only contacts with support count
 * after the goal too. Journeys that may still come to the goal are counted apart. Memory grows with the different places, each with a
 * few journey ids.
 *
 * @param goal what journeys are for
 * @param stageOf the stage of each step, in the order of the steps; empty if stages are not looked at; unmodifiable
 * @param emotions how customers felt; null if low emotion is not looked for
 * @param waitLimit how long a wait may be, at least 0
 * @param elapsed on which clock
 * @param supportWindow the longest time until a contact with support that still belongs to the place, at least 0
 * @param supportActivities the steps that are a contact with support; none if these are not looked for
 * @param examples how many journey ids are named for each sign and place, 1..1000
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
            "place",
            location -> List.of(location.kind().code(), location.from(), location.name()),
            texts -> new JourneyLocation(JourneyLocation.Kind.ofCode(texts.get(0)), texts.get(1), texts.get(2)));

    /** Checks the parts; throws an {@link IllegalArgumentException} if one is outside its range. */
    public PainPoints {
        requireNonNull(goal, "goal");
        stageOf = Collections.unmodifiableMap(new TreeMap<>(stageOf));
        notNegative("limit", waitLimit);
        requireNonNull(elapsed, "elapsed");
        notNegative("soon", supportWindow);
        supportActivities = List.copyOf(new TreeSet<>(supportActivities));
        Examples.<String>metric(examples, id -> id);
    }

    private static void notNegative(String name, Duration duration) {
        if (requireNonNull(duration, name).isNegative()) {
            throw new IllegalArgumentException(name + " " + duration + " is negative");
        }
    }

    /** Returns the search with this goal, in which a wait of more than a day is long. */
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

    /** Returns the same search, also at the stages of the map. A touchpoint that is not on it stays in the stage of the one before. */
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
     * Returns the same search with another limit of a wait, by the calendar.
     *
     * @throws IllegalArgumentException if the limit is negative
     */
    public PainPoints waitingLongerThan(Duration limit) {
        return waitingLongerThan(limit, TimeBetween.CALENDAR);
    }

    /**
     * Returns the same search with another limit of a wait, on a clock of its own.
     *
     * @throws IllegalArgumentException if the limit is negative
     */
    public PainPoints waitingLongerThan(Duration limit, TimeBetween elapsed) {
        return new PainPoints(goal, stageOf, emotions, limit, elapsed, supportWindow, supportActivities, examples);
    }

    /**
     * Returns the same search, also for contacts with support.
     *
     * @param soon the longest time until a contact that still belongs to the place
     * @param steps the steps that are a contact, at least one
     * @throws IllegalArgumentException if the time is negative or there is no step
     */
    public PainPoints supportContactWithin(Duration soon, String... steps) {
        if (steps.length == 0) {
            throw new IllegalArgumentException("there is no step that is a contact with support");
        }
        return new PainPoints(goal, stageOf, emotions, waitLimit, elapsed, soon, List.of(steps), examples);
    }

    /**
     * Returns the same search with another number of journey ids for each sign and place.
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
                goal,
                stageOf,
                emotions != null,
                waitLimit,
                elapsed,
                supportWindow,
                supportActivities,
                examples);
    }

    @Override
    public Accumulator<Journey, PainCounts> start() {
        Metric<Journey, Proportion> goals =
                Proportion.metric((Journey journey) -> goal.reachedAt(journey).isPresent());
        Metric<Journey, Segments<JourneyLocation, JourneyLocationCounts>> places = LocationVisits.metric(examples)
                .by(passages -> passages.location, new Segmentation<>(Integer.MAX_VALUE, false, LOCATIONS))
                .onEach(journey -> new PainScan(this, journey).visited());
        return Metric.both(
                        Proportion.metric((Journey journey) -> !isOver(journey)),
                        Metric.both(goals, places, Closed::new).where(this::isOver),
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
