package dev.cxkit.examples.report.cases;

import java.time.Instant;
import java.util.List;

/**
 * A row of a log: something that happened in a case, or a state that it came into.
 *
 * @param line the line of the file
 * @param at when
 * @param what the name of the event or state
 * @param owner who has the case, empty where the row does not say
 * @param actor who did it, empty where the row does not say
 * @param segments the values of the columns of segments
 */
record Entry(long line, Instant at, String what, String owner, String actor, List<String> segments) {

    /** Copies the list. */
    Entry {
        segments = List.copyOf(segments);
    }
}
