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

/** When the turn in a case went from one side to another, in order: each turn is from one change to the next. */
final class CaseTimeline {

    /** From when on it is whose turn, and the event by which. */
    record Change(WaitingOn waitingOn, Instant from, CaseEvent cause) {}

    private final Change[] changes;

    /** Takes the changes in order, no two of one phase behind each other and no two at one instant. */
    CaseTimeline(List<Change> changes) {
        this.changes = changes.toArray(Change[]::new);
    }

    List<CaseSegment> segments(Instant asOf) {
        List<CaseSegment> turns = new ArrayList<>(changes.length);
        for (int i = 0; begins(i, asOf); i++) {
            turns.add(new CaseSegment(
                    changes[i].waitingOn, TimeRange.of(changes[i].from, end(i, asOf)), changes[i].cause));
        }
        return Collections.unmodifiableList(turns);
    }

    TimeRanges ranges(Predicate<WaitingOn> wanted, Instant asOf) {
        List<TimeRange> periods = new ArrayList<>(changes.length);
        for (int i = 0; begins(i, asOf); i++) {
            if (wanted.test(changes[i].waitingOn)) {
                periods.add(TimeRange.of(changes[i].from, end(i, asOf)));
            }
        }
        return TimeRanges.of(periods);
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

    /** Whether there is such a turn, and it begins before the instant. */
    private boolean begins(int turn, Instant before) {
        return turn < changes.length && changes[turn].from.isBefore(before);
    }

    /** The end of a turn that began before the instant. */
    private Instant end(int turn, Instant asOf) {
        return begins(turn + 1, asOf) ? changes[turn + 1].from : asOf;
    }

    /** The place of the turn at an instant; that of the first one before the opening. */
    private int segmentAt(Instant at) {
        int turn = 0;
        int after = changes.length;
        while (after - turn > 1) {
            int middle = (turn + after) >>> 1;
            if (changes[middle].from.isAfter(at)) {
                after = middle;
            } else {
                turn = middle;
            }
        }
        return turn;
    }
}
