package dev.cxkit.metrics.survival;

import dev.cxkit.metrics.numeric.SortedCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Survival of times in arrays: counted where they are whole and small, else sorted by their bits. */
final class SurvivalColumns {

    /** Up to here whole numbers are counted: as many counters as a cache holds. */
    private static final int COUNTED = 1 << 16;

    private static final int LEAST_COUNTED = 1 << 10;

    private SurvivalColumns() {}

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
        return time + 0.0;
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
