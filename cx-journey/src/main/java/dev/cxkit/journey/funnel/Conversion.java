package dev.cxkit.journey.funnel;

import dev.cxkit.journey.Durations;
import dev.cxkit.metrics.stats.Proportion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far journeys come in a {@link Funnel}. What is counted are journeys or, under {@link EntryRule#TOTALS}, attempts; with a value held
 * per journey and value, these.
 *
 * @param journeys how many journeys were looked at
 * @param tied how many of them have two touchpoints at the same instant, so that the {@link TieOrder} may matter
 * @param steps the required steps, in order
 * @param optional for each optional step by name how many came to it, in order; unmodifiable
 * @param converted how many came through all steps
 * @param droppedOff how many entered, did not, and can no more
 * @param open how many entered, did not, and still may
 * @param excluded how many an exclusion took out of all other counts
 */
public record Conversion(
        long journeys,
        long tied,
        List<Step> steps,
        Map<String, Long> optional,
        long converted,
        long droppedOff,
        long open,
        long excluded) {

    /**
     * One required step.
     *
     * @param name its name
     * @param reached how many came to it
     * @param reachedOpen how many of these are open
     * @param timeFromFirst how long after the first step
     * @param timeFromPrevious how long after the step before
     */
    public record Step(
            String name, long reached, long reachedOpen, Durations timeFromFirst, Durations timeFromPrevious) {}

    /** Copies the collections. */
    public Conversion {
        steps = List.copyOf(steps);
        optional = Collections.unmodifiableMap(new LinkedHashMap<>(optional));
    }

    /** Returns how many came to the first step and were not discarded. */
    public long entered() {
        return steps.get(0).reached();
    }

    /** Returns the share of those that entered which converted; those still open are in the denominator. */
    public Proportion conversionRate() {
        return new Proportion(converted, entered());
    }

    /** Returns the share of those that entered, and are not open, which converted. */
    public Proportion conversionRateClosedOnly() {
        return new Proportion(converted, entered() - open);
    }

    /**
     * Returns the share of those that came to the step before which came to this one.
     *
     * @param step the number of the required step, 2 for the second and so on
     * @throws IllegalArgumentException if there is no such step or it is the first
     */
    public Proportion stepRate(int step) {
        return new Proportion(at(step).reached(), at(step - 1).reached());
    }

    /** Returns the same share as {@link #stepRate} without those that are open. */
    public Proportion stepRateClosedOnly(int step) {
        Step here = at(step);
        Step before = at(step - 1);
        return new Proportion(here.reached() - here.reachedOpen(), before.reached() - before.reachedOpen());
    }

    private Step at(int step) {
        if (step < 1 || step > steps.size()) {
            throw new IllegalArgumentException("step " + step + " is outside 2.." + steps.size());
        }
        return steps.get(step - 1);
    }
}
