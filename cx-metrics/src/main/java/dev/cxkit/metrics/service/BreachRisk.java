package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.sla.SlaClock;
import dev.cxkit.core.sla.SlaPolicies;
import dev.cxkit.core.support.Case;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Calibration;
import dev.cxkit.metrics.survival.KaplanMeier;
import dev.cxkit.metrics.survival.LogNormal;
import dev.cxkit.metrics.survival.SurvivalTime;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.CRC32;

/**
 * The conditional probability that a running SLA clock breaches its target, given the time that has already elapsed on it.
 *
 * <ul>
 *   <li>It is {@code S(target) / S(elapsed)} of the survival function of similar clocks: the share of those that went beyond the target, of
 *       those that came as far. Which clocks are similar the host says, by the cases that it builds the curve of, with {@code by},
 *       {@code where} or both.
 *   <li>All times are those that the target counts: while its clock is paused, so is the time elapsed.
 *   <li>Below {@link #ENOUGH} stopped clocks the survival function is a log-normal one, else Kaplan and Meier's; so it is where a
 *       clock stopped at once, since a time of 0 has no logarithm.
 * </ul>
 *
 * @param probability that the target is exceeded, 0..1
 * @param method from which survival function it is
 * @param n how many clocks stand behind the curve, stopped or not
 * @param stopped how many of these were stopped
 */
public record BreachRisk(double probability, Method method, long n, long stopped) implements Result {

    /** With fewer stopped clocks than this, the steps of a curve are too coarse. */
    public static final int ENOUGH = 30;

    /** From which survival function a probability is. */
    public enum Method {
        /** The Kaplan-Meier estimate. */
        KAPLAN_MEIER,
        /** A log-normal one fitted to the same clocks, where fewer than {@link #ENOUGH} were stopped and none at once. */
        LOG_NORMAL,
        /** None: the target is breached already. */
        BREACHED
    }

    /** Refuses a probability outside 0..1 and a {@code stopped} outside 0..n with an {@link IllegalArgumentException}. */
    public BreachRisk {
        requireNonNull(method, "method");
        Require.that(probability >= 0 && probability <= 1, () -> "probability " + probability + " is outside 0..1");
        Require.range("stopped", stopped, 0, n);
    }

    /**
     * Returns the metric of the survival function of the clocks of a target, in seconds, from which {@link #of} reads risks. Clocks that are
     * running, paused or cancelled are right-censored. Merged cases are excluded.
     */
    public static Metric<Case, KaplanMeier> metric(String target, SlaPolicies policies, Instant asOf) {
        requireNonNull(target, "target");
        requireNonNull(policies, "policies");
        return Coverage.metric(
                Reading.ofCases(
                        "SLA clocks of " + Definition.text(target) + " by " + policies,
                        (supportCase, at) -> policies.clocks(supportCase, target, at).stream()
                                .map(BreachRisk::time)
                                .toList()),
                KaplanMeier.metric(),
                (cases, curve) -> curve,
                asOf);
    }

    private static SurvivalTime time(SlaClock clock) {
        return new SurvivalTime(
                clock.elapsed().toMillis() / 1000.0, clock.stoppedAt().isPresent());
    }

