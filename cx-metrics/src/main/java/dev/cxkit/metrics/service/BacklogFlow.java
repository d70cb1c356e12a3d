package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;

/**
 * What came into the backlog in a period and what left it. These are events: a case can come and leave more than once.
 *
 * @param opened how many cases were opened
 * @param reopened how often one was reopened
 * @param done how often one was resolved, or closed without that
 * @param merged how many went on in another case while open
 */
public record BacklogFlow(long opened, long reopened, long done, long merged) {

    /** Checks the counts; throws an {@link IllegalArgumentException} if one is below 0. */
    public BacklogFlow {
        if (opened < 0 || reopened < 0 || done < 0 || merged < 0) {
            throw new IllegalArgumentException("flow of " + opened + " opened, " + reopened + " reopened, " + done
                    + " done and " + merged + " merged has a count below 0");
        }
    }

    /** Returns the metric of what happened in the period, at its end no more. */
    public static Metric<Case, BacklogFlow> in(TimeRange period) {
        requireNonNull(period, "period");
        return Sums.metric(
                "flow(" + period.from() + "," + period.to() + ")",
                4,
                (of, counts) -> count(of, period, counts),
                counts -> new BacklogFlow(counts[0], counts[1], counts[2], counts[3]));
    }

    private static void count(Case of, TimeRange period, long... counts) {
        boolean open = false;
        for (CaseEvent event : of.events()) {
            int one = period.contains(event.occurredAt()) ? 1 : 0;
            if (event instanceof WorkflowEvent.Opened) {
                counts[0] += one;
                open = true;
            } else if (event instanceof WorkflowEvent.Reopened) {
                counts[1] += one;
                open = true;
            } else if (open && CaseEvents.ends(event)) {
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
