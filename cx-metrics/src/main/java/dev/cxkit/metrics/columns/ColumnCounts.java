package dev.cxkit.metrics.columns;

import dev.cxkit.core.feedback.Scale;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.survey.Distribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The counts of one column: for each value, for each period, for each segment. So the place of a row is that of its value and that of
 * its cell, added. An int suffices, as an array has fewer rows.
 */
final class ColumnCounts {

    private static final int BYTES = 1 << Byte.SIZE;

    private final Scale scale;
    private final byte[] ratings;
    private final int segments;
    private final int skipped;
    private final int notApplicable;
    private final int outside;

    /** What each byte says: a value, skipped, not applicable, or outside the scale. So a row needs no branch. */
    private final int[] slots = new int[BYTES];

    /** For each byte, where the counts of what it says begin. */
    private final int[] starts = new int[BYTES];

    private int base;
    private int periods;
    private int first = Integer.MAX_VALUE;
    private int last = Integer.MIN_VALUE;
    private int[] counts = {};

    ColumnCounts(RatingColumns.Column column, int segments) {
        this.scale = column.scale();
        this.ratings = column.ratings();
        this.segments = segments;
        this.skipped = scale.points();
        this.notApplicable = skipped + 1;
        this.outside = skipped + 2;
        for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
            boolean within = value >= scale.min() && value <= scale.max();
            slots[value & 0xFF] = within ? value - scale.min() : outside;
        }
        slots[RatingColumns.SKIPPED & 0xFF] = skipped;
        slots[RatingColumns.NOT_APPLICABLE & 0xFF] = notApplicable;
    }

    int base() {
        return base;
    }

    int periods() {
        return periods;
    }

    /** Makes room for these periods; half as much again on the way, so that growing stays cheap. */
    void cover(int lowest, int highest) {
        if (periods > 0 && lowest >= base && highest < base + periods) {
            return;
        }
        first = Math.min(first, lowest);
        last = Math.max(last, highest);
        if ((long) last - first >= Series.MOST_PERIODS) {
            throw new IllegalStateException("ratings of " + ((long) last - first + 1) + " periods are more than the "
                    + Series.MOST_PERIODS + " of a series");
        }
        int from = periods == 0 ? lowest : Math.min(lowest, base);
        int to = periods == 0 ? highest + 1 : Math.max(highest + 1, base + periods);
        if (periods > 0) {
            from -= from < base ? periods / 2 : 0;
            to += to > base + periods ? periods / 2 : 0;
        }
        widen(from, to);
    }

    private void widen(int from, int to) {
        long size = (long) (to - from) * segments * (outside + 1);
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException((to - from) + " periods of " + segments + " segments are too many cells");
        }
        int[] wider = new int[(int) size];
        int cells = (to - from) * segments;
        int offset = (base - from) * segments;
        for (int slot = 0; slot <= outside && periods > 0; slot++) {
            System.arraycopy(counts, slot * periods * segments, wider, slot * cells + offset, periods * segments);
        }
        Arrays.setAll(starts, value -> slots[value] * cells);
        counts = wider;
        base = from;
        periods = to - from;
    }

    /**
     * Counts rows.
     *
     * @param period the period from whose first segment on the cells are numbered
     * @param cells the cell of each row; without regard to the period, the segment
     * @param first the place in {@code cells} of that of the first row
     */
    void add(int period, int[] cells, int first, int from, int rows) {
        // Locals, as the compiler would read fields again for each row.
        int[] target = counts;
        int[] startOf = starts;
        byte[] column = ratings;
        int start = (period - base) * segments;
        for (int i = 0; i < rows; i++) {
            target[start + cells[first + i] + startOf[column[from + i] & 0xFF]]++;
        }
    }

    /** Throws if a rating was outside the scale. */
    void check() {
        for (int place = outside * periods * segments; place < counts.length; place++) {
            if (counts[place] > 0) {
                int row = 0;
                while (slots[ratings[row] & 0xFF] != outside) {
                    row++;
                }
                throw new IllegalArgumentException("rating " + ratings[row] + " at " + row + " is outside "
                        + scale.min() + ".." + scale.max() + " of scale " + scale.name());
            }
        }
    }

    boolean any(int period, int[] of) {
        for (int segment : of) {
            for (int slot = 0; slot < outside; slot++) {
                if (count(slot, period, segment) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    Distribution distribution(int period, int[] of) {
        long[] sums = new long[outside];
        if (period >= base && period < base + periods) {
            for (int segment : of) {
                for (int slot = 0; slot < outside; slot++) {
                    sums[slot] += count(slot, period, segment);
                }
            }
        }
        List<Long> values = new ArrayList<>(skipped);
        for (int slot = 0; slot < skipped; slot++) {
            values.add(sums[slot]);
        }
        return new Distribution(scale, values, sums[notApplicable], sums[skipped]);
    }

    private int count(int slot, int period, int segment) {
        return counts[(slot * periods + period - base) * segments + segment];
    }
}