    /**
     * Returns the risk of a clock.
     *
     * <ul>
     *   <li>Empty if it was stopped or cancelled.
     *   <li>Empty if no similar clock came so far, or none was observed long enough.
     *   <li>Empty if there are fewer than {@link #ENOUGH} stopped ones, and none were stopped at two different times.
     * </ul>
     *
     * @param similar the survival function of similar clocks
     */
    public static Optional<BreachRisk> of(KaplanMeier similar, SlaClock clock) {
        long n = similar.n();
        long stopped = similar.events();
        return switch (clock.status()) {
            case MET, CANCELLED -> Optional.empty();
            case BREACHED ->
                clock.stoppedAt().isPresent()
                        ? Optional.empty()
                        : Optional.of(new BreachRisk(1, Method.BREACHED, n, stopped));
            case RUNNING, PAUSED -> {
                double target = clock.target().duration().toMillis() / 1000.0;
                double age = clock.elapsed().toMillis() / 1000.0;
                Method method = stopped < ENOUGH && !hasInstant(similar) ? Method.LOG_NORMAL : Method.KAPLAN_MEIER;
                OptionalDouble risk = method == Method.KAPLAN_MEIER
                        ? similar.conditionalSurvival(target, age)
                        : LogNormal.fit(similar).stream()
                                .mapToDouble(curve -> curve.conditionalSurvival(target, age))
                                .findFirst();
                yield risk.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new BreachRisk(risk.getAsDouble(), method, n, stopped));
            }
        };
    }

    private static boolean hasInstant(KaplanMeier similar) {
        return similar.steps().stream().anyMatch(step -> step.time() == 0 && step.events() > 0);
    }

    /**
     * Predictions of an instant beside what came of them: how far the risks of a survival function can be trusted.
     *
     * <ul>
     *   <li>Predicted is each clock that was running or paused at the instant, with time left.
     *   <li>Excluded as {@code undecided}: clocks of which it is not known yet, or never will be, whether they breach.
     *   <li>Excluded as {@code no prediction}: those of which there is no risk, see {@link BreachRisk#of}.
     * </ul>
     *
     * @param breached the share of predicted clocks that breached their target
     * @param calibration the predictions with their outcomes
     */
    public record Backtest(Share breached, Calibration calibration) implements Result {

        /** Takes the parts as they are. */
        public Backtest {
            requireNonNull(breached, "breached");
            requireNonNull(calibration, "calibration");
        }

        /**
         * Returns the metric.
         *
         * @param similar the survival function of similar clocks; one as of the prediction or before, since a later one knows what came
         * @param predictedAt the instant of the prediction
         * @param asOf the instant of the outcome, as much later as makes few clocks undecided
         * @throws IllegalArgumentException if {@code asOf} is not after {@code predictedAt}
         */
        public static Metric<Case, Backtest> metric(
                KaplanMeier similar, String target, SlaPolicies policies, Instant predictedAt, Instant asOf) {
            requireNonNull(similar, "similar");
            requireNonNull(target, "target");
            requireNonNull(policies, "policies");
            Require.that(asOf.isAfter(predictedAt), () -> "asOf " + asOf + " is not after " + predictedAt);
            String name = "backtest of " + Definition.text(target) + " by " + policies + " at " + predictedAt
                    + " against " + describe(similar);
            return Coverage.metric(
                    Reading.ofCases(
                            name,
                            (supportCase, at) -> checked(
                                    similar,
                                    policies.clocks(supportCase, target, predictedAt),
                                    policies.clocks(supportCase, target, at))),
                    Metric.both(
                            OutcomeCounts.metric().<Checked>on(Checked::outcome),
                            Calibration.metric().<Checked>onEach(Checked::prediction),
                            Parts::new),
                    (cases, parts) -> new Backtest(
                            new Share(
                                    cases, parts.counts.proportion(), parts.counts.overdue(), parts.counts.excluded()),
                            parts.calibration),
                    asOf);
        }

        /** Returns the share that breached, and the calibration. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("breached", breached)
                    .with("calibration", calibration)
                    .map();
        }
    }

    /** Tells survival functions apart by their numbers. */
    private static String describe(KaplanMeier curve) {
        CRC32 checksum = new CRC32();
        ByteBuffer numbers = ByteBuffer.allocate(4 * Long.BYTES);
        for (KaplanMeier.Step step : curve.steps()) {
            numbers.clear();
            numbers.putDouble(step.time())
                    .putLong(step.atRisk())
                    .putLong(step.events())
                    .putLong(step.censored());
            checksum.update(numbers.array());
        }
        return "a curve of " + curve.n() + " times, " + curve.events() + " events, "
                + Long.toHexString(checksum.getValue());
    }

    private record Parts(OutcomeCounts.Result counts, Calibration calibration) {}

    private record Checked(Outcome outcome, List<Calibration.Prediction> prediction) {}

    private static List<Checked> checked(KaplanMeier similar, List<SlaClock> then, List<SlaClock> later) {
        List<Checked> checked = new ArrayList<>();
        // The clocks of a target come in order and more are only put after them, so the place tells which is which.
        for (int i = 0; i < then.size(); i++) {
            SlaClock.Status status = then.get(i).status();
            if (status == SlaClock.Status.RUNNING || status == SlaClock.Status.PAUSED) {
                checked.add(checked(of(similar, then.get(i)), later.get(i).status()));
            }
        }
        return checked;
    }

    private static Checked checked(Optional<BreachRisk> risk, SlaClock.Status then) {
        boolean breached = then == SlaClock.Status.BREACHED;
        if (!breached && then != SlaClock.Status.MET) {
            return new Checked(Outcome.excluded("undecided"), List.of());
        }
        return risk.map(predicted -> new Checked(
                        Outcome.of(breached), List.of(new Calibration.Prediction(predicted.probability, breached))))
                .orElse(new Checked(Outcome.excluded("no prediction"), List.of()));
    }

    /** Returns the probability, the counts and the method. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("probability", probability)
                .with("n", n)
                .with("stopped", stopped)
                .with("method", method)
                .map();
    }
}
