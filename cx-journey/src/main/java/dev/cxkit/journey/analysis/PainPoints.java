package dev.cxkit.journey.analysis;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Journey;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Examples;
import dev.cxkit.metrics.Metric;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where journeys are in trouble: signs such as drop-out, loops and long waits counted at every step, transition and stage, together
 * with the goals that those who passed there came to.
 *
 * <pre>{@code
 * List<PainPoint> findings = PainPoints.builder(JourneyGoal.of("purchase"))
 *         .waitingLongerThan(Duration.ofHours(1))
 *         .support(Duration.ofMinutes(30), "support_chat")
 *         .build()
 *         .over(journeys)
 *         .elsewhere();
 * }</pre>
 *
 * <p>A journey counts up to its first goal, and once at each place however often it passes there; only contacts with support count
 * after the goal too. Journeys that may still come to the goal are counted apart. Memory grows with the different places, each with a
 * few journey ids.
 */
public final class PainPoints implements Metric<Journey, PainCounts> {

    private static final int DEFAULT_EXAMPLES = 5;

    final JourneyGoal goal;

    /** The stage of each step; empty without a map. */
    final HashMap<String, String> stageOf;

    final @Nullable Emotions emotions;
    final Duration limit;
    final Elapsed elapsed;
    final Duration soon;
    final List<String> support;
    final Examples<String> examples;
    private final String definition;

    private PainPoints(Builder builder) {
        goal = builder.goal;
        stageOf = builder.map == null ? new HashMap<>() : EmotionCurve.stageOf(builder.map);
        emotions = builder.emotions;
        limit = builder.limit;
        elapsed = builder.elapsed;
        soon = builder.soon;
        support = builder.support;
        examples = Examples.of(builder.examples, id -> id);
        definition = "pain points(" + goal + "," + new TreeMap<>(stageOf) + "," + (emotions != null) + "," + limit + " "
                + elapsed + "," + soon + " " + support + "," + builder.examples + " examples)";
    }

    /** Returns a builder of a search with this goal. */
    public static Builder builder(JourneyGoal goal) {
        return new Builder(goal);
    }

    @Override
    public String definition() {
        return definition;
    }

    @Override
    public Accumulator<Journey, PainCounts> start() {
        return new PainState(this);
    }

    @Override
    public String toString() {
        return definition;
    }

    /** Makes a {@link PainPoints} step by step. One builder belongs to one thread. */
    public static final class Builder {
        private final JourneyGoal goal;
        private @Nullable JourneyMap map;
        private @Nullable Emotions emotions;
        private Duration limit = Duration.ofDays(1);
        private Elapsed elapsed = Elapsed.CALENDAR;
        private Duration soon = Duration.ZERO;
        private List<String> support = List.of();
        private int examples = DEFAULT_EXAMPLES;

        private Builder(JourneyGoal goal) {
            this.goal = requireNonNull(goal, "goal");
        }

        /** Looks at the stages of the map too. A touchpoint that is not on the map stays in the stage of the one before. */
        public Builder map(JourneyMap map) {
            this.map = requireNonNull(map, "map");
            return this;
        }

        /** Looks for low emotion too. */
        public Builder emotions(Emotions emotions) {
            this.emotions = requireNonNull(emotions, "emotions");
            return this;
        }

        /**
         * Sets how long a wait is long; a day by the calendar without this.
         *
         * @throws IllegalArgumentException if the limit is negative
         */
        public Builder waitingLongerThan(Duration limit) {
            return waitingLongerThan(limit, Elapsed.CALENDAR);
        }

        /**
         * Sets how long a wait is long, on a clock of its own.
         *
         * @throws IllegalArgumentException if the limit is negative
         */
        public Builder waitingLongerThan(Duration limit, Elapsed elapsed) {
            this.limit = checked("limit", limit);
            this.elapsed = requireNonNull(elapsed, "elapsed");
            return this;
        }

        /**
         * Looks for contacts with support too.
         *
         * @param soon the longest time until a contact that still belongs to the place
         * @param steps the steps that are a contact, at least one
         * @throws IllegalArgumentException if the time is negative or there is no step
         */
        public Builder support(Duration soon, String... steps) {
            this.soon = checked("soon", soon);
            this.support = List.copyOf(new TreeSet<>(List.of(steps)));
            if (support.isEmpty()) {
                throw new IllegalArgumentException("there is no step that is a contact with support");
            }
            return this;
        }

        /**
         * Sets how many journey ids are named for each sign and place; {@value PainPoints#DEFAULT_EXAMPLES} without this.
         *
         * @param examples 1..1000
         * @throws IllegalArgumentException if it is outside its range
         */
        public Builder examples(int examples) {
            this.examples = Examples.<String>of(examples, id -> id).limit();
            return this;
        }

        private static Duration checked(String name, Duration duration) {
            if (requireNonNull(duration, name).isNegative()) {
                throw new IllegalArgumentException(name + " " + duration + " is negative");
            }
            return duration;
        }

        /** Returns the metric. */
        public PainPoints build() {
            return new PainPoints(this);
        }
    }
}
