package dev.cxkit.metrics.survival;

import dev.cxkit.metrics.numeric.Check;

/**
 * A survival time with its event indicator: the time of the event, or of right-censoring, with {@index "delayed entry"} and
 * {@index "frequency weight"}.
 *
 * <p>Times are whole numbers below 2^53, such as days or milliseconds, or any others that a {@code double} holds. They are the same time
 * only if they are equal; times that were rounded apart, such as 0.3 and 0.1 + 0.2, are two.
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
        // So that -0.0 and 0.0 are one time.
        entry = Check.notNegative("entry", entry) + 0.0;
        time = Check.notNegative("time", time) + 0.0;
        if (entry > 0 && entry >= time) {
            throw new IllegalArgumentException("entry " + entry + " is not below time " + time);
        }
        if (frequency < 1) {
            throw new IllegalArgumentException("frequency " + frequency + " is below 1");
        }
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
