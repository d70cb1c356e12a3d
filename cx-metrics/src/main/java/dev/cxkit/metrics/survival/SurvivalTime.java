package dev.cxkit.metrics.survival;

import dev.cxkit.metrics.numeric.Check;
import java.util.stream.IntStream;

/**
 * A survival time with its event indicator: the time of the event, or of right-censoring, with {@index "delayed entry"} and
 * {@index "frequency weight"}.
 *
 * <p>Times are whole numbers below 2^53, such as days or milliseconds, which are kept as they are, or fractions, which are taken to ten
 * significant digits (below 1e-12 to 1e-21): 0.3 and 0.1 + 0.2 differ by rounding alone, and are one time. (The survival package of R takes times for one that
 * differ by less than 1.5e-8 of their mean; what is one time here depends on no other time, so that parts can be merged.)
 *
 * @param entry the time of delayed entry ({@index "left truncation"}), below {@code time}: who has the event before it is never seen, so
 *     until then this one is not at risk; 0 if observed from the beginning
 * @param time the time of the event or of right-censoring, at least 0 and finite
 * @param event whether the event occurred at {@code time}; else the time is {@index "right-censored"} then
 * @param frequency the frequency weight: so many identical observations, at least 1. With weights that say how many of a population one
 *     stands for, all standard errors would be wrong, so those are not taken
 */
public record SurvivalTime(double entry, double time, boolean event, long frequency) {

    /** Refuses a component outside its range, with an {@link IllegalArgumentException}. */
    public SurvivalTime {
        entry = rounded(Check.notNegative("entry", entry));
        time = rounded(Check.notNegative("time", time));
        if (entry > 0 && entry >= time) {
            throw new IllegalArgumentException("entry " + entry + " is not below time " + time);
        }
        if (frequency < 1) {
            throw new IllegalArgumentException("frequency " + frequency + " is below 1");
        }
    }

    private static final int DIGITS = 10;
    private static final int LEAST_DECADE = -12;

    /** From the least decade to the largest power of ten that is needed: exact from 1 on, so that what is divided by it is rounded once. */
    private static final double[] TENS = IntStream.range(LEAST_DECADE, DIGITS - LEAST_DECADE)
            .mapToDouble(power -> Double.parseDouble("1e" + power))
            .toArray();

    /** A time of at least 0, rounded if it is a fraction: never past another one, and never past a whole one. */
    static double rounded(double time) {
        if (time == Math.rint(time)) {
            // So that -0.0 and 0.0 are one time.
            return time + 0.0;
        }
        // The logarithm to the base of 10 from that of 2: right, or one too low.
        int decade = Math.max(LEAST_DECADE, Math.min(DIGITS - 2, (Math.getExponent(time) * 1233) >> 12));
        int digits = DIGITS - 1 - decade - (time >= TENS[decade + 1 - LEAST_DECADE] ? 1 : 0);
        double scale = TENS[digits - LEAST_DECADE];
        return Math.rint(time * scale) / scale;
    }

    /** Makes one that is observed from the beginning, with frequency 1. */
    public SurvivalTime(double time, boolean event) {
        this(0, time, event, 1);
    }

    /**
     * Makes one that is observed from the beginning, with frequency 1.
     *
     * @param time in the whole units of the host, at least 0 and below 2^53
     */
    public SurvivalTime(long time, boolean event) {
        this((double) Check.ticks(time), event);
    }

    /** Returns the same with delayed entry: at risk from this time on only. */
    public SurvivalTime withDelayedEntry(double entry) {
        return new SurvivalTime(entry, time, event, frequency);
    }

    /** Returns the same with this frequency weight: so many identical observations. */
    public SurvivalTime withFrequency(long frequency) {
        return new SurvivalTime(entry, time, event, frequency);
    }
}
