package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TieOrder;
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
import org.jspecify.annotations.Nullable;

/**
 * Extracts the paths of journeys to a goal, {@index "converting path" converting} and {@index "null path" null}, with a
 * {@index "look-back window"}: the input of {@index attribution}.
 *
 * <ul>
 *   <li>Each touchpoint of the goal activity is one conversion. Its path is the activities before it that are not the goal and within the
 *       look-back window, which is measured from the conversion and includes its end; activities before an earlier conversion count again.
 *   <li>A touchpoint at the instant of the conversion is before it if it comes first in the journey, unless {@linkplain #withTies another rule}
 *       is set.
 *   <li>A journey without a conversion is one null path: the activities within the look-back of its last touchpoint.
 *   <li>Touchpoints after the last conversion of a journey are in no path.
 * </ul>
 *
 * <p>Edge case: a conversion without an activity before it has an empty path and is unattributable.
 *
 * <p>Memory: the distinct paths.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.Touchpoint;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.attribution.GoalPaths;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 *
 * List<Touchpoint> log = Stream.of("ada email 02", "ada search 05", "ada order 06", "ben search 03", "ben order 04", "eve email 07")
 *         .map(line -> line.split(" "))
 *         .<Touchpoint>map(field -> Interaction.builder(field[0] + field[2], TouchpointType.of(field[1]))
 *                 .customer(CustomerId.of(field[0]))
 *                 .channel(Channel.WEB)
 *                 .occurredAt(Instant.parse("2026-02-" + field[2] + "T09:00:00Z"))
 *                 .build())
 *         .toList();
 * GoalPaths.of("order").over(JourneyAssembler.byCustomer().assemble(log)).rows().forEach(row -> System.out.println(
 *         row.path() + " " + row.totals().conversions() + " conversions, " + row.totals().nulls() + " nulls"));
 * // -> [email] 0 conversions, 1 nulls
 * // -> [email, search] 1 conversions, 0 nulls
 * // -> [search] 1 conversions, 0 nulls
 * }</pre>
 *
 * @param goal the activity that is the goal
 * @param lookBack the look-back window, at least 0
 * @param ties which touchpoints at the instant of a conversion are before it
 * @param valueName the name of the value, by which it is told from others in the definition; empty where goals have none
 * @param value the value of a touchpoint of the goal, in a smallest unit such as cents, at least 0; null where goals have none
 */
