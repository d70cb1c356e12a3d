package dev.cxkit.journey.flow;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@index "Next activity prediction"}: learns from journeys which activity follows the last ones, and where journeys end. A configuration that
 * is the metric; the answer is a {@link NextActivityModel}.
 *
 * <ul>
 *   <li>Counted: every activity but the first of a journey, and its end, each after the last 0 to {@code order} activities before it.
 *   <li>Learn from journeys that are over: the present end of an open one counts as its end.
 * </ul>
 *
 * <p>Memory: the distinct sequences of up to {@code order} activities, with what came after each.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.Journey;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.flow.Forecast;
 * import dev.cxkit.journey.flow.NextActivity;
 * import dev.cxkit.journey.flow.NextActivityModel;
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
 * NextActivityModel model = NextActivity.of(2).over(journeys);
 * Forecast first = model.next(List.of("visit", "basket")).get(0);
 * System.out.println(first.activity().orElse("end") + " " + first.probability());
 * // -> order 0.2857142857142857
 * }</pre>
 *
 * @param order how many of the last activities are looked at, 1 to 8
 * @param smoothing what is added to each count before probabilities are formed, above 0
 */
public record NextActivity(int order, double smoothing) implements Metric<Journey, NextActivityModel> {

    /** Laplace's: 1 is added to each count. */
    public static final double DEFAULT_SMOOTHING = 1;

    static final int MOST_ORDER = 8;

    /** Throws an {@link IllegalArgumentException} if the order is outside 1..8, or the smoothing not above 0 and finite. */
    public NextActivity {
        if (order < 1 || order > MOST_ORDER) {
            throw new IllegalArgumentException("order " + order + " is outside 1.." + MOST_ORDER);
        }
        if (!(smoothing > 0) || Double.isInfinite(smoothing)) {
            throw new IllegalArgumentException("smoothing " + smoothing + " is not above 0 and finite");
        }
    }

    /**
     * Returns the metric with the smoothing of Laplace.
     *
     * @throws IllegalArgumentException if the order is outside 1..8
     */
    public static NextActivity of(int order) {
        return new NextActivity(order, DEFAULT_SMOOTHING);
    }

    /**
     * Returns the same metric with another smoothing.
     *
     * @throws IllegalArgumentException if it is not above 0 and finite
     */
    public NextActivity withSmoothing(double smoothing) {
        return new NextActivity(order, smoothing);
    }

    /** Returns name and order; the counts do not depend on the smoothing. */
    @Override
    public String definition() {
        return Definition.of("next activity", order);
    }

    @Override
    public Accumulator<Journey, NextActivityModel> start() {
        return new State(this);
    }

    /** Gives what came after the first activity, the second and so on, the last of it the end, with the activities before it. */
    static void each(Journey journey, Taker taker) {
        List<String> activities = journey.activities();
        for (int i = 1; i <= activities.size(); i++) {
            taker.take(activities.subList(0, i), i < activities.size() ? activities.get(i) : null);
        }
    }

    /** Takes what came next, null for the end, and all activities before it. */
    @FunctionalInterface
    interface Taker {
        void take(List<String> before, @Nullable String next);
    }

    private static final class Counts {

        private final Map<String, Long> activities = new HashMap<>();
        private long ends;

        void add(NextActivityCounts more) {
            more.activities().forEach(this::add);
            ends = Math.addExact(ends, more.ends());
        }

        void add(String activity, long times) {
            activities.merge(activity, times, Math::addExact);
        }

        NextActivityCounts counted() {
            return new NextActivityCounts(activities, ends);
        }
    }

    private static final class State extends Accumulator<Journey, NextActivityModel> {

        private final NextActivity metric;
        private final Map<List<String>, Counts> after = new HashMap<>();

        State(NextActivity metric) {
            super(metric);
            this.metric = metric;
        }

        @Override
        public void add(Journey journey) {
            each(requireNonNull(journey, "journey"), (before, next) -> {
                int size = before.size();
                for (int length = 0; length <= Math.min(metric.order, size); length++) {
                    Counts counts = counts(before.subList(size - length, size));
                    if (next == null) {
                        counts.ends++;
                    } else {
                        counts.add(next, 1);
                    }
                }
            });
        }

        private Counts counts(List<String> context) {
            Counts counts = after.get(context);
            if (counts == null) {
                counts = new Counts();
                after.put(List.copyOf(context), counts);
            }
            return counts;
        }

        @Override
        public NextActivityModel result() {
            Map<List<String>, NextActivityCounts> counted = new HashMap<>();
            after.forEach((context, counts) -> counted.put(context, counts.counted()));
            return new NextActivityModel(metric.order, metric.smoothing, counted);
        }

        @Override
        protected void absorb(Accumulator<Journey, NextActivityModel> other) {
            ((State) other).after.forEach((context, theirs) -> counts(context).add(theirs.counted()));
        }

        @Override
        protected void write(StateOutput out) {
            Map<List<String>, Counts> ordered = new TreeMap<>(NextActivityModel.CONTEXTS);
            ordered.putAll(after);
            out.count(ordered.size());
            ordered.forEach((context, counts) -> {
                out.count(context.size());
                context.forEach(out::text);
                out.count(counts.ends);
                out.count(counts.activities.size());
                new TreeMap<>(counts.activities).forEach((activity, count) -> {
                    out.text(activity);
                    out.count(count);
                });
            });
        }

        @Override
        protected void read(StateInput in) {
            int contexts = in.size(3);
            List<String> before = null;
            for (int i = 0; i < contexts; i++) {
                int length = in.count(metric.order);
                List<String> context = new ArrayList<>(length);
                for (int place = 0; place < length; place++) {
                    context.add(in.text());
                }
                in.check(
                        before == null || NextActivityModel.CONTEXTS.compare(before, context) < 0,
                        "its sequences do not rise");
                before = context;
                Counts counts = counts(context);
                counts.ends = in.count();
                long all = counts.ends;
                int activities = in.size(3);
                String activity = null;
                for (int kind = 0; kind < activities; kind++) {
                    activity = in.rising(activity, in.text());
                    long times = in.positive();
                    all = Math.addExact(all, times);
                    counts.add(activity, times);
                }
                in.check(all > 0, "nothing comes after a sequence");
            }
        }
    }
}
