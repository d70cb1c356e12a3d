package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.time.Cadence;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A metric asked per period, or of the raw observations of a rolling window of periods. Memory grows with the periods between the
 * first and the last observation.
 */
record Per<T, R>(Metric<T, R> metric, Cadence cadence, Fn<? super T, Instant> at, int window)
        implements Celled<T, Series<R>> {

    Per {
        requireNonNull(cadence, "cadence");
        requireNonNull(at, "at");
        if (window < 1 || window > Series.MOST_PERIODS) {
            throw new IllegalArgumentException("window of " + window + " periods is outside 1.." + Series.MOST_PERIODS);
        }
    }

    @Override
    public String definition() {
        return "per(" + metric.definition() + "," + cadence.cut() + "," + window + ")";
    }

    @Override
    public Cells<T, Series<R>> cells() {
        return new Rows<>(this);
    }

    /** For each cell a row of periods, and for each of those a cell of the metric. */
    private static final class Rows<T, R> extends Cells<T, Series<R>> {

        private static final int NONE = -1;

        /** Of no period that there is. */
        private static final long NOTHING = Long.MIN_VALUE;

        private static final int[] EMPTY = {};

        private final Metric<T, R> metric;
        private final Cadence cadence;
        private final Fn<? super T, Instant> at;
        private final int window;
        private final Cells<T, R> cells;

        /** For each row, for its period {@code base + i}, the cell, {@link #NONE} if none. The first and the last have one. */
        private int[][] rows = new int[0][];

        /** For each row its first period. */
        private int[] bases = EMPTY;

        /** For each row the period, in the upper half, and the cell that were added to latest: one look instead of three. */
        private long[] recent = new long[0];

        /** The period that was added to latest and its seconds: most observations come in order of time. */
        private int latest;

        private long latestFrom;
        private long latestTo;

        Rows(Per<T, R> per) {
            this.metric = per.metric;
            this.cadence = per.cadence;
            this.at = per.at;
            this.window = per.window;
            this.cells = Cells.of(metric);
        }

        @Override
        void room(int size) {
            int old = rows.length;
            if (size > old) {
                int length = Math.max(size, old + old / 2);
                rows = Arrays.copyOf(rows, length);
                Arrays.fill(rows, old, length, EMPTY);
                bases = Arrays.copyOf(bases, length);
                recent = Arrays.copyOf(recent, length);
                Arrays.fill(recent, old, length, NOTHING);
            }
        }

        @Override
        void add(int row, T observation) {
            long second = requireNonNull(at.apply(observation), "at").getEpochSecond();
            int period = second >= latestFrom && second < latestTo ? latest : period(second);
            long last = recent[row];
            if ((int) (last >>> 32) == period) {
                cells.add((int) last, observation);
            } else {
                addElsewhere(row, period, observation);
            }
        }

        @Override
        void check(int row, T observation) {
            int period = period(requireNonNull(at.apply(observation), "at").getEpochSecond());
            int cell = row < 0 ? NONE : known(row, period);
            if (row >= 0 && cell == NONE) {
                checkSpan(row, period, period + 1);
            }
            cells.check(cell, observation);
        }

        @Override
        boolean isWhole() {
            return cells.isWhole();
        }

        private void addElsewhere(int row, int period, T observation) {
            int cell = known(row, period);
            if (cell == NONE) {
                addFirst(row, period, observation);
            } else {
                recent[row] = ((long) period << 32) | cell;
                cells.add(cell, observation);
            }
        }

        private void addFirst(int row, int period, T observation) {
            checkSpan(row, period, period + 1);
            // Counted before there is a place for it, so that an observation that is refused leaves no period behind.
            int made = cells.open(observation);
            cover(row, period, period + 1);
            rows[row][period - bases[row]] = made;
        }

        private int period(long second) {
            latest = cadence.index(second);
            latestFrom = cadence.firstSecond(latest);
            latestTo = cadence.firstSecond(latest + 1);
            return latest;
        }

        private int known(int row, int period) {
            int[] of = rows[row];
            int offset = period - bases[row];
            return offset >= 0 && offset < of.length ? of[offset] : NONE;
        }

        private int from(int row, int first) {
            return rows[row].length == 0 ? first : Math.min(bases[row], first);
        }

        private int to(int row, int end) {
            return rows[row].length == 0 ? end : Math.max(bases[row] + rows[row].length, end);
        }

        private void checkSpan(int row, int first, int end) {
            int from = from(row, first);
            int to = to(row, end);
            if (to - from > Series.MOST_PERIODS) {
                throw new IllegalStateException("a series of " + cadence + " from "
                        + cadence.period(from).from() + " to "
                        + cadence.period(to - 1).to() + " has more than " + Series.MOST_PERIODS + " periods");
            }
        }

        /** Makes room for the periods from one to before another. */
        private void cover(int row, int first, int end) {
            checkSpan(row, first, end);
            int from = from(row, first);
            int to = to(row, end);
            int[] of = rows[row];
            if (to - from != of.length) {
                int[] wider = new int[to - from];
                Arrays.fill(wider, NONE);
                System.arraycopy(of, 0, wider, of.length == 0 ? 0 : bases[row] - from, of.length);
                rows[row] = wider;
                bases[row] = from;
            }
        }

        @Override
        Series<R> result(int row) {
            int base = bases[row];
            int[] of = rows[row];
            return of.length == 0
                    ? new Series<>(List.of())
                    : Series.of(cadence, base, base + of.length - 1, window, period -> value(row, period));
        }

        private R value(int row, int period) {
            int known = known(row, period);
            if (window == 1 && known != NONE) {
                return cells.result(known);
            }
            Cells<T, R> sum = Cells.of(metric);
            int whole = sum.open();
            for (int i = Math.max(period - window + 1, bases[row]); i <= period; i++) {
                int cell = known(row, i);
                if (cell != NONE) {
                    sum.absorb(whole, cells, cell);
                }
            }
            return sum.result(whole);
        }

        @Override
        @SuppressWarnings("unchecked")
        void absorb(int row, Cells<T, Series<R>> other, int from) {
            Rows<T, R> that = (Rows<T, R>) other.bare();
            int[] theirs = that.rows[from];
            int base = that.bases[from];
            if (theirs.length > 0) {
                // Both ends first: if that is too wide it fails before anything is changed.
                cover(row, base, base + theirs.length);
            }
            for (int i = 0; i < theirs.length; i++) {
                if (theirs[i] != NONE) {
                    int offset = base + i - bases[row];
                    if (rows[row][offset] == NONE) {
                        rows[row][offset] = cells.open();
                    }
                    cells.absorb(rows[row][offset], that.cells, theirs[i]);
                }
            }
        }

        @Override
        Object kind() {
            return List.of(getClass(), cells.kind());
        }

        @Override
        void clear(int row) {
            for (int cell : rows[row]) {
                if (cell != NONE) {
                    cells.close(cell);
                }
            }
            rows[row] = EMPTY;
            bases[row] = 0;
            recent[row] = NOTHING;
        }

        @Override
        void write(int row, StateOutput out) {
            out.count(rows[row].length);
            out.integer(bases[row]);
            for (int cell : rows[row]) {
                out.flag(cell != NONE);
                if (cell != NONE) {
                    cells.write(cell, out);
                }
            }
        }

        @Override
        void read(int row, StateInput in) {
            int size = in.size(1);
            in.check(size <= Series.MOST_PERIODS, "a series is longer than " + Series.MOST_PERIODS + " periods");
            int[] of = new int[size];
            long first = in.integer();
            if (first < cadence.lowest() || first + size - 1 > cadence.highest()) {
                throw in.damaged(
                        "it has " + size + " periods from " + first + " on, which " + cadence + " do not have");
            }
            in.check(size > 0 || first == 0, "an empty series has a beginning");
            in.spans(first, first + size);
            for (int i = 0; i < of.length; i++) {
                of[i] = NONE;
                if (in.flag()) {
                    of[i] = cells.open();
                    cells.read(of[i], in);
                }
            }
            in.check(
                    size == 0 || (of[0] != NONE && of[size - 1] != NONE),
                    "a series begins or ends with an empty period");
            rows[row] = of;
            bases[row] = (int) first;
        }
    }
}