public record GoalPaths(
        String goal,
        Duration lookBack,
        TieOrder ties,
        String valueName,
        @Nullable Fn<? super Touchpoint, Long> value) implements Metric<Journey, PathTable> {

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    /** The default look-back window, 30 days. */
    public static final Duration DEFAULT_LOOK_BACK = Duration.ofDays(30);

    /** Throws an {@link IllegalArgumentException} if the goal is blank, the look-back negative, or only one of value and its name there. */
    public GoalPaths {
        requireNonNull(goal, "goal");
        requireNonNull(lookBack, "lookBack");
        requireNonNull(ties, "ties");
        if (valueName.isBlank() != (value == null)) {
            throw new IllegalArgumentException("value and its name '" + valueName + "' belong together");
        }
        if (goal.isBlank()) {
            throw new IllegalArgumentException("the activity of the goal is blank");
        }
        if (lookBack.isNegative()) {
            throw new IllegalArgumentException("look-back " + lookBack + " is negative");
        }
    }

    /**
     * Returns the metric with the default look-back window, for goals without a value.
     *
     * @throws IllegalArgumentException if the goal is blank
     */
    public static GoalPaths of(String goal) {
        return new GoalPaths(goal, DEFAULT_LOOK_BACK, TieOrder.SEQUENCE, "", null);
    }

    /** Returns the same of the activity that is named like the type. */
    public static GoalPaths of(TouchpointType goal) {
        return of(goal.name());
    }

    /** Returns the same metric with another look-back window; throws an {@link IllegalArgumentException} if it is negative. */
    public GoalPaths withLookBack(Duration lookBack) {
        return new GoalPaths(goal, lookBack, ties, valueName, value);
    }

    /**
     * Returns the same metric with another rule for touchpoints at the instant of a conversion. By {@link TieOrder#SEQUENCE} those are before it
     * that come first in the journey, by {@link TieOrder#STRICT_LATER} none, by {@link TieOrder#ANY_ORDER} all.
     */
    public GoalPaths withTies(TieOrder ties) {
        return new GoalPaths(goal, lookBack, ties, valueName, value);
    }

    /**
     * Returns the same metric for goals that have a value.
     *
     * @param name the name of the value, by which it is told from others, not blank: another value needs another name
     * @param value the value of a touchpoint of the goal, in a smallest unit such as cents, at least 0
     * @throws IllegalArgumentException if the name is blank
     */
    public GoalPaths withValue(String name, Fn<? super Touchpoint, Long> value) {
        return new GoalPaths(goal, lookBack, ties, name, requireNonNull(value, "value"));
    }

    @Override
    public String definition() {
        return Definition.of("goal paths", goal, lookBack, ties, valueName);
    }

    @Override
    public Accumulator<Journey, PathTable> start() {
        return new State(this);
    }

    /** Gives each conversion of the journey, or the null path of a journey without one, to the consumer. */
    void each(Journey journey, GoalPathConsumer consumer) {
        int last = journey.size() - 1;
        boolean reached = false;
        for (int i = 0; i <= last; i++) {
            if (journey.activity(i).equals(goal)) {
                reached = true;
                consumer.accept(path(journey, end(journey, i), i), i, valueOf(journey.touchpoint(i)));
            }
        }
        if (!reached) {
            consumer.accept(path(journey, last + 1, last), -1, 0);
        }
    }

    /** Where the touchpoints before the one at the index end. */
    private int end(Journey journey, int goalAt) {
        int end = goalAt;
        while (ties == TieOrder.STRICT_LATER && end > 0 && journey.nanos(end - 1) == journey.nanos(goalAt)) {
            end--;
        }
        while (ties == TieOrder.ANY_ORDER && end < journey.size() && journey.nanos(end) == journey.nanos(goalAt)) {
            end++;
        }
        return end;
    }

    private long valueOf(Touchpoint touchpoint) {
        long amount = value == null ? 0 : value.apply(touchpoint);
        if (amount < 0) {
            throw new IllegalArgumentException(
                    "value " + amount + " of touchpoint " + touchpoint.id() + " is negative");
        }
        return amount;
    }

    /** The indexes of the touchpoints before {@code end} that are within the look-back of the one at {@code from}. */
    private int[] path(Journey journey, int end, int from) {
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

    /** Takes the indexes of a path and that of the goal at its end, which is -1 for a null path. */
    @FunctionalInterface
    interface GoalPathConsumer {
        void accept(int[] touchpoints, int goal, long value);
    }

    private static final class State extends Accumulator<Journey, PathTable> {

        private final GoalPaths metric;
        private final Map<List<String>, PathTotals> paths = new HashMap<>();

        /** Over all paths, so that one beyond the range is met here and not in a figure. */
        private PathTotals all = new PathTotals(0, 0, 0);

        State(GoalPaths metric) {
            super(metric);
            this.metric = metric;
        }

        @Override
        public void add(Journey journey) {
            metric.each(requireNonNull(journey, "journey"), (touchpoints, goal, amount) -> {
                List<String> path = new ArrayList<>(touchpoints.length);
                for (int index : touchpoints) {
                    path.add(journey.activity(index));
                }
                put(path, goal < 0 ? new PathTotals(0, 0, 1) : new PathTotals(1, amount, 0));
            });
        }

        private void put(List<String> path, PathTotals totals) {
            all = all.plus(totals);
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
            int rows = in.size(4);
            List<String> before = null;
            PathTotals all = new PathTotals(0, 0, 0);
            for (int i = 0; i < rows; i++) {
                int size = in.size(2);
                List<String> path = new ArrayList<>(size);
                for (int j = 0; j < size; j++) {
                    path.add(in.text());
                }
                PathRow row = new PathRow(path, new PathTotals(in.count(), in.count(), in.count()));
                in.check(before == null || PathRow.compare(before, path) < 0, "its paths do not rise");
                in.check(row.totals().conversions() > 0 || row.totals().nulls() > 0, "nobody went a path");
                all = all.plus(row.totals());
                put(row.path(), row.totals());
                before = path;
            }
        }
    }
}
