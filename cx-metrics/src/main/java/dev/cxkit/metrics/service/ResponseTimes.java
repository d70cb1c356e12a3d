package dev.cxkit.metrics.service;

import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.CaseInterval;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Schedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * {@index "First response time"}, {@index "next response time"} and time to a human, in business hours or calendar time.
 *
 * <ul>
 *   <li>A response is a public message of an agent. Excluded: messages of bots, automatic replies and internal notes.
 *   <li>First and next responses are the intervals of the case that SLA clocks measure too, see {@link CaseInterval.Kind}.
 *   <li>Time counts in the hours that are given, without pauses; {@link Schedule#always()} gives calendar time.
 *   <li>A response that has not come yet is right-censored.
 * </ul>
 *
 * <p>Asked by {@link ElapsedTime#metric(Reading, Instant)}.
 */
public final class ResponseTimes {

    private ResponseTimes() {}

    /**
     * Returns the first response time: from the opening to the first response.
     *
     * <ul>
     *   <li>If the case was resolved or closed without a response and reopened, it counts from the reopening: the customer was not waiting
     *       in between.
     *   <li>No time for a case that an agent opened, or that ended without a response.
     *   <li>Of a case into which others were merged the opening is its own. It does not know them, since only those that were merged away
     *       name the other; a host that merges an older case into a younger one gives the younger one the opening of the older.
     * </ul>
     */
    public static Reading<Case, CensoredTime> first(Schedule hours) {
        return Reading.ofTimes("first response time", hours, (supportCase, asOf) -> {
            List<CaseInterval> intervals = supportCase.intervals(CaseInterval.Kind.FIRST_RESPONSE, asOf);
            // The last one alone can have been answered, or be open.
            CaseInterval last = intervals.isEmpty() ? null : intervals.get(intervals.size() - 1);
            return last == null || last.ended() != null ? List.of() : List.of(time(last, hours, asOf));
        });
    }

    private static CensoredTime time(CaseInterval interval, Schedule hours, Instant asOf) {
        Instant stop = interval.stop();
        return CensoredTime.between(hours, interval.start(), stop == null ? asOf : stop, stop != null);
    }

    /**
     * Returns the time from the last transfer by a bot, or request for a human, to the first response after it.
     *
     * <ul>
     *   <li>No time where there was neither, or the case ended before the response.
     *   <li>No time where the case was done when it came and still is.
     * </ul>
     */
    public static Reading<Case, CensoredTime> toHuman(Schedule hours) {
        return Reading.ofTimes("time to human", hours, (supportCase, asOf) -> toHuman(hours, supportCase, asOf));
    }

    private static List<CensoredTime> toHuman(Schedule hours, Case supportCase, Instant asOf) {
        Instant start = null;
        boolean withBot = false;
        boolean withHuman = false;
        for (CaseEvent event : supportCase.events(asOf)) {
            if (event instanceof WorkflowEvent.Assigned assigned) {
                start = withBot && assigned.to().human() ? event.occurredAt() : start;
                withBot = assigned.to().bot();
                withHuman = assigned.to().human();
            } else if (event instanceof ConversationEvent.Message message) {
                if (start != null && message.answers()) {
                    return List.of(CensoredTime.between(hours, start, event.occurredAt(), true));
                } else if (message.asksForHuman()) {
                    start = event.occurredAt();
                }
                withBot |= !withHuman && message.by().kind() == Actor.Kind.BOT && message.reachesCustomer();
            } else if (CaseEvent.endsCase(event)) {
                start = null;
            }
        }
        return start == null || supportCase.waitingOn(asOf) == WaitingOn.DONE
                ? List.of()
                : List.of(CensoredTime.between(hours, start, asOf, false));
    }

    /**
     * Returns the next response times: from the first message of the customer that has no response yet to the response, each time.
     *
     * <ul>
     *   <li>A resolution without words ends the wait without a time.
     *   <li>A message after the end of the case, such as thanks, has a time only if there is a response or the case is reopened: else nobody
     *       waits for anything.
     * </ul>
     */
    public static Reading<Case, CensoredTime> next(Schedule hours) {
        return Reading.ofTimes("next response time", hours, (supportCase, asOf) -> next(hours, supportCase, asOf));
    }

    private static List<CensoredTime> next(Schedule hours, Case supportCase, Instant asOf) {
        List<CensoredTime> responses = new ArrayList<>();
        for (CaseInterval interval : supportCase.intervals(CaseInterval.Kind.NEXT_RESPONSE, asOf)) {
            if (interval.stop() != null || (interval.isOpen() && supportCase.waitingOn(asOf) != WaitingOn.DONE)) {
                responses.add(time(interval, hours, asOf));
            }
        }
        return responses;
    }

    /**
     * Returns the longest of the {@linkplain #next next response times} of each case. It is right-censored while the case is not done, since
     * it can still become longer. No time for a case in which the customer said nothing that has or may have a response.
     */
    public static Reading<Case, CensoredTime> longestResponse(Schedule hours) {
        return Reading.ofTimes("longest next response", hours, (supportCase, asOf) -> {
            long longest = -1;
            for (CensoredTime response : next(hours, supportCase, asOf)) {
                longest = Math.max(longest, response.seconds());
            }
            return longest < 0
                    ? List.of()
                    : List.of(new CensoredTime(longest, supportCase.waitingOn(asOf) == WaitingOn.DONE));
        });
    }

    /**
     * Returns the median of the {@linkplain #next next response times} of each case, of those whose response came; of an even number the
     * mean of the middle two. Open ones are not in it, so read it beside {@link #next}. No time for a case without a response.
     */
    public static Reading<Case, CensoredTime> medianResponse(Schedule hours) {
        return Reading.ofTimes("median next response", hours, (supportCase, asOf) -> {
            List<Long> responses = new ArrayList<>();
            for (CensoredTime response : next(hours, supportCase, asOf)) {
                if (response.event()) {
                    responses.add(response.seconds());
                }
            }
            Collections.sort(responses);
            int n = responses.size();
            return n == 0
                    ? List.of()
                    : List.of(new CensoredTime((responses.get((n - 1) / 2) + responses.get(n / 2)) / 2, true));
        });
    }
}
