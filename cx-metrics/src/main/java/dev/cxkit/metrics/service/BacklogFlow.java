package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Inflow and outflow of the {@link Backlog} in a time range.
 *
 * <ul>
 *   <li>These are events: a case can enter and leave the backlog more than once.
 *   <li>A case that was merged into another by the end of the range is in none of these counts, whenever it was closed; if it was open when
 *       the range began, it is in {@code merged}.
 *   <li>The backlog before the range and the {@linkplain #growth growth} give the backlog at its end.
 * </ul>
 *
 * @param opened how many cases were opened
 * @param reopened how often one was reopened
 * @param done how often one was resolved, or closed without that
 * @param abandoned how often one was closed without a word of ours and without a resolution, see {@link Case#resolutions}
 * @param merged how many that were open before the range were merged into another case in it
 */
public record BacklogFlow(long opened, long reopened, long done, long abandoned, long merged) implements Result {

    /** Refuses counts below 0 with an {@link IllegalArgumentException}. */
    public BacklogFlow {
        if (opened < 0 || reopened < 0 || done < 0 || abandoned < 0 || merged < 0) {
            throw new IllegalArgumentException("flow of " + opened + " opened, " + reopened + " reopened, " + done
                    + " done, " + abandoned + " abandoned and " + merged + " merged has a count below 0");
        }
    }

    /** Returns the metric of what happened in the time range, which is half-open: at its end no more. */
    public static Metric<Case, BacklogFlow> metric(TimeRange range) {
        requireNonNull(range, "range");
        return Sums.metric(
                "backlog flow(" + range.from() + "," + range.to() + ")",
                5,
                (supportCase, counts) -> count(supportCase, range, counts),
                counts -> new BacklogFlow(counts[0], counts[1], counts[2], counts[3], counts[4]));
    }

    private static void count(Case supportCase, TimeRange range, long... counts) {
        Instant before = justBefore(range.from());
        Instant last = justBefore(range.to());
        if (supportCase.isMerged(last)) {
            boolean open = !supportCase.openedAt().isAfter(before) && supportCase.waitingOn(before) != WaitingOn.DONE;
            counts[4] += open ? 1 : 0;
            return;
        }
        List<Instant> resolutions = supportCase.resolutions(last);
        int next = 0;
        for (CaseEvent event : supportCase.effectiveEvents(last)) {
            Instant at = event.occurredAt();
            int one = range.contains(at) ? 1 : 0;
            if (event instanceof WorkflowEvent.Opened) {
                counts[0] += one;
            } else if (event instanceof WorkflowEvent.Reopened) {
                counts[1] += one;
            } else if (CaseEvent.endsCase(event)) {
                boolean resolved =
                        next < resolutions.size() && resolutions.get(next).equals(at);
                next += resolved ? 1 : 0;
                counts[resolved ? 2 : 3] += one;
            }
        }
    }

    private static Instant justBefore(Instant at) {
        return at.equals(Instant.MIN) ? at : at.minusNanos(1);
    }

    /** Returns by how much the backlog grew: below 0 if it became smaller. */
    public long growth() {
        return opened + reopened - done - abandoned - merged;
    }

    /** Returns the growth and the flows that make it. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("growth", growth())
                .with("opened", opened)
                .with("reopened", reopened)
                .with("done", done)
                .with("abandoned", abandoned)
                .with("merged", merged)
                .map();
    }
}
