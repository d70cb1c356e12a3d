package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.AbstractCollection;
import java.util.HexFormat;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

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

    private static final int VERSION = 2;

    private static final Object UNWRITABLE = new Unwritable();

    private final transient Metric<T, R> metric;

    @SuppressWarnings("unused")
    private final Object unused = UNWRITABLE;

    private transient @Nullable Mark mark;

    /** Makes an empty accumulator of the metric. */
    protected Accumulator(Metric<T, R> metric) {
        this.metric = requireNonNull(metric, "metric");
    }

    /** Returns the metric whose state this is. */
    public final Metric<T, R> metric() {
        if (metric == null) {
            throw emptied();
        }
        return metric;
    }

    /**
     * Takes in one observation.
     *
     * @throws NullPointerException if it is null
     * @throws IllegalArgumentException if the metric cannot take it, which means that the wiring is wrong: a text where a rating is
     *     asked for, a rating on another scale. A combination of metrics may then have taken it in part, so start again; a {@link
     *     LiveMetric} has not. One of your own checks an observation before it changes anything
     */
    public abstract void add(T observation);

    /** Takes in several observations. */
    public final void addAll(Iterable<? extends T> observations) {
        metric();
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
        String definition = mark().definition;
        if (other == this) {
            throw new IllegalArgumentException("an accumulator of " + definition + " cannot be merged with itself");
        }
        boolean same = other.metric == metric || other.mark().definition.equals(definition);
        if (!same || !other.kind().equals(kind())) {
            throw new IllegalArgumentException("cannot merge " + other.mark().definition + " into " + definition
                    + (same ? ": their states are not of the same classes" : ""));
        }
        try {
            take(other);
        } catch (ArithmeticException e) {
            throw overflow(definition, e);
        }
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

    /**
     * Returns the state as compact bytes: data only, with a version, a mark of the definition and a checksum over all of them. Equal
     * states give equal bytes, and {@link Metric#resume} takes no others.
     *
     * @throws IllegalArgumentException if the definition is not one of words and values, so that it is another one at the next start
     */
    public final byte[] toBytes() {
        StateOutput out = new StateOutput();
        out.count(VERSION);
        out.word(mark().hash);
        write(out);
        return out.sealed();
    }

    /**
     * Returns the answer with its definition and the checksum of {@link #toBytes()}, so that whoever has the bytes can ask again.
     *
     * @throws IllegalArgumentException as {@link #toBytes()} does
     */
    public final Published<R> published() {
        byte[] state = toBytes();
        String checksum = HexFormat.of().formatHex(state, state.length - Integer.BYTES, state.length);
        return new Published<>(mark().definition, result(), checksum);
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
        in.open(VERSION, mark());
        try {
            read(in);
            in.end();
            if (in.mayOverflow()) {
                // What has no answer is no state; asking is dear, and so only where something is that large.
                result();
            }
        } catch (ArithmeticException | DateTimeException | IllegalStateException e) {
            IllegalArgumentException damaged = in.damaged("a number in it is too large");
            damaged.initCause(e);
            throw damaged;
        }
    }

    private Mark mark() {
        Mark known = mark;
        if (known == null) {
            known = Mark.of(metric());
            mark = known;
        }
        return known;
    }

    static ArithmeticException overflow(String definition, ArithmeticException cause) {
        ArithmeticException overflow = new ArithmeticException("a count of " + definition + " is beyond 2^63 - 1");
        overflow.initCause(cause);
        return overflow;
    }

    /** The definition, looked at and hashed once for each accumulator that needs it. */
    record Mark(String definition, int hash) {

        static Mark of(Metric<?, ?> metric) {
            String definition = Definition.checked(metric);
            byte[] utf8 = definition.getBytes(StandardCharsets.UTF_8);
            return new Mark(definition, StateOutput.checksum(utf8, utf8.length));
        }
    }

    /** Puts the question and the state bytes into the stream of Java serialisation, where an accumulator would be. */
    protected final Object writeReplace() {
        return new Saved<>(metric, toBytes());
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("an accumulator is read through its saved state");
    }

    static IllegalStateException emptied() {
        return new IllegalStateException(
                "an accumulator is not written field by field, by which it loses its metric: send"
                        + " toBytes() and resume it there, or have the serialiser use Java serialisation for it"
                        + " (Kryo: addDefaultSerializer(Accumulator.class, JavaSerializer.class))");
    }

    /**
     * Stands in each accumulator as a field that nothing reads, to stop a serialiser that copies fields and asks for no
     * {@code writeReplace}, such as Kryo: it would leave the metric out. Being a collection, this is asked for its elements, by which the
     * fault is named where it is made.
     */
    private static final class Unwritable extends AbstractCollection<Object> implements Serializable {

        @Override
        public int size() {
            throw emptied();
        }

        @Override
        public Iterator<Object> iterator() {
            throw emptied();
        }
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
