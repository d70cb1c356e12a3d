package dev.cxkit.journey.flow;

import dev.cxkit.metrics.StateInput;
import java.util.Arrays;

/** What is counted of each activity or pair: how often, and in how many journeys. */
final class OccurrenceCounts {

    private long[] counts = new long[16];
    private long[] journeys = new long[16];

    /** The serial number of the journey that was counted last. */
    private long[] seen = new long[16];

    void grow(int size) {
        if (size > counts.length) {
            int more = Math.max(size, 2 * counts.length);
            counts = Arrays.copyOf(counts, more);
            journeys = Arrays.copyOf(journeys, more);
            seen = Arrays.copyOf(seen, more);
        }
    }

    /** Counts within a journey. The place is one that it has {@link #grow grown} to. */
    void add(int place, long count, long serial) {
        counts[place] += count;
        if (seen[place] != serial) {
            seen[place] = serial;
            journeys[place]++;
        }
    }

    /** Adds what was counted elsewhere, of other journeys. */
    void sum(int place, long count, long inJourneys) {
        grow(place + 1);
        counts[place] = Math.addExact(counts[place], count);
        journeys[place] = Math.addExact(journeys[place], inJourneys);
    }

    /** Reads both counts: at least one, and one in each of the journeys that have any. */
    void read(int place, StateInput in, long most) {
        long count = in.positive();
        long inJourneys = in.positive();
        in.check(inJourneys <= count && inJourneys <= most, "something occurs in more journeys than it can");
        sum(place, count, inJourneys);
    }

    long count(int place) {
        return place < counts.length ? counts[place] : 0;
    }

    long journeys(int place) {
        return place < journeys.length ? journeys[place] : 0;
    }
}
