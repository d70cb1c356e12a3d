package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric asked per period, or of the raw observations of a rolling window of periods. Memory grows with the periods between the
 * first and the last observation.
 */
record Per<T, R>(Metric<T, R> metric, Cadence cadence, Fn<? super T, Instant> at, int window)
        implements Metric<T, Series<R>> {

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
    public Accumulator<T, Series<R>> start() {
        return new State<>(this);
    }

    private static final class State<T, R> extends Accumulator<T, Series<R>> {

        private final Metric<T, R> metric;
        private final Cadence cadence;
        private final Fn<? super T, Instant> at;
        private final int window;

        /** The accumulator of period {@code base + i}, null while it has no observation. The first and the last are not null. */
        private @Nullable Accumulator<T, R>[] cells = cells(0);

        /** More days than there are from 1970 to either end of the years 1 to 9999. */
        private static final int MOST_INDEX = 3_000_000;

        private int base;

        /** The cell and the seconds of the period that was added to latest: most observations come in order of time. */
        private @Nullable Accumulator<T, R> latest;

        private long latestFrom;
        private long latestTo;

        State(Per<T, R> per) {
            super(per);
            this.metric = per.metric;
            this.cadence = per.cadence;
            this.at = per.at;
            this.window = per.window;
        }

        @Override
        public void add(T observation) {
            long second = requireNonNull(at.apply(observation), "at").getEpochSecond();
            Accumulator<T, R> cell = second >= latestFrom && second < latestTo ? latest : find(second);
            if (cell != null) {
                cell.add(observation);
                return;
            }
            // Counted apart first, so that an observation that is refused leaves no period behind.
            Accumulator<T, R> made = metric.start();
            made.add(observation);
            cell(cadence.index(second)).absorb(made);
        }

        /** The cell of the second, which is then the latest; null if it has none yet. */
        private @Nullable Accumulator<T, R> find(long second) {
            int index = cadence.index(second);
            int offset = index - base;
            Accumulator<T, R> known = offset >= 0 && offset < cells.length ? cells[offset] : null;
            if (known != null) {
                latest = known;
                latestFrom = cadence.firstSecond(index);
                latestTo = cadence.firstSecond(index + 1);
            }
            return known;
        }

        /** Makes room for the periods from one to before another. */
        private void cover(int first, int end) {
            int from = cells.length == 0 ? first : Math.min(base, first);
            int to = cells.length == 0 ? end : Math.max(base + cells.length, end);
            if (to - from > Series.MOST_PERIODS) {
                throw new IllegalStateException("a series of " + cadence + " from "
                        + cadence.period(from).from() + " to "
                        + cadence.period(to - 1).to() + " has more than " + Series.MOST_PERIODS + " periods");
            }
            if (to - from != cells.length) {
                @Nullable Accumulator<T, R>[] wider = cells(to - from);
                if (cells.length > 0) {
                    System.arraycopy(cells, 0, wider, base - from, cells.length);
                }
                cells = wider;
                base = from;
            }
        }

        private Accumulator<T, R> cell(int index) {
            cover(index, index + 1);
            Accumulator<T, R> known = cells[index - base];
            if (known == null) {
                known = metric.start();
                cells[index - base] = known;
            }
            return known;
        }

        @Override
        public Series<R> result() {
            return cells.length == 0
                    ? new Series<>(List.of())
                    : Series.of(cadence, base, base + cells.length - 1, window, this::value);
        }

        private R value(int index) {
            Accumulator<T, R> sum = metric.start();
            for (int i = Math.max(index - window + 1, base); i <= index && i < base + cells.length; i++) {
                Accumulator<T, R> cell = cells[i - base];
                if (cell != null) {
                    if (window == 1) {
                        return cell.result();
                    }
                    sum.absorb(cell);
                }
            }
            return sum.result();
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void absorb(Accumulator<T, Series<R>> other) {
            State<T, R> that = (State<T, R>) other;
            if (that.cells.length > 0) {
                // Both ends first: if that is too wide it fails before anything is changed.
                cover(that.base, that.base + that.cells.length);
            }
            for (int i = 0; i < that.cells.length; i++) {
                Accumulator<T, R> cell = that.cells[i];
                if (cell != null) {
                    cell(that.base + i).absorb(cell);
                }
            }
        }

        @Override
        protected void write(StateOutput out) {
            out.count(cells.length);
            out.integer(base);
            for (Accumulator<T, R> cell : cells) {
                out.count(cell == null ? 0 : 1);
                if (cell != null) {
                    out.state(cell);
                }
            }
        }

        @Override
        protected void read(StateInput in) {
            cells = cells(in.count(Series.MOST_PERIODS));
            long first = in.integer();
            if (first < -MOST_INDEX || first > MOST_INDEX) {
                throw new IllegalArgumentException("state begins with period " + first + ", outside the years 1..9999");
            }
            base = (int) first;
            for (int i = 0; i < cells.length; i++) {
                cells[i] = in.count(1) == 1 ? in.state(metric) : null;
            }
            if (cells.length > 0 && (cells[0] == null || cells[cells.length - 1] == null)) {
                throw new IllegalArgumentException("state begins or ends with an empty period");
            }
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static <T, R> @Nullable Accumulator<T, R>[] cells(int length) {
            return new Accumulator[length];
        }
    }
}
