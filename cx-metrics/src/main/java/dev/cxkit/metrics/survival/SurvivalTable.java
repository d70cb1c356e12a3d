package dev.cxkit.metrics.survival;

import dev.cxkit.metrics.numeric.Check;
import java.io.Serializable;
import java.util.Arrays;

/** The counts at each distinct time and the estimates that follow from them, column by column. The arrays are not to be changed. */
final class SurvivalTable implements Serializable {

    private static final long serialVersionUID = 1;

    final double[] times;
    final long[] atRisk;
    final long[] events;
    final long[] censored;
    final double[] survival;

    /** Greenwood's variance of the logarithm of the survival. */
    final double[] logVariance;

    final double[] hazard;
    final double[] hazardVariance;

    /** The distinct times of delayed entry, in order, and how many enter at each. */
    final double[] entries;

    final long[] entering;

    final long n;

    /** Takes the arrays over. */
    SurvivalTable(double[] times, long[] events, long[] censored, double[] entries, long[] entering) {
        int size = times.length;
        this.times = times;
        this.events = events;
        this.censored = censored;
        this.entries = entries;
        this.entering = entering;
        atRisk = new long[size];
        survival = new double[size];
        logVariance = new double[size];
        hazard = new double[size];
        hazardVariance = new double[size];
        n = Check.sum(
                "n",
                Arrays.stream(events).reduce(0, Math::addExact),
                Arrays.stream(censored).reduce(0, Math::addExact));
        compute(n - Arrays.stream(entering).sum());
    }

    private void compute(long first) {
        long risk = first;
        int next = 0;
        // While none come or go but by events, the factors are one quotient of whole numbers, which is rounded once.
        long left = risk;
        long baseRisk = risk;
        double base = 1;
        double s = 1;
        double variance = 0;
        double h = 0;
        double hVariance = 0;
        for (int i = 0; i < times.length; i++) {
            while (next < entries.length && entries[next] < times[i]) {
                risk += entering[next++];
            }
            long d = events[i];
            if (d > 0) {
                if (risk != left) {
                    base = s;
                    baseRisk = risk;
                }
                left = risk - d;
                s = base * ((double) left / baseRisk);
                variance += left > 0 ? (double) d / ((double) risk * left) : 0;
                h += (double) d / risk;
                hVariance += (double) d / ((double) risk * risk);
            }
            atRisk[i] = risk;
            survival[i] = s;
            logVariance[i] = variance;
            hazard[i] = h;
            hazardVariance[i] = hVariance;
            risk -= d + censored[i];
        }
    }

    /** How many were at risk just before this time. */
    long atRisk(double asked) {
        double time = SurvivalTime.rounded(asked);
        long ahead = 0;
        for (int i = times.length - 1; i >= 0 && times[i] >= time; i--) {
            ahead += events[i] + censored[i];
        }
        for (int i = entries.length - 1; i >= 0 && entries[i] >= time; i--) {
            ahead -= entering[i];
        }
        return ahead;
    }

    /** The place of the last time that is not after this one; -1 if there is none. */
    int last(double time) {
        int place = Arrays.binarySearch(times, SurvivalTime.rounded(time));
        return place < 0 ? -place - 2 : place;
    }

    /** Whether the survival at a time is known. */
    boolean isKnown(double time) {
        int end = times.length - 1;
        return end >= 0 && (SurvivalTime.rounded(time) <= times[end] || survival[end] == 0);
    }

    /** Those that survive beyond an age. */
    SurvivalTable conditionalOn(double age) {
        int from = last(age) + 1;
        int place = Arrays.binarySearch(entries, SurvivalTime.rounded(age));
        int entry = place < 0 ? -place - 1 : place + 1;
        return new SurvivalTable(
                Arrays.copyOfRange(times, from, times.length),
                Arrays.copyOfRange(events, from, times.length),
                Arrays.copyOfRange(censored, from, times.length),
                Arrays.copyOfRange(entries, entry, entries.length),
                Arrays.copyOfRange(entering, entry, entries.length));
    }

    /** The same with events and right-censored times exchanged. */
    SurvivalTable reversed() {
        return new SurvivalTable(times, /* events= */ censored, /* censored= */ events, entries, entering);
    }

    /** The area under the curve from a time to a later one, with the variance of that area (Klein and Moeschberger, 2003, 4.5). */
    double[] area(double from, double to) {
        double area = 0;
        double variance = 0;
        double end = to;
        for (int i = last(to); i >= 0; i--) {
            area += survival[i] * (end - times[i]);
            end = times[i];
            if (atRisk[i] > events[i]) {
                variance += area * area * events[i] / ((double) atRisk[i] * (atRisk[i] - events[i]));
            }
        }
        return new double[] {area + end - from, variance};
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof SurvivalTable other
                && Arrays.equals(times, other.times)
                && Arrays.equals(events, other.events)
                && Arrays.equals(censored, other.censored)
                && Arrays.equals(entries, other.entries)
                && Arrays.equals(entering, other.entering);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(times) + Arrays.hashCode(events)) + Arrays.hashCode(entries);
    }
}
