package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.sla.SlaClock;
import dev.cxkit.core.sla.SlaPolicies;
import dev.cxkit.core.support.Case;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Calibration;
import dev.cxkit.metrics.survival.KaplanMeier;
import dev.cxkit.metrics.survival.LogNormal;
import dev.cxkit.metrics.survival.SurvivalTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The probability that a clock which is not stopped yet exceeds its target, given how far it has come: the share of like clocks that
 * went beyond the target, of those that came as far. Which cases are alike the host says, by the ones that it builds the curve of, with
 * {@code by}, {@code where} or both.
 *
 * <p>All times are those that the goal counts: while its clock stands still, so does the age.
 *
 * @param probability that the target is exceeded, 0..1
 * @param method where it is from
 * @param n how many clocks stand behind the curve, stopped or not
 * @param stopped how many of these were stopped
 */
public record BreachRisk(double probability, Method method, long n, long stopped) {

    /** With fewer stopped clocks than this, the steps of a curve are too coarse. */
    public static final int ENOUGH = 30;

    /** Where a probability is from. */
    public enum Method {
        /** From the curve of Kaplan and Meier. */
        KAPLAN_MEIER,
        /** From a log-normal curve through the same clocks, where fewer than {@link #ENOUGH} were stopped. */
        LOG_NORMAL,
        /** The target is exceeded already. */
        BREACHED
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public BreachRisk {
        requireNonNull(method, "method");
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability " + probability + " is outside 0..1");
        }
        if (stopped < 0 || stopped > n) {
            throw new IllegalArgumentException("stopped " + stopped + " is outside 0.." + n);
        }
    }

    /**
     * Returns the metric of how far the clocks of a goal came, as of an instant, in seconds. Clocks that run, stand still or were
     * cancelled count as going on when they were last seen. Merged cases are left out.
     */
    public static Metric<Case, KaplanMeier> curve(String goal, SlaPolicies policies, Instant asOf) {
        requireNonNull(goal, "goal");
        requireNonNull(policies, "policies");
        CaseReading<SurvivalTime> reading = (of, at) -> {
            List<SurvivalTime> times = new ArrayList<>();
            for (SlaClock clock : policies.clocks(of, goal, at)) {
                times.add(new SurvivalTime(clock.elapsed().toSeconds(), clock.stoppedAt().isPresent()));
            }
            return times;
        };
        return new CaseMetric<>(
                "clocks of " + goal + " by " + policies, asOf, reading, KaplanMeier.metric(), (cases, curve) -> curve);
    }

    /**
     * Returns the risk of a clock. Empty if it was stopped or cancelled, and where nothing can be said: no like clock came so far, or
     * none was seen long enough, or, with few of them, none were stopped at two different times.
     *
     * @param like the curve of like clocks
     */
    public static Optional<BreachRisk> of(KaplanMeier like, SlaClock clock) {
        long n = like.n();
        long stopped = like.events();
        return switch (clock.status()) {
            case MET, CANCELLED -> Optional.empty();
            case BREACHED ->
                clock.stoppedAt().isPresent() ? Optional.empty() : Optional.of(new BreachRisk(1, Method.BREACHED, n, stopped));
            case RUNNING, PAUSED -> {
                long target = clock.target().duration().toSeconds();
                long age = clock.elapsed().toSeconds();
                Method method = stopped < ENOUGH ? Method.LOG_NORMAL : Method.KAPLAN_MEIER;
                OptionalDouble risk = method == Method.KAPLAN_MEIER
                        ? like.conditionalSurvival(target, age)
                        : LogNormal.fit(like).stream()
                                .mapToDouble(curve -> curve.conditionalSurvival(target, age))
                                .findFirst();
                yield risk.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new BreachRisk(risk.getAsDouble(), method, n, stopped));
            }
        };
    }

    /**
     * What was predicted at an instant, beside what came of it.
     *
     * @param breached which clocks of those that ran or stood still at that instant, with time left, exceeded their target. Left out are
     *     those {@code undecided}, of which that is not known yet or never will be, and those of which there was {@code no prediction}
     * @param calibration the predictions
     */
    public record Backtest(Share breached, Calibration calibration) {

        /** Checks the parts. */
        public Backtest {
            requireNonNull(breached, "missed");
            requireNonNull(calibration, "calibration");
        }
    }

    /**
     * Returns the metric that tells how far the risks of a curve can be trusted: it predicts each clock that ran or stood still at an
     * instant, and looks what had come of it by a later one.
     *
     * @param like the curve of like clocks; one as of that instant or before, since a later one knows what came
     * @param at the instant of the prediction
     * @param asOf the instant of the outcome, so much later that few clocks are undecided
     * @throws IllegalArgumentException if {@code asOf} is not after {@code at}
     */
    public static Metric<Case, Backtest> backtest(
            KaplanMeier like, String goal, SlaPolicies policies, Instant at, Instant asOf) {
        requireNonNull(like, "like");
        requireNonNull(goal, "goal");
        requireNonNull(policies, "policies");
        if (!asOf.isAfter(at)) {
            throw new IllegalArgumentException("asOf " + asOf + " is not after " + at);
        }
        CaseReading<Checked> reading = (of, end) -> checked(like, goal, policies, of, at, end);
        return new CaseMetric<>(
                "backtest of " + goal + " by " + policies + " at " + at + " against "
                        + Integer.toHexString(like.steps().toString().hashCode()),
                asOf,
                reading,
                Metric.both(
                        new OutcomeCounts().<Checked>on(Checked::outcome),
                        Calibration.metric().<Checked>onEach(Checked::prediction),
                        Parts::new),
                (cases, parts) -> new Backtest(
                        new Share(cases, parts.counts.proportion(), parts.counts.excluded()), parts.calibration));
    }

    private record Parts(OutcomeCounts.Result counts, Calibration calibration) {}

    private record Checked(Outcome outcome, List<Calibration.Prediction> prediction) {}

    private static List<Checked> checked(
            KaplanMeier like, String goal, SlaPolicies policies, Case of, Instant at, Instant asOf) {
        List<SlaClock> then = policies.clocks(of, goal, at);
        List<SlaClock> later = policies.clocks(of, goal, asOf);
        List<Checked> checked = new ArrayList<>();
        // The clocks of a goal come in order and more are only put after them, so the place tells which is which.
        for (int i = 0; i < then.size(); i++) {
            SlaClock.Status status = then.get(i).status();
            if (status == SlaClock.Status.RUNNING || status == SlaClock.Status.PAUSED) {
                checked.add(checked(of(like, then.get(i)), later.get(i).status()));
            }
        }
        return checked;
    }

    private static Checked checked(Optional<BreachRisk> risk, SlaClock.Status then) {
        boolean missed = then == SlaClock.Status.BREACHED;
        if (!missed && then != SlaClock.Status.MET) {
            return new Checked(Outcome.excluded("undecided"), List.of());
        }
        return risk.map(said ->
                        new Checked(Outcome.of(missed), List.of(new Calibration.Prediction(said.probability, missed))))
                .orElse(new Checked(Outcome.excluded("no prediction"), List.of()));
    }
}
