package dev.cxkit.metrics;

import java.util.Arrays;

/**
 * The states of one metric for many segments or periods, side by side: a cell is a number, and one object holds them all. So an
 * observation touches the counts that it changes and little else, where an accumulator for each cell would lead it through several
 * small objects that lie anywhere in the memory.
 */
abstract class Cells<T, R> extends Adapter.Sink<T> {

    private static final int[] NONE = {};

    private int made;
    private int[] closed = NONE;
    private int reusable;

    /** Returns the cells of a metric, none of them open. */
    static <T, R> Cells<T, R> of(Metric<T, R> metric) {
        if (metric instanceof Celled<T, R> celled) {
            return celled.cells();
        }
        return metric instanceof Counting<T, R> counting ? new CountCells<>(counting) : new AccumulatorCells<>(metric);
    }

    /** Returns the number of an empty cell that was not in use. */
    final int open() {
        if (reusable > 0) {
            reusable--;
            return closed[reusable];
        }
        room(made + 1);
        return made++;
    }

    /** Returns the number of a new cell with this observation; if it is refused there is no such cell. */
    final int open(T observation) {
        int cell = open();
        boolean taken = false;
        try {
            add(cell, observation);
            taken = true;
        } finally {
            if (!taken) {
                close(cell);
            }
        }
        return cell;
    }

    /** Empties a cell that is no longer in use. */
    final void close(int cell) {
        clear(cell);
        if (reusable == closed.length) {
            closed = Arrays.copyOf(closed, 2 * reusable + 1);
        }
        closed[reusable] = cell;
        reusable++;
    }

    /** Makes room for this many cells; new ones are empty. */
    abstract void room(int cells);

    /** As {@link Accumulator#check}; a cell below 0 is one that is not open yet. */
    abstract void check(int cell, T observation);

    /** As {@link Accumulator#isWhole}. */
    boolean isWhole() {
        return true;
    }

    abstract R result(int cell);

    /** Takes in a cell of the same metric, which may be another one of these. */
    abstract void absorb(int cell, Cells<T, R> other, int from);

    /** As {@link Accumulator#kind()}. */
    Object kind() {
        return getClass();
    }

    /** The cells that hold the states: these, unless others are wrapped. */
    Cells<?, ?> bare() {
        return this;
    }

    abstract void clear(int cell);

    abstract void write(int cell, StateOutput out);

    /** Reads into an empty cell what {@link #write} wrote. */
    abstract void read(int cell, StateInput in);
}
