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
        if (window < 1) {
            throw new IllegalArgumentException("window of " + window + " periods is below 1");
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

        private int base;

        State(Per<T, R> per) {
            super(per);
            this.metric = per.metric;
            this.cadence = per.cadence;
            this.at = per.at;
            this.window = per.window;
        }

        @Override
        public void add(T observation) {
            int offset = cadence.index(at.apply(observation).getEpochSecond()) - base;
            Accumulator<T, R> cell = offset >= 0 && offset < cells.length ? cells[offset] : null;
            if (cell == null) {
                cell = cell(base + offset);
            }
            cell.add(observation);
        }

        private Accumulator<T, R> cell(int index) {
            if (cells.length == 0) {
                base = index;
            }
            int from = Math.min(base, index);
            int to = Math.max(base + cells.length, index + 1);
            if (to - from > Series.MOST_PERIODS) {
                throw new IllegalStateException("a series of " + cadence + " from "
                        + cadence.period(from).from() + " to "
                        + cadence.period(to - 1).to() + " has more than " + Series.MOST_PERIODS + " periods");
            }
            if (to - from != cells.length) {
                @Nullable Accumulator<T, R>[] wider = cells(to - from);
                System.arraycopy(cells, 0, wider, base - from, cells.length);
                cells = wider;
                base = from;
            }
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
            base = Math.toIntExact(in.integer());
            for (int i = 0; i < cells.length; i++) {
                cells[i] = in.count(1) == 1 ? in.state(metric) : null;
            }
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static <T, R> @Nullable Accumulator<T, R>[] cells(int length) {
            return new Accumulator[length];
        }
    }
}
