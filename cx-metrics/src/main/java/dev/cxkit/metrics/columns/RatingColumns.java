package dev.cxkit.metrics.columns;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.survey.Distribution;
import dev.cxkit.metrics.survey.Nps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ratings that lie in arrays, counted by segment and period: equal to {@link Distribution#metric} with {@code per} and {@code by}, at
 * several times the speed, since nothing is allocated for an answer.
 *
 * <ul>
 *   <li>Counted: every row; not answered is {@link #SKIPPED} or {@link #NOT_APPLICABLE}, which are in no denominator.
 *   <li>Every value is checked; a message names the first that is outside its range, and its row.
 *   <li>The arrays are read in place and not kept longer than a call.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.feedback.Scale;
 * import dev.cxkit.core.time.Cadence;
 * import dev.cxkit.metrics.columns.RatingColumns;
 * import java.time.ZoneOffset;
 * import java.util.List;
 *
 * int[] store = {0, 1, 0, 1, 0, 0};
 * long[] seconds = {1_767_225_600, 1_767_312_000, 1_767_398_400, 1_769_904_000, 1_769_990_400, 1_770_076_800};
 * byte[] stars = {5, 4, 3, 5, RatingColumns.SKIPPED, 2};
 * var counts = RatingColumns.of(List.of("north", "south"), store, seconds, Cadence.monthly(ZoneOffset.UTC))
 *         .count(Scale.CSAT, stars);
 * counts.total().points().forEach(month -> System.out.println(month.value().counts()));
 * // -> [0, 0, 1, 1, 1]
 * // -> [0, 1, 0, 0, 1]
 * }</pre>
 *
 * @param <K> the keys of the segments
 */
public final class RatingColumns<K> {

    /** Marks a question that was left open. */
    public static final byte SKIPPED = Byte.MIN_VALUE;

    /** Marks a question that does not apply. */
    public static final byte NOT_APPLICABLE = Byte.MIN_VALUE + 1;

    private static final int BLOCK = 2048;

    private final List<K> keys;
    private final int[] segments;
    private final long[] epochSeconds;
    private final Cadence cadence;

    private RatingColumns(List<K> keys, int[] segments, long[] epochSeconds, Cadence cadence) {
        this.keys = List.copyOf(keys);
        this.segments = requireNonNull(segments, "segments");
        this.epochSeconds = requireNonNull(epochSeconds, "epochSeconds");
        this.cadence = requireNonNull(cadence, "cadence");
        if (new HashSet<>(this.keys).size() < this.keys.size()) {
            throw new IllegalArgumentException("segments " + keys + " hold one twice");
        }
        if (segments.length != epochSeconds.length) {
            throw new IllegalArgumentException(
                    segments.length + " segments and " + epochSeconds.length + " times are not of the same rows");
        }
    }

    /**
     * Returns the rows with these segments and times.
     *
     * @param keys the segments, in the order in which they are to be shown
     * @param segments the place of the segment of each row in {@code keys}
     * @param epochSeconds the time of each row in seconds since 1970-01-01T00:00:00Z
     * @param cadence how time is cut into periods
     * @throws IllegalArgumentException if the arrays are not of one length, or a key is there twice
     */
    public static <K> RatingColumns<K> of(List<K> keys, int[] segments, long[] epochSeconds, Cadence cadence) {
        return new RatingColumns<>(keys, segments, epochSeconds, cadence);
    }

    /**
     * One column of ratings.
     *
     * @param scale the scale, of values within -126..127
     * @param ratings for each row a value of the scale, {@link #SKIPPED} or {@link #NOT_APPLICABLE}; not copied
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Column(Scale scale, byte[] ratings) {

        /** Refuses a scale of which a value does not fit into a byte beside the two marks, with an {@link IllegalArgumentException}. */
        public Column {
            requireNonNull(ratings, "ratings");
            if (scale.min() <= NOT_APPLICABLE || scale.max() > Byte.MAX_VALUE) {
                throw new IllegalArgumentException("scale " + scale.name() + " " + scale.min() + ".." + scale.max()
                        + " is not within -126.." + Byte.MAX_VALUE);
            }
        }
    }

    /**
     * Returns the distribution of a column by segment and period.
     *
     * @throws IllegalArgumentException if a value, segment or time is outside its range, naming the first and its row
     */
    public Segments<K, Series<Distribution>> count(Scale scale, byte[] ratings) {
        return count(List.of(new Column(scale, ratings))).get(0);
    }

    /**
     * Returns the distributions of several columns, from one pass over the rows.
     *
     * @throws IllegalArgumentException if a value, segment or time is outside its range, naming the first and its row
     */
    public List<Segments<K, Series<Distribution>>> count(List<Column> columns) {
        List<ColumnCounts> counts = new ArrayList<>();
        for (Column column : columns) {
            if (column.ratings().length != segments.length) {
                throw new IllegalArgumentException(
                        column.ratings().length + " ratings for " + segments.length + " rows");
            }
            counts.add(new ColumnCounts(column, keys.size()));
        }
        int[] cells = new int[BLOCK];
        for (int from = 0; from < segments.length; from += BLOCK) {
            int rows = Math.min(BLOCK, segments.length - from);
            checkSegments(from, rows);
            if (inOnePeriod(from, rows)) {
                int period = cadence.index(epochSeconds[from]);
                for (ColumnCounts count : counts) {
                    count.cover(period, period);
                    count.add(period, segments, from, from, rows);
                }
            } else {
                addMixed(from, rows, cells, counts);
            }
        }
        return counts.stream().map(this::result).toList();
    }

    /**
     * Whether all times are in the period of the first, as they mostly are where rows are in order of time. No branch and no smallest
     * or largest of longs, so that the compiler can take several rows at once.
     */
    private boolean inOnePeriod(int from, int rows) {
        if (!isKnown(epochSeconds[from])) {
            return false;
        }
        TimeRange period = cadence.period(cadence.index(epochSeconds[from]));
        long first = Math.max(Cadence.EARLIEST, period.from().getEpochSecond());
        long last = Math.min(Cadence.LATEST, period.to().getEpochSecond() - 1);
        long end = epochSeconds[from + rows - 1];
        if (end < first || end > last) {
            return false;
        }
        long outside = 0;
        for (int i = from; i < from + rows; i++) {
            // Of a time so far off that one of the differences overflows, the other is negative.
            outside |= (epochSeconds[i] - first) | (last - epochSeconds[i]);
        }
        return outside >= 0;
    }

    private static boolean isKnown(long second) {
        return second >= Cadence.EARLIEST && second <= Cadence.LATEST;
    }

    private int period(int row) {
        if (!isKnown(epochSeconds[row])) {
            throw new IllegalArgumentException("second " + epochSeconds[row] + " at " + row + " is outside "
                    + Cadence.EARLIEST + ".." + Cadence.LATEST);
        }
        return cadence.index(epochSeconds[row]);
    }

    /** Counts rows of several periods; {@code cells} is room for a number a row. */
    private void addMixed(int from, int rows, int[] cells, List<ColumnCounts> counts) {
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        for (int i = 0; i < rows; i++) {
            int period = period(from + i);
            lowest = Math.min(lowest, period);
            highest = Math.max(highest, period);
            cells[i] = period;
        }
        int size = keys.size();
        for (int i = 0; i < rows; i++) {
            cells[i] = (cells[i] - lowest) * size + segments[from + i];
        }
        for (ColumnCounts count : counts) {
            count.cover(lowest, highest);
            count.add(lowest, cells, 0, from, rows);
        }
    }

    private void checkSegments(int from, int rows) {
        int last = keys.size() - 1;
        int outside = 0;
        for (int i = from; i < from + rows; i++) {
            outside |= segments[i] | (last - segments[i]);
        }
        if (outside < 0) {
            int row = from;
            while (segments[row] >= 0 && segments[row] <= last) {
                row++;
            }
            throw new IllegalArgumentException("segment " + segments[row] + " at " + row + " is outside 0.." + last);
        }
    }

    private Segments<K, Series<Distribution>> result(ColumnCounts counts) {
        counts.check();
        Map<K, Series<Distribution>> each = new LinkedHashMap<>();
        for (int segment = 0; segment < keys.size(); segment++) {
            int[] only = {segment};
            series(counts, only).ifPresent(series -> each.put(keys.get(only[0]), series));
        }
        int[] all = new int[keys.size()];
        Arrays.setAll(all, i -> i);
        return new Segments<>(series(counts, all).orElse(new Series<>(List.of())), null, each);
    }

    /** The series of these segments together, from their first answer to their last. */
    private Optional<Series<Distribution>> series(ColumnCounts counts, int[] of) {
        int first = counts.base();
        int last = first + counts.periods() - 1;
        while (first <= last && !counts.any(first, of)) {
            first++;
        }
        while (first <= last && !counts.any(last, of)) {
            last--;
        }
        return first > last
                ? Optional.empty()
                : Optional.of(Series.of(cadence, first, last, period -> counts.distribution(period, of)));
    }

    /**
     * Returns the NPS of an array of answers. Nothing is allocated for an answer, and it runs at the speed of memory.
     *
     * @param scores each 0..10
     * @throws IllegalArgumentException if one is outside 0..10, naming the first and its place
     */
    public static Nps nps(byte[] scores) {
        return NpsKernel.count(scores);
    }
}
