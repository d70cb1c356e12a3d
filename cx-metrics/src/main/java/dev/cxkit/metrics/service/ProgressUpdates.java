package dev.cxkit.metrics.service;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.CaseSegment;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.time.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether customers are kept up to date while a case is in our hands. A gap is the time in which it was our turn and we, human or bot,
 * said nothing that the customer sees: from the beginning of the turn to the first message, from message to message, and from the last
 * one to the end of the turn. The longest gap of a case is {@link ResponseTimes#longestUpdateGap}.
 */
public final class ProgressUpdates {

    private ProgressUpdates() {}

    /** How a gap stands. */
    private enum End {
        /** We said something. */
        MESSAGE,
        /** It was our turn no more. */
        NOT_US,
        /** It goes on. */
        NONE
    }

    private record Gap(Duration time, End end) {

        Outcome within(Duration rhythm) {
            if (time.compareTo(rhythm) > 0) {
                return Outcome.NO;
            }
            return switch (end) {
                case MESSAGE -> Outcome.YES;
                case NOT_US -> Outcome.excluded("ended");
                case NONE -> Outcome.excluded("running");
            };
        }
    }

    /** Returns the gaps of all turns. The last one of a case goes on while it is our turn. */
    public static Reading<Case, CensoredTime> gaps(Schedule hours) {
        return TimeMeasure.of("gaps between updates", hours, (of, asOf) -> {
            List<CensoredTime> times = new ArrayList<>();
            for (Gap gap : gapsOf(hours, of, asOf)) {
                times.add(new CensoredTime(gap.time.toSeconds(), gap.end != End.NONE));
            }
            return times;
        });
    }

    /**
     * Returns the share of gaps that were not longer than a rhythm, of those that ended with a message of ours or were longer. Others
     * are left out: those {@code running}, and those that {@code ended} with our turn, so that nothing was to be said any more.
     *
     * @param rhythm the longest gap that was promised, in time of the hours, above 0
     * @throws IllegalArgumentException if the rhythm is not above 0
     */
    public static Reading<Case, Outcome> within(Duration rhythm, Schedule hours) {
        return new Reading<>("gaps" + text(rhythm, hours), (of, asOf) -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (Gap gap : gapsOf(hours, of, asOf)) {
                outcomes.add(gap.within(rhythm));
            }
            return outcomes;
        });
    }

    /**
     * Returns the share of cases in which no gap was longer than a rhythm. One that is not done and had no longer gap is left out as
     * {@code open}: it can still have one.
     *
     * @param rhythm the longest gap that was promised, in time of the hours, above 0
     * @throws IllegalArgumentException if the rhythm is not above 0
     */
    public static Reading<Case, Outcome> casesWithin(Duration rhythm, Schedule hours) {
        return new Reading<>("cases with gaps" + text(rhythm, hours), (of, asOf) -> {
            boolean longer = false;
            for (Gap gap : gapsOf(hours, of, asOf)) {
                longer |= gap.time.compareTo(rhythm) > 0;
            }
            boolean open = of.waitingOn(asOf) != WaitingOn.DONE;
            return List.of(longer ? Outcome.NO : open ? Outcome.OPEN : Outcome.YES);
        });
    }

    private static String text(Duration rhythm, Schedule hours) {
        if (rhythm.isNegative() || rhythm.isZero()) {
            throw new IllegalArgumentException("rhythm " + rhythm + " is not above 0");
        }
        return " within " + rhythm + ", " + TimeMeasure.text(hours);
    }

    private static List<Gap> gapsOf(Schedule hours, Case of, Instant asOf) {
        List<Gap> gaps = new ArrayList<>();
        List<CaseEvent> events = CaseEvents.upTo(of, asOf);
        int next = 0;
        for (CaseSegment turn : of.segments(asOf)) {
            if (turn.waitingOn() != WaitingOn.US) {
                continue;
            }
            Instant from = turn.range().from();
            Instant end = turn.range().to();
            for (; next < events.size(); next++) {
                if (events.get(next) instanceof ConversationEvent.Message message && CaseEvents.speaks(message)) {
                    Instant at = message.occurredAt();
                    if (at.isAfter(end)) {
                        break;
                    }
                    // One before is of another's turn. One that hands the case over ends the turn at its own instant.
                    if (at.isAfter(from)) {
                        gaps.add(new Gap(hours.elapsed(from, at), End.MESSAGE));
                        from = at;
                    }
                }
            }
            if (from.isBefore(end)) {
                boolean goesOn = end.equals(asOf) && of.waitingOn(asOf) == WaitingOn.US;
                gaps.add(new Gap(hours.elapsed(from, end), goesOn ? End.NONE : End.NOT_US));
            }
        }
        return gaps;
    }
}
