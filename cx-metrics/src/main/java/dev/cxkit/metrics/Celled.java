package dev.cxkit.metrics;

/** A metric that can keep the states of many cells in one object. */
interface Celled<T, R> extends Metric<T, R> {

    /** Returns new cells, none of them open. */
    Cells<T, R> cells();

    @Override
    default Accumulator<T, R> start() {
        return new One<>(this);
    }

    /** The accumulator of a metric whose states lie in cells. */
    final class One<T, R> extends Accumulator<T, R> {

        private final transient Cells<T, R> cells;

        One(Metric<T, R> metric) {
            super(metric);
            this.cells = Cells.of(metric);
            cells.open();
        }

        @Override
        public void add(T observation) {
            Cells<T, R> cells = this.cells;
            if (cells == null) {
                throw emptied();
            }
            cells.add(0, observation);
        }

        @Override
        void check(T observation) {
            cells.check(0, observation);
        }

        @Override
        boolean isWhole() {
            return cells.isWhole();
        }

        @Override
        public R result() {
            metric();
            return cells.result(0);
        }

        @Override
        Object kind() {
            return cells.kind();
        }

        @Override
        Accumulator<?, ?> bare() {
            return cells.bare() instanceof AccumulatorCells<?, ?> wrapped
                    ? wrapped.get(0).bare()
                    : this;
        }

        @Override
        protected void absorb(Accumulator<T, R> other) {
            cells.absorb(0, ((One<T, R>) other).cells, 0);
        }

        @Override
        protected void write(StateOutput out) {
            cells.write(0, out);
        }

        @Override
        protected void read(StateInput in) {
            cells.read(0, in);
        }
    }
}
