package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.stats.ExactSum;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Attribution by which a touch gets half of what one gets that is a half-life later, for each goal that {@link GoalPaths} finds. It
 * looks at journeys, since the labels of a path do not tell the times.
 *
 * <p>Memory: about 1.2 kB for each label.
 *
 * @param paths which touches belong to which goal
 * @param halfLife the time after which a touch counts half, above 0
 */
public record TimeDecay(GoalPaths paths, Duration halfLife) implements Metric<Journey, RuleAttribution> {

    /** 7 days. */
    public static final Duration DEFAULT_HALF_LIFE = Duration.ofDays(7);

    private static final int MOST_SUM_STATE = 70;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the half-life is not above 0
     */
    public TimeDecay {
        requireNonNull(paths, "paths");
        requireNonNull(halfLife, "halfLife");
        if (halfLife.isZero() || halfLife.isNegative()) {
            throw new IllegalArgumentException("half-life " + halfLife + " is not above 0");
        }
    }

    /** Returns the metric with the default half-life. */
    public static TimeDecay of(GoalPaths paths) {
        return new TimeDecay(paths, DEFAULT_HALF_LIFE);
    }

    @Override
    public String definition() {
        return "time-decay(" + halfLife + ", " + paths.definition() + ")";
    }

    @Override
    public Accumulator<Journey, RuleAttribution> start() {
        return new State(this);
    }

    private record Sums(ExactSum conversions, ExactSum value) {

        Sums() {
            this(new ExactSum(), new ExactSum());
        }
    }

    private static final class State extends Accumulator<Journey, RuleAttribution> {

        private final TimeDecay metric;
        private final double halfLifeNanos;
        private final Map<String, Sums> sums = new TreeMap<>();
        private PathTotals touched = new PathTotals(0, 0, 0);
        private PathTotals untouched = new PathTotals(0, 0, 0);

        State(TimeDecay metric) {
            super(metric);
            this.metric = metric;
            this.halfLifeNanos = metric.halfLife.getSeconds() * 1e9 + metric.halfLife.getNano();
        }

        @Override
        public void add(Journey journey) {
            metric.paths.each(requireNonNull(journey, "journey"), (touches, goal, worth) -> {
                PathTotals totals = goal < 0 ? new PathTotals(0, 0, 1) : new PathTotals(1, worth, 0);
                if (touches.length == 0) {
                    untouched = untouched.plus(totals);
                } else {
                    touched = touched.plus(totals);
                    credit(journey, totals, touches);
                }
            });
        }

        private void credit(Journey journey, PathTotals totals, int... touches) {
            long last = journey.nanos(touches[touches.length - 1]);
            double[] before = new double[touches.length];
            Arrays.setAll(before, i -> (double) (last - journey.nanos(touches[i])));
            double[] shares = Shares.decaying(halfLifeNanos, before);
            for (int i = 0; i < touches.length; i++) {
                Sums sum = sums.computeIfAbsent(journey.step(touches[i]), label -> new Sums());
                sum.conversions.add(shares[i] * totals.conversions());
                sum.value.add(shares[i] * totals.value());
            }
        }

        @Override
        public RuleAttribution result() {
            Map<String, Credit> credits = new TreeMap<>();
            sums.forEach((label, sum) ->
                    credits.put(label, new Credit(sum.conversions.doubleValue(), sum.value.doubleValue())));
            return new RuleAttribution("time-decay(" + metric.halfLife + ")", touched, untouched, credits);
        }

        @Override
        protected void absorb(Accumulator<Journey, RuleAttribution> other) {
            State that = (State) other;
            touched = touched.plus(that.touched);
            untouched = untouched.plus(that.untouched);
            that.sums.forEach((label, theirs) -> {
                Sums sum = sums.computeIfAbsent(label, added -> new Sums());
                sum.conversions.add(theirs.conversions);
                sum.value.add(theirs.value);
            });
        }

        @Override
        protected void write(StateOutput out) {
            for (PathTotals totals : new PathTotals[] {touched, untouched}) {
                out.count(totals.conversions());
                out.count(totals.value());
                out.count(totals.nulls());
            }
            out.count(sums.size());
            sums.forEach((label, sum) -> {
                out.text(label);
                out.counts(sum.conversions.state());
                out.counts(sum.value.state());
            });
        }

        @Override
        protected void read(StateInput in) {
            touched = new PathTotals(in.count(), in.count(), in.count());
            untouched = new PathTotals(in.count(), in.count(), in.count());
            long labels = in.count();
            for (long i = 0; i < labels; i++) {
                sums.put(in.text(), new Sums(sum(in), sum(in)));
            }
        }

        private static ExactSum sum(StateInput in) {
            return ExactSum.ofState(in.counts(MOST_SUM_STATE));
        }
    }
}
