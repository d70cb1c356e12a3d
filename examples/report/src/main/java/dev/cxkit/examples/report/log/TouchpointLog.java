package dev.cxkit.examples.report.log;

import dev.cxkit.core.intake.RejectedRow;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file holds.
 *
 * @param name what messages call it
 * @param place what the number of a row is: the line of a table, the number of an event
 * @param rows how many rows or events it has
 * @param touches the touchpoints, those of one instant in the order of the file
 * @param rejected how many rows or events were rejected
 * @param rejectedRows the first of them, with the reason
 * @param counted what else there was to count, by name
 */
public record TouchpointLog(
        String name,
        String place,
        long rows,
        List<LoggedTouchpoint> touches,
        long rejected,
        List<RejectedRow> rejectedRows,
        Map<String, Long> counted) {

    /** Copies the collections. */
    public TouchpointLog {
        touches = List.copyOf(touches);
        rejectedRows = List.copyOf(rejectedRows);
        counted = Collections.unmodifiableMap(new LinkedHashMap<>(counted));
    }
}
