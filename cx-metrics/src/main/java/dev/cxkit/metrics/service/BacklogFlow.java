package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;

/**
 * Inflow and outflow of the {@link Backlog} in a time range.
 *
 * <ul>
 *   <li>These are events: a case can enter and leave the backlog more than once.
 *   <li>The backlog before the range and the {@linkplain #growth growth} give the backlog at its end.
 * </ul>
 *
 * @param opened how many cases were opened
 * @param reopened how often one was reopened
 * @param done how often one was resolved, or closed without that
 * @param merged how many were merged into another case while open
 */
public record BacklogFlow(long opened, long reopened, long done, long merged) {

    /** Refuses counts below 0 with an {@link IllegalArgumentException}. */
    public BacklogFlow {
        if (opened < 0 || reopened < 0 || done < 0 || merged < 0) {
            throw new IllegalArgumentException("flow of " + opened + " opened, " + reopened + " reopened, " + done
                    + " done and " + merged + " merged has a count below 0");
        }
    }

    /** Returns the metric of what happened in the time range, which is half-open: at its end no more. */
    public static Metric<Case, BacklogFlow> metric(TimeRange range) {
        requireNonNull(range, "range");
        return Sums.metric(
                "backlog flow(" + range.from() + "," + range.to() + ")",
                4,
                (supportCase, counts) -> count(supportCase, range, counts),
                counts -> new BacklogFlow(counts[0], counts[1], counts[2], counts[3]));
    }

    private static void count(Case supportCase, TimeRange range, long... counts) {
        boolean open = false;
        for (CaseEvent event : supportCase.events()) {
            int one = range.contains(event.occurredAt()) ? 1 : 0;
            if (event instanceof WorkflowEvent.Opened) {
                counts[0] += one;
                open = true;
            } else if (event instanceof WorkflowEvent.Reopened) {
                counts[1] += one;
                open = true;
            } else if (open && CaseEvent.endsCase(event)) {
                counts[event instanceof WorkflowEvent.Merged ? 3 : 2] += one;
                open = false;
            }
        }
    }

    /** Returns by how much the backlog grew: below 0 if it became smaller. */
    public long growth() {
        return opened + reopened - done - merged;
    }
}
