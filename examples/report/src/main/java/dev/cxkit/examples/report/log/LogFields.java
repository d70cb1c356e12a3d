package dev.cxkit.examples.report.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Under which names a file has what is read of it: columns of a table, attributes of an event log.
 *
 * @param journey what belongs together; in OCEL the type of object
 * @param at when it was
 * @param activity what it was
 * @param end when it was over; null if nothing says it
 * @param channel by which way; null if nothing says it
 * @param agent who served it; null if nothing says it
 * @param id the id, by which a duplicate is known; null if each row is another touchpoint
 * @param lifecycle whether a row is the start or the completion of an activity; null if each row is a touchpoint
 * @param instance which completion belongs to which start; null if it is told by their order
 * @param by the segments
 */
public record LogFields(
        @Nullable String journey,
        @Nullable String at,
        @Nullable String activity,
        @Nullable String end,
        @Nullable String channel,
        @Nullable String agent,
        @Nullable String id,
        @Nullable String lifecycle,
        @Nullable String instance,
        List<String> by) {

    /** Copies the list. */
    public LogFields {
        by = List.copyOf(by);
    }

    /** Returns whether it is known when touchpoints were over. */
    public boolean hasEnds() {
        return end != null || lifecycle != null;
    }

    /** Returns the same with other names for what was not given. */
    LogFields orElse(String otherJourney, String otherAt, String otherStep) {
        return new LogFields(
                journey == null ? otherJourney : journey,
                at == null ? otherAt : at,
                activity == null ? otherStep : activity,
                end,
                channel,
                agent,
                id,
                lifecycle,
                instance,
                by);
    }
}
