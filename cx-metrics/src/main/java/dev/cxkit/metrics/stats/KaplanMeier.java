package dev.cxkit.metrics.stats;

import dev.cxkit.metrics.Metric;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How long something lasts, where some of it has not ended yet: the product-limit estimate of Kaplan and Meier (1958). What has not
 * ended counts as lasting at least as long as it was seen, and is neither left out nor taken as ended.
 *
 * @param steps one for each distinct duration, in order; unmodifiable
 */
public record KaplanMeier(List<Step> steps) implements Serializable {

    /** Room for the rounding of a product of many factors, so that a survival of one half is seen as such. */
    private static final double ROUNDING = 1e-12;

    /**
     * How long one thing lasted, or has lasted so far.
     *
     * @param duration in the whole units of the host, at least 0 and below 2^62
     * @param ended whether it ended then; else it was last seen going on
     */
    public record Lasting(long duration, boolean ended) {

        /**
         * Checks the duration.
         *
         * @throws IllegalArgumentException if it is outside its range
         */
        public Lasting {
            if (duration < 0 || duration >= 1L << 62) {
                throw new IllegalArgumentException("duration " + duration + " is outside 0..2^62 - 1");
            }
        }
    }

    /**
     * What happened at one duration.
     *
     * @param time the duration
     * @param atRisk how many lasted at least so long
     * @param events how many of them ended then
     * @param censored how many of them were last seen then, going on
     * @param survival the estimated share that lasts longer, 0..1
     */
    public record Step(long time, long atRisk, long events, long censored, double survival) implements Serializable {

        /**
         * Checks the components.
         *
         * @throws IllegalArgumentException if one is outside its range
         */
        public Step {
            Check.count("time", time);
            Check.count("events", events);
            Check.count("censored", censored);
            Check.share("survival", survival);
            if (events + censored < 1 || events + censored > atRisk) {
                throw new IllegalArgumentException(
                        "events " + events + " and censored " + censored + " are not 1.." + atRisk + " together");
            }
        }
    }

    /** Copies the list. */
    public KaplanMeier {
        steps = List.copyOf(steps);
    }

    /** Returns the metric. It is exact; memory grows with the number of distinct durations, 16 to 48 bytes for each. */
    public static Metric<Lasting, KaplanMeier> metric() {
        return new ProductLimit();
    }

    /** Returns how many things there are, ended or not. */
    public long n() {
        return steps.isEmpty() ? 0 : steps.get(0).atRisk();
    }

    /** Returns how many of them ended. */
    public long events() {
        return steps.stream().mapToLong(Step::events).sum();
    }

    /** Returns how many were seen to last longer than this. */
    public long atRiskAfter(long time) {
        return last(time)
                .map(step -> step.atRisk() - step.events() - step.censored())
                .orElse(n());
    }

    /**
     * Returns the share that lasts longer than this, 0..1. Empty without data, and beyond the longest duration where that one had not
     * ended: there nothing is known.
     *
     * @param time at least 0
     * @throws IllegalArgumentException if the time is below 0
     */
    public OptionalDouble survival(long time) {
        Check.count("time", time);
        if (steps.isEmpty()) {
            return OptionalDouble.empty();
        }
        Step end = steps.get(steps.size() - 1);
        if (time > end.time() && end.survival() > 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(last(time).map(Step::survival).orElse(1.0));
    }

    private Optional<Step> last(long time) {
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).time() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? Optional.empty() : Optional.of(steps.get(low - 1));
    }

    /** Returns the shortest duration that at most half of them outlast; empty while fewer than half have ended by the estimate. */
    public OptionalLong median() {
        return quantile(0.5);
    }

    /**
     * Returns the shortest duration by which at least this share has ended; empty where the estimate does not get so far.
     *
     * @param p above 0 and at most 1
     * @throws IllegalArgumentException if the share is outside its range
     */
    public OptionalLong quantile(double p) {
        if (!(p > 0 && p <= 1)) {
            throw new IllegalArgumentException("p " + p + " is not above 0 and at most 1");
        }
        return steps.stream()
                .filter(step -> step.survival() <= 1 - p + ROUNDING)
                .mapToLong(Step::time)
                .findFirst();
    }

    /**
     * Returns the probability that something lasts longer than the target, given that it has lasted longer than its age: the risk that
     * an open case misses its goal. Empty where the {@link #survival} of either is, or nothing lasts longer than the age.
     *
     * @param age at least 0
     * @param target at least the age
     * @throws IllegalArgumentException if one is outside its range
     */
    public OptionalDouble longerThan(long target, long age) {
        if (target < age) {
            throw new IllegalArgumentException("target " + target + " is below age " + age);
        }
        OptionalDouble now = survival(age);
        OptionalDouble then = survival(target);
        return now.isEmpty() || then.isEmpty() || now.getAsDouble() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(then.getAsDouble() / now.getAsDouble());
    }

    @Override
    public String toString() {
        return "KaplanMeier[n=" + n() + ", events=" + events() + ", median=" + median() + "]";
    }
}
