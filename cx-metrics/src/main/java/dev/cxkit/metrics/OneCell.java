package dev.cxkit.metrics;

/** The accumulator of a metric whose states lie in cells. */
final class OneCell<T, R> extends Accumulator<T, R> {

    private final transient Cells<T, R> cells;

    OneCell(Metric<T, R> metric) {
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
        cells.absorb(0, ((OneCell<T, R>) other).cells, 0);
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
