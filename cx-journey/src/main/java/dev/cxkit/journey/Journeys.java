package dev.cxkit.journey;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The journeys that were assembled together, an unmodifiable list, with what was sent twice: how many touchpoints were dropped and how many
 * were revised.
 *
 * <ul>
 *   <li>In the order in which their keys came first, and of one key in order of time. No analysis depends on the order of the list.
 *   <li>All touchpoints that were added are in one of the journeys, or are counted as duplicate or revised.
 * </ul>
 */
public final class Journeys extends AbstractList<Journey> implements RandomAccess {

    private final List<Journey> journeys;
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

    @Override
    public Journey get(int index) {
        return journeys.get(index);
    }

    @Override
    public int size() {
        return journeys.size();
    }
}
