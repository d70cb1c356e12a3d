package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The paths of journeys to a goal. Each step with the label of the goal gives one row: the steps before it that are no goals and within
 * the look-back, which counts from the goal and includes its end; steps before an earlier goal count again. A journey that has not
 * reached the goal gives one row of nulls: the steps within the look-back of its last step. What comes after the last goal gives none.
 *
 * <p>Memory: the distinct paths.
 *
 * @param goal the label of the goal
 * @param lookBack how long before the goal a touch may be, at least 0
 * @param value what the touchpoint of a goal is worth, in a smallest unit such as cents, at least 0; no part of the definition
 */
public record GoalPaths(String goal, Duration lookBack, Fn<? super Touchpoint, Long> value)
        implements Metric<Journey, PathTable> {

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    /** 30 days. */
    public static final Duration DEFAULT_LOOK_BACK = Duration.ofDays(30);

    /** Checks the parts; throws an {@link IllegalArgumentException} if the goal is blank or the look-back negative. */
    public GoalPaths {
        requireNonNull(goal, "goal");
        requireNonNull(lookBack, "lookBack");
        requireNonNull(value, "value");
        if (goal.isBlank()) {
            throw new IllegalArgumentException("the label of the goal is blank");
        }
        if (lookBack.isNegative()) {
            throw new IllegalArgumentException("look-back " + lookBack + " is negative");
        }
    }

    /**
     * Returns the metric with the default look-back, for goals that have no value.
     *
     * @throws IllegalArgumentException if the goal is blank
     */
    public static GoalPaths of(String goal) {
        return new GoalPaths(goal, DEFAULT_LOOK_BACK, touchpoint -> 0L);
    }

    /** Returns the same metric with another look-back; throws an {@link IllegalArgumentException} if it is negative. */
    public GoalPaths withLookBack(Duration lookBack) {
        return new GoalPaths(goal, lookBack, value);
    }

    /** Returns the same metric for goals that are worth something, in a smallest unit such as cents, at least 0. */
    public GoalPaths withValue(Fn<? super Touchpoint, Long> value) {
        return new GoalPaths(goal, lookBack, value);
    }

    @Override
    public String definition() {
        return Definition.of("goal-paths", goal, lookBack);
    }

    @Override
    public Accumulator<Journey, PathTable> start() {
        return new State(this);
    }

    /** Gives each goal of the journey, or the journey without one, to the taker. */
    void each(Journey journey, GoalPathConsumer taker) {
        int last = journey.size() - 1;
        boolean reached = false;
        for (int i = 0; i <= last; i++) {
            if (journey.activity(i).equals(goal)) {
                reached = true;
                taker.take(touches(journey, i, i), i, worthOf(journey.touchpoint(i)));
            }
        }
        if (!reached) {
            taker.take(touches(journey, last + 1, last), -1, 0);
        }
    }

    private long worthOf(Touchpoint touchpoint) {
        long worth = value.apply(touchpoint);
        if (worth < 0) {
            throw new IllegalArgumentException("value " + worth + " of touchpoint " + touchpoint.id() + " is negative");
        }
        return worth;
    }

    /** The indexes of the touches before {@code end} that are within the look-back of the step {@code from}. */
    private int[] touches(Journey journey, int end, int from) {
        long earliest = earliest(journey.nanos(from));
        int begin = end;
        while (begin > 0 && journey.nanos(begin - 1) >= earliest) {
            begin--;
        }
        return IntStream.range(begin, end)
                .filter(i -> !journey.activity(i).equals(goal))
                .toArray();
    }

    /** The nanosecond at which the look-back begins; the first that there is, if it is longer than that. */
    private long earliest(long nanos) {
        long back = lookBack.compareTo(LONGEST) < 0 ? lookBack.toNanos() : Long.MAX_VALUE;
        return nanos < Long.MIN_VALUE + back ? Long.MIN_VALUE : nanos - back;
    }

    /** Takes the touches before a goal; its index is -1 where the journey has none. */
    @FunctionalInterface
    interface GoalPathConsumer {
        void take(int[] touches, int goal, long worth);
    }

    private static final class State extends Accumulator<Journey, PathTable> {

        private final GoalPaths metric;
        private final Map<List<String>, PathTotals> paths = new HashMap<>();

        State(GoalPaths metric) {
            super(metric);
            this.metric = metric;
        }

        @Override
        public void add(Journey journey) {
            metric.each(requireNonNull(journey, "journey"), (touches, goal, worth) -> {
                List<String> path = new ArrayList<>(touches.length);
                for (int touch : touches) {
                    path.add(journey.activity(touch));
                }
                put(path, goal < 0 ? new PathTotals(0, 0, 1) : new PathTotals(1, worth, 0));
            });
        }

        private void put(List<String> path, PathTotals totals) {
            paths.merge(path, totals, PathTotals::plus);
        }

        @Override
        public PathTable result() {
            List<PathRow> rows = new ArrayList<>(paths.size());
            paths.forEach((path, totals) -> rows.add(new PathRow(path, totals)));
            return PathTable.of(rows);
        }

        @Override
        protected void absorb(Accumulator<Journey, PathTable> other) {
            ((State) other).paths.forEach(this::put);
        }

        @Override
        protected void write(StateOutput out) {
            List<PathRow> rows = result().rows();
            out.count(rows.size());
            for (PathRow row : rows) {
                out.count(row.path().size());
                row.path().forEach(out::text);
                out.count(row.totals().conversions());
                out.count(row.totals().value());
                out.count(row.totals().nulls());
            }
        }

        @Override
        protected void read(StateInput in) {
            long rows = in.count();
            for (long i = 0; i < rows; i++) {
                long labels = in.count();
                List<String> path = new ArrayList<>();
                for (long label = 0; label < labels; label++) {
                    path.add(in.text());
                }
                put(path, new PathTotals(in.count(), in.count(), in.count()));
            }
        }
    }
}
