package dev.cxkit.examples.report.cases;

import dev.cxkit.core.support.Case;
import dev.cxkit.examples.report.text.RejectedGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The cases of a file.
 *
 * @param name what messages call it
 * @param asOf the instant at which they are looked at; null if there is no case
 * @param rows how many rows the file has
 * @param events how many rows tell of what happened until then in a case that could be built
 * @param later how many rows tell of what happened to such a case afterwards; nothing looks at them
 * @param entered the cases that were open at some time until then, with their segments
 * @param rejectedGroups what could not be built
 */
record CaseFile(
        String name,
        @Nullable Instant asOf,
        long rows,
        long events,
        long later,
        List<Entered> entered,
        List<RejectedGroup> rejectedGroups) {

    /** Copies the lists. */
    CaseFile {
        entered = List.copyOf(entered);
        rejectedGroups = List.copyOf(rejectedGroups);
    }

    /**
     * A case and where it belongs.
     *
     * @param segments the values of the columns of segments in its last row
     */
    record Entered(Case of, List<String> segments) {}

    /** Returns how many rows were rejected. */
    long rejected() {
        return RejectedGroup.rows(rejectedGroups);
    }

    /** Returns the cases. */
    List<Case> cases() {
        return entered.stream().map(Entered::of).toList();
    }

    /** Returns the cases by their value of a column of segments, in the order of the values. */
    Map<String, List<Case>> by(int column) {
        Map<String, List<Case>> parts = new TreeMap<>();
        for (Entered each : entered) {
            parts.computeIfAbsent(each.segments().get(column), value -> new ArrayList<>())
                    .add(each.of());
        }
        return parts;
    }
}
