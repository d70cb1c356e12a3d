package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The first events of an array that is never changed. Every measure goes through the events of every case, and a list of a class of its
 * own is gone through like an array, where those of the JDK, which the whole program shares, cost a call for each element.
 */
final class Events extends AbstractList<CaseEvent> implements RandomAccess, Serializable {

    private final CaseEvent[] events;
    private final int size;

    private Events(CaseEvent[] events, int size) {
        this.events = events;
        this.size = size;
    }

    static Events copyOf(List<? extends CaseEvent> events) {
        CaseEvent[] copy = events.toArray(CaseEvent[]::new);
        for (CaseEvent event : copy) {
            requireNonNull(event, "event");
        }
        return new Events(copy, copy.length);
    }

    Events first(int count) {
        return count == size ? this : new Events(events, count);
    }

    @Override
    public List<CaseEvent> subList(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        return from == 0 ? first(to) : super.subList(from, to);
    }

    @Override
    public CaseEvent get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException("index " + index + " is outside 0.." + (size - 1));
        }
        return events[index];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Iterator<CaseEvent> iterator() {
        return new Iterator<>() {

            private int next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public CaseEvent next() {
                if (next >= size) {
                    throw new NoSuchElementException();
                }
                return events[next++];
            }
        };
    }
}
