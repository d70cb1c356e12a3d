package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.time.Cadence;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Stream;

/**
 * A metric: a question whose answer can be built one observation at a time and merged from parts (a fold). {@index metric}
 * {@index fold}
 *
 * <ul>
 *   <li>Every observation that the metric is given counts; those that it cannot take are refused, and those that its answer excludes
 *       are counted there by reason.
 *   <li>{@link #over} answers at once, {@link #collector} in a stream, {@link LiveMetric} while observations come in; {@link #start}
 *       gives the {@link Accumulator} that all of them rest on, to be merged, saved and resumed.
 *   <li>{@link #on}, {@link #onEach}, {@link #where}, {@link #by}, {@link #per}, {@link #rolling}, {@link #then}, {@link #both} and
 *       {@link #all} ask it in another way, and are metrics again.
 *   <li>Metrics are immutable and thread-safe. One without observations has an answer too, which says that there was nothing.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.metrics.Metric;
 * import java.util.List;
 *
 * record Ticket(String team, boolean reopened) {}
 * List<Ticket> tickets = List.of(new Ticket("a", true), new Ticket("b", false), new Ticket("a", false));
 * Metric<Ticket, Long> all = Metric.count();
 * Metric<Ticket, String> reopened = Metric.both(all.where(Ticket::reopened), all, (some, of) -> some + " of " + of);
 *
 * System.out.println(reopened.over(tickets));
 * System.out.println(reopened.over(tickets.parallelStream()));
 * System.out.println(reopened.by(Ticket::team).over(tickets).each());
 * // -> 1 of 3
 * // -> 1 of 3
 * // -> {a=1 of 2, b=0 of 1}
 * }</pre>
 *
 * @param <T> what is observed
 * @param <R> the answer; a value with {@code equals}, which says itself when there was no data
 */
public interface Metric<T, R> extends Serializable {

    /** Returns a new, empty accumulator, which shares nothing with any other. */
    Accumulator<T, R> start();

    /**
     * Returns what the state holds, with all that it depends on, such as {@code ratings(nps 0..10 low to 6 high from 9)}: words and
     * values, never the name of a Java type. Parts are merged, and states read back, only under the same definition.
     *
     * <ul>
     *   <li>Two metrics of one definition give equal states for equal observations, in this JVM and in another.
     *   <li>How an answer is made from the state, such as the interval of a score or the instant from which a series is looked at, is
     *       no part of it: there the accumulator that is asked decides.
     *   <li>Views, conditions and getters are functions, of which nobody can tell two apart: {@link #named} says what they are.
     * </ul>
     *
     * <p>{@link Definition} writes one.
     */
    String definition();

    /**
     * Returns the answer for these observations.
     *
     * @throws NullPointerException if one of them is null
     */
    default R over(Iterable<? extends T> observations) {
        Accumulator<T, R> accumulator = start();
        accumulator.addAll(observations);
        return accumulator.result();
    }

    /**
     * Returns the answer for the observations of a stream, which may be parallel.
     *
     * @throws NullPointerException if one of them is null
     */
    default R over(Stream<? extends T> observations) {
        return observations.collect(collector());
    }

    /** Returns a collector, for streams in order or parallel, and as downstream of {@code groupingBy} and its like. */
    default Collector<T, ?, R> collector() {
        return Collector.<T, Accumulator<T, R>, R>of(
                this::start,
                Accumulator::add,
                (left, right) -> {
                    left.merge(right);
                    return left;
                },
                Accumulator::result,
                Collector.Characteristics.UNORDERED);
    }

    /**
     * Returns the accumulator whose state was written by {@link Accumulator#toBytes()}; adding and merging may go on.
     *
     * @throws IllegalArgumentException if the bytes are damaged, of an unknown version, or of another definition
     */
    default Accumulator<T, R> resume(byte[] state) {
        Accumulator<T, R> accumulator = start();
        accumulator.restore(state);
        return accumulator;
    }

    /** Returns the same question asked of one part of a larger thing. */
    default <U> Metric<U, R> on(Fn<? super U, ? extends T> view) {
        return Adapter.of(this).on(view);
    }

    /** Returns the same question asked of all the parts of larger things, of which each may have none, one or many. */
    default <U> Metric<U, R> onEach(Fn<? super U, ? extends Iterable<? extends T>> view) {
        return Adapter.of(this).onEach(view);
    }

    /** Returns the same question asked of those that meet the condition. */
    default Metric<T, R> where(Condition<? super T> condition) {
        return Adapter.of(this).where(condition);
    }

    /**
     * Returns the same question asked per segment, and in total. Per segment and period, write {@code metric.per(..).by(..)}: the
     * other way round, where each period has segments of its own, takes 1.1 to 1.3 times as long for an observation.
     *
     * <p>More than {@value Segmentation#DEFAULT_LIMIT} segments fail.
     *
     * @param key the segment of an observation, never null: give those without one a name of their own, such as "unknown"
     * @throws IllegalArgumentException if the key is of a type that needs a {@link KeyFormat}
     */
    default <K> Metric<T, Segments<K, R>> by(Fn<? super T, ? extends K> key) {
        return by(key, Segmentation.failAbove(Segmentation.DEFAULT_LIMIT));
    }

    /**
     * Returns the same question asked per segment, and in total, with a chosen limit and form of the keys.
     *
     * @throws IllegalArgumentException if the key is of a type that needs a {@link KeyFormat} and has none
     */
    default <K> Metric<T, Segments<K, R>> by(Fn<? super T, ? extends K> key, Segmentation<K> how) {
        return new By<>(this, key, how);
    }

    /**
     * Returns the same question asked per period, such as each day or month, from the first that has an observation to the last. Per segment too,
     * write {@code metric.per(..).by(..)}: the other way round takes 1.1 to 1.3 times as long for an observation.
     */
    default Metric<T, Series<R>> per(Cadence cadence, Fn<? super T, Instant> at) {
        return new Per<>(this, cadence, at, 1);
    }

    /**
     * Returns the same question asked, at each day or other period, of all raw observations of the last {@code periods} of them.
     * That is not the mean of the values of those periods, which weighs an empty day like a full one; for that see
     * {@link Series#averageOfPeriods}.
     *
     * @param periods the length of the window, 1 to 20,000
     */
    default Metric<T, Series<R>> rolling(int periods, Cadence cadence, Fn<? super T, Instant> at) {
        return new Per<>(this, cadence, at, periods);
    }

    /**
     * Returns the same question under a definition of its own: one that also tells what conditions and views, of which a combination
     * knows nothing, depend on. {@link Definition} makes one.
     */
    default Metric<T, R> named(String definition) {
        return Adapter.of(this).named(definition);
    }

    /** Returns a metric whose answer is made from this one's. */
    default <S> Metric<T, S> then(Fn<? super R, ? extends S> finish) {
        return Adapter.of(this).then(finish);
    }

    /** Returns how many observations there are; per segment with {@link #by}, for those that meet a condition with {@link #where}. */
    static <T> Metric<T, Long> count() {
        return new Count<>();
    }

    /** Returns two questions asked in one pass. */
    static <T, A, B, R> Metric<T, R> both(
            Metric<T, A> first, Metric<T, B> second, BiFn<? super A, ? super B, ? extends R> join) {
        return new Both<>(first, second, join);
    }

    /** Returns any number of named questions asked in one pass; the answers come in the order of the map. */
    static <T, R> Metric<T, Map<String, R>> all(Map<String, ? extends Metric<T, ? extends R>> metrics) {
        return All.of(requireNonNull(metrics, "metrics"));
    }
}
