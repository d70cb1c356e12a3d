package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;

/**
 * The state of a {@link Metric}: what was observed so far, as counts, exact sums and the like. {@index accumulator}
 * {@index mergeable state}
 *
 * <p>Laws, which hold for every accumulator of this library and are checked for one of your own by the kit in the test-jar:
 *
 * <ol>
 *   <li>The state is a function of the multiset of what was added: any split into parts, any order and any tree of merges give an
 *       equal result and equal bytes.
 *   <li>Merging an empty accumulator changes nothing.
 *   <li>{@link #result()} changes nothing and may be asked at any time; adding may go on.
 *   <li>{@link #merge} changes only the accumulator it is called on, and shares nothing with the other.
 *   <li>{@link #toBytes()} and {@link Metric#resume} give the state back.
 * </ol>
 *
 * <p>So keep whole numbers and exact sums in the state, and divide in {@code result()}. An accumulator belongs to one thread at a
 * time; {@link LiveMetric} is the shared form. A metric of your own is a record with an accumulator, as here, or a {@link StateMetric};
 * for counts there are {@link Counting} and {@link Sums}.
 *
 * <pre>{@code
 * import dev.cxkit.metrics.Accumulator;
 * import dev.cxkit.metrics.Metric;
 * import dev.cxkit.metrics.StateInput;
 * import dev.cxkit.metrics.StateOutput;
 * import java.util.List;
 *
 * record Longest() implements Metric<String, Integer> {
 *     public String definition() { return "longest text"; }
 *     public Accumulator<String, Integer> start() {
 *         return new Accumulator<>(this) {
 *             private int longest;
 *             public void add(String text) { longest = Math.max(longest, text.length()); }
 *             public Integer result() { return longest; }
 *             protected void absorb(Accumulator<String, Integer> other) { longest = Math.max(longest, other.result()); }
 *             protected void write(StateOutput out) { out.count(longest); }
 *             protected void read(StateInput in) { longest = in.count(Integer.MAX_VALUE); }
 *         };
 *     }
 * }
 * System.out.println(new Longest().by(text -> text.charAt(0)).over(List.of("abc", "b", "ab")).each());
 * // -> {a=3, b=1}
 * }</pre>
 *
 * @param <T> what is observed
 * @param <R> the answer
 */
public abstract class Accumulator<T, R> implements Serializable {

    private static final int VERSION = 1;

    private final transient Metric<T, R> metric;

    /** Makes an empty accumulator of the metric. */
    protected Accumulator(Metric<T, R> metric) {
        this.metric = requireNonNull(metric, "metric");
    }

    /** Returns the metric whose state this is. */
    public final Metric<T, R> metric() {
        return metric;
    }

    /**
     * Takes in one observation.
     *
     * @throws NullPointerException if it is null
     * @throws IllegalArgumentException if the metric cannot take it, which means that the wiring is wrong: a text where a rating is
     *     asked for, a rating on another scale. A combination of metrics may then have taken it in part, so start again
     */
    public abstract void add(T observation);

    /** Takes in several observations. */
    public final void addAll(Iterable<? extends T> observations) {
        addEach(requireNonNull(observations, "observations"));
    }

    /** Throws what adding would throw, and changes nothing. */
    void check(T observation) {
        metric.start().add(observation);
    }

    /** Whether an observation that is refused leaves nothing behind without being checked first: not where several parts take it. */
    boolean isWhole() {
        return true;
    }

    void addEach(Iterable<? extends T> observations) {
        for (T observation : observations) {
            add(observation);
        }
    }

    /** Returns the answer for what was added so far. */
    public abstract R result();

    /**
     * Takes in all that the other one has; the other stays as it is.
     *
     * @throws IllegalArgumentException if the other is this one, or of a metric with another definition
     */
    public final void merge(Accumulator<T, R> other) {
        requireNonNull(other, "other");
        if (other == this) {
            throw new IllegalArgumentException(
                    "an accumulator of " + metric.definition() + " cannot be merged with itself");
        }
        boolean same = metric.definition().equals(other.metric.definition());
        if (!same || !other.kind().equals(kind())) {
            throw new IllegalArgumentException("cannot merge " + other.metric.definition() + " into "
                    + metric.definition() + (same ? ": their states are not of the same classes" : ""));
        }
        take(other);
    }

    /** Which states can be merged, apart from the definition: the classes that hold them, without those that only make answers. */
    Object kind() {
        return getClass();
    }

    /** The accumulator that holds the state: this one, unless another one is wrapped. */
    Accumulator<?, ?> bare() {
        return this;
    }

    /** Takes in the state of one of the same kind and definition, whose answers may be made in another way. */
    @SuppressWarnings("unchecked")
    final void take(Accumulator<?, ?> other) {
        ((Accumulator<T, R>) bare()).absorb((Accumulator<T, R>) other.bare());
    }

    /** Returns the state as compact bytes: data only, with a version and a mark of the definition. Equal states give equal bytes. */
    public final byte[] toBytes() {
        StateOutput out = new StateOutput();
        out.count(VERSION);
        out.mark(metric.definition());
        write(out);
        return out.toBytes();
    }

    /**
     * Takes in the other's state, which is of the same class and definition, without changing or keeping any part of the other.
     *
     * @param other an accumulator of the same class
     */
    protected abstract void absorb(Accumulator<T, R> other);

    /** Writes the state; equal states write the same. */
    protected abstract void write(StateOutput out);

    /** Reads into this empty accumulator what {@link #write} wrote. */
    protected abstract void read(StateInput in);

    final void restore(byte[] state) {
        StateInput in = new StateInput(state);
        long version = in.count();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "state of " + metric.definition() + " has version " + version + "; known is version " + VERSION);
        }
        in.mark(metric.definition());
        read(in);
        in.end();
    }

    /** Puts the question and the state bytes into the stream of Java serialisation, where an accumulator would be. */
    protected final Object writeReplace() {
        return new Saved<>(metric, toBytes());
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("an accumulator is read through its saved state");
    }

    /** What Java serialisation sees of an accumulator. */
    private static final class Saved<T, R> implements Serializable {

        private final Metric<T, R> metric;
        private final byte[] state;

        Saved(Metric<T, R> metric, byte[] state) {
            this.metric = metric;
            this.state = state;
        }

        private Object readResolve() throws InvalidObjectException {
            try {
                return metric.resume(state);
            } catch (IllegalArgumentException e) {
                InvalidObjectException invalid = new InvalidObjectException(e.getMessage());
                invalid.initCause(e);
                throw invalid;
            }
        }
    }
}
