package dev.cxkit.metrics.service;

import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long customers wait for an answer. Time counts in the hours that are given, without pauses; {@link Schedule#always()} gives
 * calendar time. An answer is a message of a human of ours that the customer sees: no bot, no automatic reply, no note.
 */
public final class ResponseTimes {

    private ResponseTimes() {}

    /**
     * Returns the time from the opening to the first answer. Where the case was resolved or closed without one and reopened, it counts
     * from the reopening: the customer was not waiting in between. None for a case that we opened, or that ended without an answer.
     * The goal {@link dev.cxkit.core.support.CaseInterval.Kind#FIRST_RESPONSE} has the same clock.
     *
     * <p>Of a case into which others were merged the opening is its own. It does not know them, since only those that were merged away
     * name the other; a host that merges an older case into a younger one gives the younger one the opening of the older.
     */
    public static TimeMeasure first(Schedule hours) {
        return TimeMeasure.of("first response", hours, (of, asOf) -> first(hours, of, asOf));
    }

    private static List<CensoredTime> first(Schedule hours, Case of, Instant asOf) {
        if (of.opened().by().kind() == Actor.Kind.AGENT) {
            return List.of();
        }
        Instant start = of.openedAt();
        for (CaseEvent event : CaseEvents.upTo(of, asOf)) {
            if (start == null) {
                start = event instanceof WorkflowEvent.Reopened ? event.occurredAt() : null;
            } else if (CaseEvents.answers(event)) {
                return List.of(CensoredTime.between(hours, start, event.occurredAt(), true));
            } else if (CaseEvents.ends(event)) {
                start = null;
            }
        }
        return start == null ? List.of() : List.of(CensoredTime.between(hours, start, asOf, false));
    }

    /**
     * Returns the time from the last hand-over by a bot, or request for a human, to the first answer after it. None where there was
     * neither, or the case ended before, or was done when it came and still is.
     */
    public static TimeMeasure toHuman(Schedule hours) {
        return TimeMeasure.of("time to human", hours, (of, asOf) -> toHuman(hours, of, asOf));
    }

    private static List<CensoredTime> toHuman(Schedule hours, Case of, Instant asOf) {
        Instant start = null;
        boolean withBot = false;
        boolean withHuman = false;
        for (CaseEvent event : CaseEvents.upTo(of, asOf)) {
            if (event instanceof WorkflowEvent.Assigned assigned) {
                start = withBot && assigned.to().human() ? event.occurredAt() : start;
                withBot = assigned.to().bot();
                withHuman = assigned.to().human();
            } else if (!withHuman
                    && event instanceof ConversationEvent.Message message
                    && message.by().kind() == Actor.Kind.BOT
                    && CaseEvents.speaks(message)) {
                withBot = true;
            } else if (CaseEvents.asksForHuman(event)) {
                start = event.occurredAt();
            } else if (CaseEvents.ends(event)) {
                start = null;
            } else if (start != null && CaseEvents.answers(event)) {
                return List.of(CensoredTime.between(hours, start, event.occurredAt(), true));
            }
        }
        return start == null || of.waitingOn(asOf) == WaitingOn.DONE
                ? List.of()
                : List.of(CensoredTime.between(hours, start, asOf, false));
    }

    /**
     * Returns the times from the first message of the customer that is not answered to the answer, for each turn of the customer. One
     * that is not answered yet goes on; a resolution without words ends the turn without a time. A word after the resolution, such as
     * thanks, has a time if it is answered or the case is reopened: else nobody waits for anything.
     */
    public static TimeMeasure next(Schedule hours) {
        return TimeMeasure.of("next replies", hours, (of, asOf) -> next(hours, of, asOf));
    }

    private static List<CensoredTime> next(Schedule hours, Case of, Instant asOf) {
        List<CensoredTime> replies = new ArrayList<>();
        Instant asked = null;
        for (CaseEvent event : CaseEvents.upTo(of, asOf)) {
            if (CaseEvents.asks(event)) {
                asked = asked == null ? event.occurredAt() : asked;
            } else if (CaseEvents.ends(event)) {
                asked = null;
            } else if (asked != null && CaseEvents.answers(event)) {
                replies.add(CensoredTime.between(hours, asked, event.occurredAt(), true));
                asked = null;
            }
        }
        if (asked != null && of.waitingOn(asOf) != WaitingOn.DONE) {
            replies.add(CensoredTime.between(hours, asked, asOf, false));
        }
        return replies;
    }

    /**
     * Returns the longest of the {@link #next} replies of each case. It goes on while the case is not done: it can still become longer.
     * None for a case in which the customer said nothing that is or may be answered.
     */
    public static TimeMeasure longestResponse(Schedule hours) {
        return TimeMeasure.of("longest reply", hours, (of, asOf) -> {
            List<CensoredTime> replies = next(hours, of, asOf);
            boolean over = of.waitingOn(asOf) == WaitingOn.DONE;
            long longest = -1;
            for (CensoredTime reply : replies) {
                longest = Math.max(longest, reply.seconds());
            }
            return replies.isEmpty() ? List.of() : List.of(new CensoredTime(longest, over));
        });
    }

    /**
     * Returns the median of the {@link #next} replies of each case, of those given so far; of an even number the mean of the middle two.
     * A turn that is not answered yet is not in it, so read it beside {@link #next}. None for a case without a reply.
     */
    public static TimeMeasure medianResponse(Schedule hours) {
        return TimeMeasure.of("median reply", hours, (of, asOf) -> {
            List<Long> replies = new ArrayList<>();
            for (CensoredTime reply : next(hours, of, asOf)) {
                if (reply.event()) {
                    replies.add(reply.seconds());
                }
            }
            Collections.sort(replies);
            int n = replies.size();
            return n == 0
                    ? List.of()
                    : List.of(new CensoredTime((replies.get((n - 1) / 2) + replies.get(n / 2)) / 2, true));
        });
    }

    /**
     * Returns the longest time for which it was our turn and we, human or bot, said nothing that the customer sees. It goes on while
     * the case is open: it can still become longer.
     */
    public static TimeMeasure longestUpdateGap(Schedule hours) {
        return TimeMeasure.of("longest silence", hours, (of, asOf) -> {
            Duration longest = Duration.ZERO;
            for (TimeRange turn : of.ranges(WaitingOn.US, asOf).ranges()) {
                Instant from = turn.from();
                for (CaseEvent event : CaseEvents.upTo(of, asOf)) {
                    if (event instanceof ConversationEvent.Message message
                            && CaseEvents.speaks(message)
                            && turn.contains(message.occurredAt())) {
                        longest = longer(longest, hours.elapsed(from, message.occurredAt()));
                        from = message.occurredAt();
                    }
                }
                longest = longer(longest, hours.elapsed(from, turn.to()));
            }
            return List.of(new CensoredTime(longest.toSeconds(), of.waitingOn(asOf) == WaitingOn.DONE));
        });
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
