package dev.cxkit.journey.funnel;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TieOrder;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A {@index funnel conversion funnel}: how many journeys enter, convert, drop off or are still open at each step, under named rules for order,
 * ties, re-entry and window. A configuration that is the metric; the answer is a {@link Conversion}.
 *
 * <ul>
 *   <li>An attempt enters with a touchpoint that serves the first step; each next step takes the first later touchpoint that serves it.
 *   <li>A touchpoint serves at most one step of an attempt; others are passed over.
 *   <li>Of a journey the {@linkplain EntryRule#BEST best} attempt counts, unless another {@linkplain EntryRule rule} is set.
 *   <li>What has not converted and still may, because its window or its journey is not over, is {@linkplain Conversion#open open} and not
 *       {@linkplain Conversion#droppedOff dropped off}.
 * </ul>
 *
 * <p>Tools differ in how they read equal instants, second entries and windows, threefold on the same log; so each of these rules has a name
 * here, and the {@link #definition} tells all of them.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.Journey;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.funnel.Conversion;
 * import dev.cxkit.journey.funnel.Funnel;
 * import java.time.Duration;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 * List<Journey> journeys = JourneyAssembler.byCustomer()
 *         .assemble(Stream.of("ann visit 0", "ann basket 5", "ann order 9",
 *                         "bob visit 1", "bob visit 3", "bob basket 4")
 *                 .map(row -> row.split(" "))
 *                 .map(row -> Interaction.builder(String.join("-", row), TouchpointType.of(row[1]))
 *                         .customer(CustomerId.of(row[0])).channel(Channel.WEB)
 *                         .occurredAt(Instant.EPOCH.plusSeconds(60 * Long.parseLong(row[2]))).build())
 *                 .toList());
 * Funnel funnel = Funnel.builder("visit", "basket", "order").window(Duration.ofDays(7)).asOf(Instant.EPOCH.plusSeconds(3600)).build();
 * Conversion conversion = funnel.over(journeys);
 * System.out.println(conversion.converted() + " of " + conversion.entered() + " converted, " + conversion.open() + " open");
 * // -> 1 of 2 converted, 1 open
 * }</pre>
 */
public final class Funnel implements Metric<Journey, Conversion> {

    /** The most steps, required and optional. */
    public static final int MOST_STEPS = 32;

    final List<FunnelStep> required = new ArrayList<>();

    /** The optional steps that come after each required one. */
    final List<List<FunnelStep>> optional = new ArrayList<>();

    final FunnelMode mode;
    final TieOrder ties;
    final long tieNanos;
    final EntryRule entry;
    final boolean fromLatestEntry;
    final long windowNanos;
    final @Nullable Instant asOf;
    final List<FunnelExclusion> exclusions;
    final @Nullable Fn<? super Touchpoint, Optional<String>> held;
    final boolean isPerValue;
    private final String definition;

    private Funnel(Builder builder) {
        for (FunnelStep step : builder.steps) {
            if (step.isOptional()) {
                optional.get(optional.size() - 1).add(step);
            } else {
                required.add(step);
                optional.add(new ArrayList<>());
            }
        }
        mode = builder.mode;
        ties = builder.ties;
        tieNanos = builder.tieSpan.toNanos();
        entry = builder.entry;
        fromLatestEntry = builder.fromLatestEntry;
        windowNanos = builder.window == null ? Long.MAX_VALUE : builder.window.toNanos();
        asOf = builder.asOf;
        exclusions = List.copyOf(builder.exclusions);
        held = builder.held;
        isPerValue = builder.isPerValue;
        definition = Definition.of(
                "funnel",
                builder.steps.stream().map(FunnelStep::parts).toList(),
                mode,
                ties,
                builder.tieSpan,
                entry,
                fromLatestEntry ? "from latest" : "from first",
                builder.window,
                asOf,
                exclusions.stream().map(FunnelExclusion::parts).toList(),
                builder.holding,
                isPerValue ? "each value" : "best value");
    }

    /**
     * Returns the funnel of these activities, one for each step: in order, best attempt, without a window.
     *
     * @param activities the activity that serves each step, at least one
     */
    public static Funnel of(String... activities) {
        return builder(activities).build();
    }

    /** Returns the same of the activities that are named like the types. */
    public static Funnel of(TouchpointType... types) {
        return of(Arrays.stream(types).map(TouchpointType::name).toArray(String[]::new));
    }

    /** Returns a builder of a funnel of these activities, one for each step. */
    public static Builder builder(String... activities) {
        return builder(Arrays.stream(activities).map(FunnelStep::of).toList());
    }

    /** Returns the same of the activities that are named like the types. */
    public static Builder builder(TouchpointType... types) {
        return builder(Arrays.stream(types).map(TouchpointType::name).toArray(String[]::new));
    }

    /** Returns a builder of a funnel of these steps. */
    public static Builder builder(List<FunnelStep> steps) {
        return new Builder(steps);
    }

    /** Returns all rules of the funnel, to be printed beside its figures. */
    @Override
    public String definition() {
        return definition;
    }

    /** Returns an empty accumulator. Memory grows with the number of steps alone. */
    @Override
    public Accumulator<Journey, Conversion> start() {
        return new FunnelState(this);
    }

    /**
     * Returns the attempts of this journey that count: none if it never entered; several attempts only under
     * {@link EntryRule#TOTALS} or with a value held per journey and value.
     */
    public List<Attempt> attempts(Journey journey) {
        return new Attempts(this).of(journey);
    }

    /**
     * Returns a breakdown by a value of the touchpoint that served a step.
     *
     * @param step the number of the required step, 1 for the first; 0 for the last that was reached
     * @param value the value of a touchpoint
     * @param none the value of journeys that did not reach the step
     */
    public <K> Fn<Journey, K> valueAt(int step, Fn<? super Touchpoint, ? extends K> value, K none) {
        if (step < 0 || step > required.size()) {
            throw new IllegalArgumentException("step " + step + " is outside 0.." + required.size());
        }
        requireNonNull(value, "value");
        requireNonNull(none, "none");
        return journey -> {
            List<Attempt> attempts = attempts(journey);
            if (attempts.isEmpty() || attempts.get(0).depth() < step) {
                return none;
            }
            List<Integer> touchpoints = attempts.get(0).touchpoints();
            int at = touchpoints.get(step == 0 ? touchpoints.size() - 1 : step - 1);
            return value.apply(journey.touchpoint(at));
        };
    }

    @Override
    public String toString() {
        return definition;
    }

    /** Builds a {@link Funnel}. A builder belongs to one thread. */
    public static final class Builder {

        private final List<FunnelStep> steps;
        private final List<FunnelExclusion> exclusions = new ArrayList<>();
        private FunnelMode mode = FunnelMode.ORDERED;
        private TieOrder ties = TieOrder.SEQUENCE;
        private Duration tieSpan = Duration.ZERO;
        private EntryRule entry = EntryRule.BEST;
        private boolean fromLatestEntry;
        private @Nullable Duration window;
        private @Nullable Instant asOf;
        private @Nullable Fn<? super Touchpoint, Optional<String>> held;
        private String holding = "";
        private boolean isPerValue;

        private Builder(List<FunnelStep> steps) {
            this.steps = List.copyOf(steps);
        }

        /** Sets in which order the steps must come; {@link FunnelMode#ORDERED} if not set. */
        public Builder mode(FunnelMode mode) {
            this.mode = requireNonNull(mode, "mode");
            return this;
        }

        /** Sets how equal instants are read; {@link TieOrder#SEQUENCE} if not set. */
        public Builder ties(TieOrder ties) {
            this.ties = requireNonNull(ties, "ties");
            return this;
        }

        /**
         * Sets that touchpoints may come in any order, as under {@link TieOrder#ANY_ORDER}, within a span: from the first touchpoint on
         * all that follow it by no more than this are one group, then the next group begins.
         */
        public Builder anyOrderWithin(Duration span) {
            this.tieSpan = notNegative("span", span);
            return ties(TieOrder.ANY_ORDER);
        }

        /** Sets which attempts count; {@link EntryRule#BEST} if not set. */
        public Builder entry(EntryRule entry) {
            this.entry = requireNonNull(entry, "entry");
            return this;
        }

        /** Sets that times count from the latest touchpoint that serves step 1 before step 2, not from the one that began the attempt. */
        public Builder timedFromLatestEntry() {
            this.fromLatestEntry = true;
            return this;
        }

        /** Sets how long after step 1 a later step may come at most, that long included; any time if not set. */
        public Builder window(Duration window) {
            this.window = notNegative("window", window);
            return this;
        }

        /**
         * Sets until when the journeys were observed. An attempt that has not converted is open as long as its window and the limit of its
         * next step end later. If not set, or without a window and a limit, it is open unless its journey has ended.
         */
        public Builder asOf(Instant asOf) {
            this.asOf = requireNonNull(asOf, "asOf");
            return this;
        }

        /** Adds an activity that must not come between steps. */
        public Builder excluding(FunnelExclusion exclusion) {
            exclusions.add(requireNonNull(exclusion, "exclusion"));
            return this;
        }

        /**
         * Sets a value that all steps must share with step 1, such as the product. Touchpoints without one serve no step; of the values
         * of a journey the best counts.
         *
         * @param name the name of the value, by which funnels that hold another are told apart, not blank
         * @param value the value of a touchpoint
         * @throws IllegalArgumentException if the name is blank
         */
        public Builder holding(String name, Fn<? super Touchpoint, Optional<String>> value) {
            this.held = requireNonNull(value, "value");
            this.holding = name;
            refuse(name.isBlank(), "name of the held value is blank");
            return this;
        }

        /** Sets as {@link #holding} does a value that all steps must share; each journey and value counts for itself. */
        public Builder holdingEach(String name, Fn<? super Touchpoint, Optional<String>> value) {
            this.isPerValue = true;
            return holding(name, value);
        }

        /**
         * Returns the funnel.
         *
         * @throws IllegalArgumentException if there are no or more than {@value Funnel#MOST_STEPS} steps, the first or the last is
         *     optional, two optional steps have one name, an exclusion names no gap, or two rules exclude each other
         */
        public Funnel build() {
            if (steps.isEmpty() || steps.size() > MOST_STEPS) {
                throw new IllegalArgumentException(steps.size() + " steps are outside 1.." + MOST_STEPS);
            }
            if (steps.get(0).isOptional() || steps.get(steps.size() - 1).isOptional()) {
                throw new IllegalArgumentException("the first and the last step cannot be optional");
            }
            Set<String> names = new HashSet<>();
            for (FunnelStep step : steps) {
                refuse(
                        step.isOptional() && !names.add(step.name()),
                        "optional step '" + step.name() + "' is there twice; give one of them another name");
            }
            boolean hasOptional = !names.isEmpty();
            boolean hasLimits = steps.stream().anyMatch(step -> step.limit() != null);
            refuse(hasOptional && mode != FunnelMode.ORDERED, "optional steps need the mode ORDERED");
            refuse(hasLimits && mode == FunnelMode.UNORDERED, "the mode UNORDERED allows no limit of a step");
            refuse(
                    mode == FunnelMode.STRICT && ties == TieOrder.ANY_ORDER,
                    "the mode STRICT does not allow the ties ANY_ORDER");
            refuse(
                    mode == FunnelMode.UNORDERED && entry != EntryRule.BEST,
                    "the mode UNORDERED needs the entry rule BEST");
            refuse(mode != FunnelMode.ORDERED && !exclusions.isEmpty(), "exclusions need the mode ORDERED");
            Funnel funnel = new Funnel(this);
            for (FunnelExclusion exclusion : exclusions) {
                refuse(
                        exclusion.after() >= funnel.required.size(),
                        "exclusion after step " + exclusion.after() + " is outside 0.." + (funnel.required.size() - 1));
            }
            return funnel;
        }

        private static void refuse(boolean wrong, String why) {
            if (wrong) {
                throw new IllegalArgumentException(why);
            }
        }

        private static Duration notNegative(String name, Duration duration) {
            if (duration.isNegative() || duration.compareTo(Duration.ofNanos(Long.MAX_VALUE)) >= 0) {
                throw new IllegalArgumentException(name + " " + duration + " is outside PT0S..292 years");
            }
            return duration;
        }
    }
}
