package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * A metric that many threads record and any thread reads: the form for a running service and its gauges. {@index live metric}
 * {@index gauge}
 *
 * <ul>
 *   <li>Threads record into separate parts, so they hardly wait for each other; a reader stops all parts for as long as it takes to merge
 *       them, so that it sees a consistent state: whatever was recorded before something it sees, it sees too. Nothing is lost.
 *   <li>An observation that is refused leaves nothing behind, also where one of several metrics asked together had taken it: such are
 *       checked first, so their views, conditions and keys are worked out twice.
 *   <li>A limit of segments or periods holds in each part, and again where they are merged: several threads with a new segment each can
 *       go beyond it together, and reading then fails from there on. So where keys may run away, gather the rest ({@link
 *       Segmentation#gatherAbove}).
 *   <li>Should an observation pass the check and fail all the same, as one can whose parts ({@link Metric#onEach}) go beyond a limit
 *       together, reading fails with an {@link IllegalStateException} from there on, rather than to show a figure that may be wrong.
 *   <li>The functions of the metric run while a part is locked. To record or read the same live metric from within one of them fails at
 *       once with an {@link IllegalStateException}.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.metrics.LiveMetric;
 * import dev.cxkit.metrics.Metric;
 *
 * Metric<String, Long> orders = Metric.count();
 * LiveMetric<String, Long> live = LiveMetric.of(orders);
 * live.record("order 1");
 * live.record("order 2");
 * byte[] saved = live.toBytes();
 *
 * LiveMetric<String, Long> restarted = LiveMetric.of(orders, saved);
 * restarted.record("order 3");
 * System.out.println(restarted.take().result() + ", then " + restarted.result());
 * // -> 3, then 0
 * }</pre>
 *
 * @param <T> what is observed
 * @param <R> the answer
 */
public final class LiveMetric<T, R> {

    private static final int MOST_PARTS = 64;

    private final Metric<T, R> metric;
    private final boolean isWhole;
    private final List<Part<T, R>> parts;

    private LiveMetric(Accumulator<T, R> first) {
        this.metric = first.metric();
        this.isWhole = first.isWhole();
        int wanted = Math.min(MOST_PARTS, 2 * Runtime.getRuntime().availableProcessors());
        this.parts = IntStream.range(0, wanted)
                .mapToObj(i -> new Part<>(i == 0 ? first : metric.start()))
                .toList();
    }

    /** Returns a live metric with nothing recorded. */
    public static <T, R> LiveMetric<T, R> of(Metric<T, R> metric) {
        return new LiveMetric<>(metric.start());
    }

    /**
     * Returns a live metric that goes on from a state, such as the one before a restart.
     *
     * @param state what {@link #toBytes()} or an accumulator of the metric wrote
     * @throws IllegalArgumentException if the bytes are damaged, of an unknown version, or of another definition
     */
    public static <T, R> LiveMetric<T, R> of(Metric<T, R> metric, byte[] state) {
        return new LiveMetric<>(metric.resume(state));
    }

    /**
     * Takes in one observation, on any thread.
     *
     * @throws NullPointerException if it is null
     * @throws IllegalArgumentException if the metric cannot take it; then all is as before
     */
    public void record(T observation) {
        requireNonNull(observation, "observation");
        // Thread ids are consecutive; the multiplication spreads them over the parts.
        int spread = (int) ((Thread.currentThread().getId() * 0x9E3779B97F4A7C15L) >>> 33);
        Part<T, R> part = parts.get(spread % parts.size());
        part.requireNotWithin();
        part.lock.lock();
        try {
            if (!isWhole) {
                part.accumulator.check(observation);
                part.unfinished++;
            }
            part.accumulator.add(observation);
            part.unfinished -= isWhole ? 0 : 1;
        } finally {
            part.lock.unlock();
        }
    }

    /**
     * Takes in all that an accumulator of the same definition has.
     *
     * @throws IllegalArgumentException if its definition is another; then all is as before
     */
    public void merge(Accumulator<T, R> other) {
        requireNonNull(other, "other");
        Part<T, R> part = parts.get(0);
        part.requireNotWithin();
        part.lock.lock();
        try {
            // Into a copy, so that a merge that fails leaves nothing behind.
            Accumulator<T, R> whole = metric.start();
            whole.absorb(part.accumulator);
            whole.merge(other);
            part.accumulator = whole;
        } finally {
            part.lock.unlock();
        }
    }

    /** Returns a new accumulator with all that was recorded so far, to write, to merge or to go on with. */
    public Accumulator<T, R> snapshot() {
        return whole(false);
    }

    /**
     * Returns an accumulator with all that was recorded so far, and starts again from nothing: for those who push what is new. Each
     * observation is in one of the accumulators taken, or still here.
     */
    public Accumulator<T, R> take() {
        return whole(true);
    }

    private Accumulator<T, R> whole(boolean isTaken) {
        parts.forEach(Part::requireNotWithin);
        Accumulator<T, R> whole = metric.start();
        parts.forEach(part -> part.lock.lock());
        try {
            for (Part<T, R> part : parts) {
                if (part.unfinished > 0) {
                    throw new IllegalStateException("an observation passed the check of " + metric.definition()
                            + " and failed all the same, so the figures may be wrong: start again");
                }
                whole.absorb(part.accumulator);
            }
            if (isTaken) {
                parts.forEach(part -> part.accumulator = metric.start());
            }
        } finally {
            parts.forEach(part -> part.lock.unlock());
        }
        return whole;
    }

    /** Returns the answer for all that was recorded so far. */
    public R result() {
        return snapshot().result();
    }

    /** Returns the state of all that was recorded so far, as {@link Accumulator#toBytes()}: to be saved before a restart. */
    public byte[] toBytes() {
        return snapshot().toBytes();
    }

    /** Returns the answer for what was recorded so far, with its definition and the checksum of its state. */
    public Published<R> published() {
        return snapshot().published();
    }

    private static final class Part<T, R> {

        final ReentrantLock lock = new ReentrantLock();
        Accumulator<T, R> accumulator;

        /** How many observations passed the check and were not added in full. */
        int unfinished;

        Part(Accumulator<T, R> accumulator) {
            this.accumulator = accumulator;
        }

        void requireNotWithin() {
            if (lock.isHeldByCurrentThread()) {
                throw new IllegalStateException("a live metric is recorded or read from within its own functions");
            }
        }
    }
}
