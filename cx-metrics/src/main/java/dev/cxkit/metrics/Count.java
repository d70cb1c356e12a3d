package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

/** How many observations there are. */
record Count<T>() implements Counting<T, Long> {

    @Override
    public String definition() {
        return "count";
    }

    @Override
    public int counts() {
        return 1;
    }

    @Override
    public int place(T observation) {
        requireNonNull(observation, "observation");
        return 0;
    }

    @Override
    public Long result(long[] counts) {
        return counts[0];
    }
}
