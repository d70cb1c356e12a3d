package dev.cxkit.core.support;

import java.io.Serializable;
import java.time.Instant;
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

    static final Events NONE = new Events(new CaseEvent[0], new Instant[0], 0);

    private final CaseEvent[] events;

    /** When each was: asking the events themselves is much slower, since they are of many classes. */
    private final Instant[] times;

    private final int size;

    /** Takes the arrays, which nobody may change and which are in the order of time. */
    Events(CaseEvent[] events, Instant[] times, int size) {
        this.events = events;
        this.times = times;
        this.size = size;
    }

    Events first(int count) {
        return count == size ? this : new Events(events, times, count);
    }

    Events upTo(Instant asOf) {
        return first(count(asOf));
    }

    /** How many were up to an instant. */
    int count(Instant asOf) {
        int count = size;
        while (count > 0 && times[count - 1].isAfter(asOf)) {
            count--;
        }
        return count;
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
