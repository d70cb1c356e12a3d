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

    static KaplanMeier curve(double[] durations, boolean[] ended) {
        checkLength(ended.length, durations);
        KaplanMeier counted = counted(durations, ended);
        return counted == null ? sorted(durations, ended) : counted;
    }

    static List<KaplanMeier> curves(double[] durations, boolean[] ended, int[] group, int groups) {
        checkLength(ended.length, durations);
        checkLength(group.length, durations);
        int[] sizes = new int[groups];
        for (int i = 0; i < group.length; i++) {
            if (group[i] < 0 || group[i] >= groups) {
                throw new IllegalArgumentException(
                        "group at index " + i + " " + group[i] + " is outside 0.." + (groups - 1));
            }
            sizes[group[i]]++;
        }
        double[][] parts = new double[groups][];
        boolean[][] partsEnded = new boolean[groups][];
        for (int g = 0; g < groups; g++) {
            parts[g] = new double[sizes[g]];
            partsEnded[g] = new boolean[sizes[g]];
        }
        int[] at = new int[groups];
        for (int i = 0; i < group.length; i++) {
            int g = group[i];
            // Checked here, while the index is that of the caller.
            parts[g][at[g]] = duration(i, durations[i]);
            partsEnded[g][at[g]++] = ended[i];
        }
        List<KaplanMeier> curves = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            curves.add(curve(parts[g], partsEnded[g]));
        }
        return curves;
    }

    static void checkLength(int length, double... durations) {
        if (length != durations.length) {
            throw new IllegalArgumentException(
                    "columns of " + durations.length + " and " + length + " rows do not belong together");
        }
    }

    static double duration(int index, double duration) {
        if (!(duration >= 0 && duration < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "duration at index " + index + " " + duration + " is not a finite number of at least 0");
        }
        return duration + 0.0;
    }

    /** Counts events at even and censored ones at odd places; null where a time is not whole or too large for that. */
    private static @Nullable KaplanMeier counted(double[] durations, boolean[] ended) {
        int most = Math.min(COUNTED, Math.max(LEAST_COUNTED, durations.length));
        int[] counts = new int[2 * most];
        for (int i = 0; i < durations.length; i++) {
            int time = (int) durations[i];
            // Not so for NaN, fractions and what an int does not hold.
            if (time != durations[i] || time < 0 || time >= most) {
                return null;
            }
            counts[2 * time + (ended[i] ? 0 : 1)]++;
        }
        int distinct = 0;
        for (int time = 0; time < most; time++) {
            distinct += counts[2 * time] + counts[2 * time + 1] > 0 ? 1 : 0;
        }
        double[] times = new double[distinct];
        long[] events = new long[distinct];
        long[] censored = new long[distinct];
        int to = 0;
        for (int time = 0; time < most; time++) {
            if (counts[2 * time] + counts[2 * time + 1] > 0) {
                times[to] = time;
                events[to] = counts[2 * time];
                censored[to++] = counts[2 * time + 1];
            }
        }
        return new KaplanMeier(new SurvivalTable(times, events, censored, new double[0], new long[0]));
    }

    private static KaplanMeier sorted(double[] durations, boolean[] ended) {
        long[] bits = new long[durations.length];
        int front = 0;
        int back = durations.length;
        for (int i = 0; i < durations.length; i++) {
            // Numbers that are not negative have the order of their bits.
            long key = Double.doubleToRawLongBits(duration(i, durations[i]));
            if (ended[i]) {
                bits[front++] = key;
            } else {
                bits[--back] = key;
            }
        }
        SortedCounts events = new SortedCounts();
        events.addAll(Arrays.copyOf(bits, front));
        SortedCounts censored = new SortedCounts();
        censored.addAll(Arrays.copyOfRange(bits, front, bits.length));
        return new KaplanMeier(ProductLimit.table(events, censored, new SortedCounts()));
    }
}
