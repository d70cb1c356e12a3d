package dev.cxkit.metrics.survival;

import dev.cxkit.metrics.numeric.Check;

/**
 * How long one thing lasted, or has lasted so far.
 *
 * @param entry from which time on it is observed, below the duration: what ends before that is never seen, so until then it stands for
 *     nothing. 0 if from the beginning
 * @param time at least 0 and finite
 * @param event whether it ended then; else it was last seen going on
 * @param frequency how many such things there are, at least 1. These are counts: with weights that say how many of a population one
 *     stands for, all standard errors would be wrong, so those are not taken
 */
public record SurvivalTime(double entry, double time, boolean event, long frequency) {

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
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

    /** Makes one that is observed from the beginning. */
    public SurvivalTime(double time, boolean event) {
        this(0, time, event, 1);
    }

    /**
     * Makes one that is observed from the beginning.
     *
     * @param time in the whole units of the host, at least 0 and below 2^53
     */
    public SurvivalTime(long time, boolean event) {
        this((double) Check.ticks(time), event);
    }

    /** Returns the same, observed from this time on only. */
    public SurvivalTime withDelayedEntry(double entry) {
        return new SurvivalTime(entry, time, event, frequency);
    }

    /** Returns so many of the same. */
    public SurvivalTime withFrequency(long frequency) {
        return new SurvivalTime(entry, time, event, frequency);
    }
}
