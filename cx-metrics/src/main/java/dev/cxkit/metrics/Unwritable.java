package dev.cxkit.metrics;

import java.io.Serial;
import java.io.Serializable;
import java.util.AbstractCollection;
import java.util.Iterator;

/**
 * Stands in each accumulator as a field that nothing reads, to stop a serialiser that copies fields and asks for no
 * {@code writeReplace}, such as Kryo: it would leave the metric out, and what it makes would count into the void. Being a collection,
 * this is asked for its elements, by which the fault is named where it is made.
 */
final class Unwritable extends AbstractCollection<Object> implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    static final Unwritable INSTANCE = new Unwritable();

    private Unwritable() {}

    static IllegalStateException emptied() {
        return new IllegalStateException(
                "an accumulator is not written field by field, by which it loses its metric: send"
                        + " toBytes() and resume it there, or have the serialiser use Java serialisation for it"
                        + " (Kryo: addDefaultSerializer(Accumulator.class, JavaSerializer.class))");
    }

    @Override
    public int size() {
        throw emptied();
    }

    @Override
    public Iterator<Object> iterator() {
        throw emptied();
    }
}
