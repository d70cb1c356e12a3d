package dev.cxkit.core.support;

import dev.cxkit.core.time.Period;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.time.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** When the turn in a case went from one side to another, in order: each turn is from one change to the next. */
final class Changes {

    /** From when on it is whose turn, and the event by which. */
    record Change(Phase phase, Instant from, CaseEvent cause) {}

    private final Change[] changes;

    /** Takes the changes in order, no two of one phase behind each other and no two at one instant. */
    Changes(List<Change> changes) {
        this.changes = changes.toArray(Change[]::new);
    }

    List<Turn> turns(Instant asOf) {
        List<Turn> turns = new ArrayList<>(changes.length);
        for (int i = 0; begins(i, asOf); i++) {
            turns.add(new Turn(changes[i].phase, Period.of(changes[i].from, end(i, asOf)), changes[i].cause));
        }
        return Collections.unmodifiableList(turns);
    }

    Spans spans(Predicate<Phase> wanted, Instant asOf) {
        List<Period> periods = new ArrayList<>(changes.length);
        for (int i = 0; begins(i, asOf); i++) {
            if (wanted.test(changes[i].phase)) {
                periods.add(Period.of(changes[i].from, end(i, asOf)));
            }
        }
        return Spans.of(periods);
    }

    Duration elapsed(Predicate<Phase> counted, Schedule hours, Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (int i = turnAt(from); begins(i, to); i++) {
            Instant until = end(i, to);
            if (from.isBefore(until) && counted.test(changes[i].phase)) {
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
    private int turnAt(Instant at) {
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
