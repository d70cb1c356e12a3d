package dev.cxkit.journey;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The journeys that were assembled together, an unmodifiable list, with what was sent twice: how many touchpoints were dropped and how many
 * were revised.
 *
 * <ul>
 *   <li>In the order in which their keys came first, and of one key in order of time. No analysis depends on the order of the list.
 *   <li>All touchpoints that were added are in one of the journeys, or are counted as duplicate or revised.
 *   <li>{@code Serializable} in one stream, after which they still share the numbers of their activities.
 * </ul>
 */
public final class Journeys extends AbstractList<Journey> implements RandomAccess, Serializable {

    private static final long serialVersionUID = 1;

    private final transient List<Journey> journeys;
    private final long duplicates;
    private final long revised;

    Journeys(List<Journey> journeys, long duplicates, long revised) {
        this.journeys = List.copyOf(journeys);
        this.duplicates = duplicates;
        this.revised = revised;
    }

    /** Returns how many touchpoints were dropped because an equal one had been received. */
    public long duplicates() {
        return duplicates;
    }

    /** Returns how many touchpoints were replaced because the same one was received later with other content. */
    public long revised() {
        return revised;
    }

    /**
     * Returns journeys that share one {@link ActivityIndex}, as those do that were assembled together, with none that count as duplicate or revised.
     * For journeys that came by themselves, each with labels of its own: analyses of many such take 2 to 5 times as long.
     */
    public static Journeys together(Iterable<Journey> journeys) {
        return together(journeys, 0, 0);
    }

    private static Journeys together(Iterable<Journey> journeys, long duplicates, long revised) {
        ActivityIndex index = new ActivityIndex();
        List<Journey> sharing = new ArrayList<>();
        journeys.forEach(journey -> sharing.add(journey.sharing(index)));
        return new Journeys(sharing, duplicates, revised);
    }

    private Object writeReplace() {
        return new Form(new ArrayList<>(journeys), duplicates, revised);
    }

    /** Only the form is ever written. */
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("journeys are read from their form");
    }

    /** What travels: in one stream a text that many journeys have is written once. */
    private record Form(List<Journey> journeys, long duplicates, long revised) implements Serializable {

        private Object readResolve() {
            return together(journeys, duplicates, revised);
        }
    }

    @Override
    public Journey get(int index) {
        return journeys.get(index);
    }

    @Override
    public int size() {
        return journeys.size();
    }
}
