package dev.cxkit.metrics.survival;

import dev.cxkit.metrics.numeric.SortedCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Survival times in arrays, one row for each {@link SurvivalTime}, for {@link KaplanMeier#of(SurvivalColumns)} and
 * {@link Cox#fit(SurvivalColumns, java.util.Map)}: the answers are those of the metrics to the last digit, without an object for each time.
 *
 * <pre>{@code
 * import dev.cxkit.metrics.survival.KaplanMeier;
 * import dev.cxkit.metrics.survival.SurvivalColumns;
 *
 * double[] months = {3, 5, 5, 8};
 * boolean[] churned = {true, true, false, false};
 * SurvivalColumns columns = SurvivalColumns.of(months, churned)
 *         .withDelayedEntry(0, 0, 2, 4) // observed from then on only
 *         .withFrequency(10, 20, 5, 40); // so many of each
 * System.out.println(KaplanMeier.of(columns).steps().get(1).atRisk());
 * // -> 65
 * }</pre>
 */
public final class SurvivalColumns {

    /** Up to here whole numbers are counted: as many counters as a cache holds. */
    private static final int COUNTED = 1 << 16;

    private static final int LEAST_COUNTED = 1 << 10;

    final double[] times;
    final boolean[] events;

    /** The time of delayed entry of each row; null if all are at risk from the beginning. */
    final double @Nullable [] entries;

    /** The frequency weight of each row; null if all are 1. */
    final long @Nullable [] frequencies;

    private SurvivalColumns(
            double[] times, boolean[] events, double @Nullable [] entries, long @Nullable [] frequencies) {
        this.times = times;
        this.events = events;
        this.entries = entries;
        this.frequencies = frequencies;
    }

    /**
     * Returns the times, observed from the beginning and each with frequency 1. The arrays are copied.
     *
     * @param events whether the event occurred at each time; else it is right-censored then
     * @throws IllegalArgumentException if the arrays differ in length, or a time is negative or not finite
     */
    public static SurvivalColumns of(double[] times, boolean[] events) {
        checkLength(events.length, times);
        return new SurvivalColumns(checked(times), events.clone(), null, null);
    }

    /**
     * Returns the same with delayed entry: each row at risk from this time on only; 0 for one that is from the beginning.
     *
     * @throws IllegalArgumentException if there are more or fewer of them than times, or one is not 0 and not above 0 and below its time
     */
    public SurvivalColumns withDelayedEntry(double... entries) {
        checkLength(entries.length, times);
        double[] checked = checked(entries);
        for (int i = 0; i < checked.length; i++) {
            if (checked[i] > 0 && checked[i] >= times[i]) {
                throw new IllegalArgumentException(
                        "entry at index " + i + " " + entries[i] + " is not below time " + times[i]);
            }
        }
        return new SurvivalColumns(times, events, checked, frequencies);
    }

    /**
     * Returns the same with frequency weights: each row stands for so many identical observations.
     *
     * @throws IllegalArgumentException if there are more or fewer of them than times, or one is below 1
     */
    public SurvivalColumns withFrequency(long... frequencies) {
        checkLength(frequencies.length, times);
        for (int i = 0; i < frequencies.length; i++) {
            if (frequencies[i] < 1) {
                throw new IllegalArgumentException("frequency at index " + i + " " + frequencies[i] + " is below 1");
            }
        }
        return new SurvivalColumns(times, events, entries, frequencies.clone());
    }

    private static double[] checked(double... times) {
        double[] checked = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            checked[i] = time(i, times[i]);
        }
        return checked;
    }

    double entry(int row) {
        return entries == null ? 0 : entries[row];
    }

    long frequency(int row) {
        return frequencies == null ? 1 : frequencies[row];
    }

    KaplanMeier curve() {
        if (entries == null && frequencies == null) {
            return curve(times, events);
        }
        double[] from = entries == null ? new double[times.length] : entries;
        long[] counts = frequencies;
        if (counts == null) {
            counts = new long[times.length];
            Arrays.fill(counts, 1);
        }
        return new KaplanMeier(ProductLimit.table(times, events, from, counts));
    }

    static KaplanMeier curve(double[] times, boolean[] events) {
        checkLength(events.length, times);
        KaplanMeier counted = counted(times, events);
        return counted == null ? sorted(times, events) : counted;
    }

    static List<KaplanMeier> curves(double[] times, boolean[] events, int[] group, int groups) {
        checkLength(events.length, times);
        checkLength(group.length, times);
        int[] sizes = new int[groups];
        for (int i = 0; i < group.length; i++) {
            if (group[i] < 0 || group[i] >= groups) {
                throw new IllegalArgumentException(
                        "group at index " + i + " " + group[i] + " is outside 0.." + (groups - 1));
            }
            sizes[group[i]]++;
        }
        double[][] parts = new double[groups][];
        boolean[][] partEvents = new boolean[groups][];
        for (int g = 0; g < groups; g++) {
            parts[g] = new double[sizes[g]];
            partEvents[g] = new boolean[sizes[g]];
        }
        int[] at = new int[groups];
        for (int i = 0; i < group.length; i++) {
            int g = group[i];
            // Checked here, while the index is that of the caller.
            parts[g][at[g]] = time(i, times[i]);
            partEvents[g][at[g]++] = events[i];
        }
        List<KaplanMeier> curves = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            curves.add(curve(parts[g], partEvents[g]));
        }
        return curves;
    }

    static void checkLength(int length, double... times) {
        if (length != times.length) {
            throw new IllegalArgumentException(
                    "columns of " + times.length + " and " + length + " rows do not belong together");
        }
    }

    static double time(int index, double time) {
        if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "time at index " + index + " " + time + " is not a finite number of at least 0");
        }
        return SurvivalTime.rounded(time);
    }

    /** Counts events at even and censored ones at odd places; null where a time is not whole or too large for that. */
    private static @Nullable KaplanMeier counted(double[] times, boolean[] events) {
        int most = Math.min(COUNTED, Math.max(LEAST_COUNTED, times.length));
        int[] counts = new int[2 * most];
        for (int i = 0; i < times.length; i++) {
            int time = (int) times[i];
            // Not so for NaN, fractions and what an int does not hold.
            if (time != times[i] || time < 0 || time >= most) {
                return null;
            }
            counts[2 * time + (events[i] ? 0 : 1)]++;
        }
        int distinct = 0;
        for (int time = 0; time < most; time++) {
            distinct += counts[2 * time] + counts[2 * time + 1] > 0 ? 1 : 0;
        }
        double[] distinctTimes = new double[distinct];
        long[] eventCounts = new long[distinct];
        long[] censored = new long[distinct];
        int to = 0;
        for (int time = 0; time < most; time++) {
            if (counts[2 * time] + counts[2 * time + 1] > 0) {
                distinctTimes[to] = time;
                eventCounts[to] = counts[2 * time];
                censored[to++] = counts[2 * time + 1];
            }
        }
        return new KaplanMeier(new SurvivalTable(distinctTimes, eventCounts, censored, new double[0], new long[0]));
    }

    private static KaplanMeier sorted(double[] times, boolean[] events) {
        long[] bits = new long[times.length];
        int front = 0;
        int back = times.length;
        for (int i = 0; i < times.length; i++) {
            // Numbers that are not negative have the order of their bits.
            long key = Double.doubleToRawLongBits(time(i, times[i]));
            if (events[i]) {
                bits[front++] = key;
            } else {
                bits[--back] = key;
            }
        }
        SortedCounts withEvent = new SortedCounts();
        withEvent.addAll(Arrays.copyOf(bits, front));
        SortedCounts censored = new SortedCounts();
        censored.addAll(Arrays.copyOfRange(bits, front, bits.length));
        return new KaplanMeier(ProductLimit.table(withEvent, censored, new SortedCounts()));
    }
}
