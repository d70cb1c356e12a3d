package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * A metric that many threads record and any thread reads: the form for a running service and its gauges. {@index live metric}
 * {@index gauge}
 *
 * <p>Threads record into separate
 * parts, so they hardly wait for each other; a reader stops all parts for as long as it takes to merge them, so that it sees a
 * consistent state: whatever was recorded before something it sees, it sees too. Nothing is lost.
 *
 * <p>A limit of segments or periods holds in each part, and again where they are merged: several threads with a new segment each can go
 * beyond it together, and reading then fails from there on. So where keys may run away, gather the rest ({@link
 * Segmentation#gatherAbove}).
 *
 * <pre>{@code
 * import dev.cxkit.metrics.LiveMetric;
 * import dev.cxkit.metrics.Metric;
 *
 * Metric<String, Long> orders = Metric.count();
 * LiveMetric<String, Long> live = LiveMetric.of(orders);
 * live.record("order 1");
 * live.record("order 2");
 * byte[] saved = live.snapshot().toBytes();
 *
 * LiveMetric<String, Long> restarted = LiveMetric.of(orders);
 * restarted.merge(orders.resume(saved));
 * restarted.record("order 3");
 * System.out.println(restarted.result());
 * // -> 3
 * }</pre>
 *
 * @param <T> what is observed
 * @param <R> the answer
 */
public final class LiveMetric<T, R> {

    private static final int MOST_PARTS = 64;

    private final Metric<T, R> metric;
    private final List<Part<T, R>> parts;

    private LiveMetric(Metric<T, R> metric) {
        this.metric = requireNonNull(metric, "metric");
        int wanted = Math.min(MOST_PARTS, 2 * Runtime.getRuntime().availableProcessors());
        this.parts =
                IntStream.range(0, wanted).mapToObj(i -> new Part<>(metric)).toList();
    }

    /** Returns a live metric with nothing recorded. */
    public static <T, R> LiveMetric<T, R> of(Metric<T, R> metric) {
        return new LiveMetric<>(metric);
    }

    /**
     * Takes in one observation, on any thread.
     *
     * @throws NullPointerException if it is null
     * @throws IllegalArgumentException if the metric cannot take it
     */
    public void record(T observation) {
        requireNonNull(observation, "observation");
        // Thread ids are consecutive; the multiplication spreads them over the parts.
        int spread = (int) ((Thread.currentThread().getId() * 0x9E3779B97F4A7C15L) >>> 33);
        Part<T, R> part = parts.get(spread % parts.size());
        part.lock.lock();
        try {
            part.accumulator.add(observation);
        } finally {
            part.lock.unlock();
        }
    }

    /** Takes in all that an accumulator of the same definition has, such as the state before a restart. */
    public void merge(Accumulator<T, R> other) {
        Part<T, R> part = parts.get(0);
        part.lock.lock();
        try {
            part.accumulator.merge(other);
        } finally {
            part.lock.unlock();
        }
    }

    /** Returns a new accumulator with all that was recorded so far, to write, to merge or to go on with. */
    public Accumulator<T, R> snapshot() {
        Accumulator<T, R> whole = metric.start();
        parts.forEach(part -> part.lock.lock());
        try {
            parts.forEach(part -> whole.absorb(part.accumulator));
        } finally {
            parts.forEach(part -> part.lock.unlock());
        }
        return whole;
    }

    /** Returns the answer for all that was recorded so far. */
    public R result() {
        return snapshot().result();
    }

    private static final class Part<T, R> {

        final ReentrantLock lock = new ReentrantLock();
        final Accumulator<T, R> accumulator;

        Part(Metric<T, R> metric) {
            this.accumulator = metric.start();
        }
    }
}
