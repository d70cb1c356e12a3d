package dev.cxkit.core.support;

import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.core.time.TimeRanges;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** When a case came to wait on another side, in order: each segment is from one change to the next. */
final class CaseTimeline {

    /** From when on the case waits on whom, and the event by which. */
    record Change(WaitingOn waitingOn, Instant from, CaseEvent cause) {}

    private final Change[] changes;

    /** Takes the changes in order, no two of one side behind each other and no two at one instant. */
    CaseTimeline(List<Change> changes) {
        this.changes = changes.toArray(Change[]::new);
    }

    List<CaseSegment> segments(Instant asOf) {
        List<CaseSegment> segments = new ArrayList<>(changes.length);
        for (int i = 0; begins(i, asOf); i++) {
            segments.add(new CaseSegment(
                    changes[i].waitingOn, TimeRange.of(changes[i].from, end(i, asOf)), changes[i].cause));
        }
        return Collections.unmodifiableList(segments);
    }

    TimeRanges ranges(Predicate<WaitingOn> wanted, Instant asOf) {
        List<TimeRange> ranges = new ArrayList<>(changes.length);
        for (int i = 0; begins(i, asOf); i++) {
            if (wanted.test(changes[i].waitingOn)) {
                ranges.add(TimeRange.of(changes[i].from, end(i, asOf)));
            }
        }
        return TimeRanges.of(ranges);
    }

    Duration elapsed(Predicate<WaitingOn> counted, Schedule hours, Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (int i = segmentAt(from); begins(i, to); i++) {
            Instant until = end(i, to);
            if (from.isBefore(until) && counted.test(changes[i].waitingOn)) {
                Instant since = changes[i].from.isBefore(from) ? from : changes[i].from;
                Duration more = hours.elapsed(since, until);
                sum = sum.isZero() ? more : sum.plus(more);
            }
        }
        return sum;
    }

    /** Whether there is such a segment, and it begins before the instant. */
    private boolean begins(int index, Instant before) {
        return index < changes.length && changes[index].from.isBefore(before);
    }

    /** The end of a segment that began before the instant. */
    private Instant end(int index, Instant asOf) {
        return begins(index + 1, asOf) ? changes[index + 1].from : asOf;
    }

    /** The place of the segment at an instant; that of the first one before the opening. */
    private int segmentAt(Instant at) {
        int index = 0;
        int after = changes.length;
        while (after - index > 1) {
            int middle = (index + after) >>> 1;
            if (changes[middle].from.isAfter(at)) {
                after = middle;
            } else {
                index = middle;
            }
        }
        return index;
    }
}
