package dev.cxkit.metrics.service;

import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.CaseInterval;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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

    private static final CensoredTime BY_BOT = CensoredTime.excluded("answered-by-bot");
    private static final CensoredTime PAUSED = CensoredTime.excluded("paused");
    private static final Set<WaitingOn> OPEN = EnumSet.complementOf(EnumSet.of(WaitingOn.DONE));

    private ResponseTimes() {}

    /**
     * Returns the first response time: from the opening to the first response.
     *
     * <ul>
     *   <li>A closing is no answer: after a reopening it goes on with the time that had passed, and the time in which the case was closed
     *       does not count. Excluded as {@code paused}: a case that is closed without a response.
     *   <li>If the case was resolved without a response and reopened, it counts from the reopening: the customer was not waiting in between.
     *   <li>Excluded as {@code answered-by-bot}: a case in which a bot answered the customer's last message, and no agent has yet.
     *   <li>No time for a case that an agent opened, or that was resolved without a response.
     *   <li>Of a case into which others were merged the opening is its own. It does not know them, since only those that were merged away
     *       name the other; a host that merges an older case into a younger one gives the younger one the opening of the older.
     * </ul>
     */
    public static Reading<Case, CensoredTime> first(Schedule hours) {
        return only("first response time", CaseInterval.Kind.FIRST_RESPONSE, hours);
    }

    /**
     * Returns the first response time without the bot's part: from the opening, or where a bot had the case from the transfer or the request
     * for a human, to the first response, see {@link CaseInterval.Kind#HUMAN_RESPONSE}.
     *
     * <ul>
     *   <li>Excluded as {@code answered-by-bot}: each message of the customer that a bot answered before.
     *   <li>Else as {@link #first}.
     * </ul>
     */
    public static Reading<Case, CensoredTime> withoutBot(Schedule hours) {
        return only("first response time without the bot", CaseInterval.Kind.HUMAN_RESPONSE, hours);
    }

    /** The one that is answered or open, which is the last, and those that a bot answered. */
    private static Reading<Case, CensoredTime> only(String name, CaseInterval.Kind kind, Schedule hours) {
        return Reading.ofTimes(name, hours, (supportCase, asOf) -> {
            List<CensoredTime> times = new ArrayList<>(1);
            for (CaseInterval interval : supportCase.intervals(kind, asOf)) {
                if (interval.answeredByBot()) {
                    times.add(BY_BOT);
                } else if (interval.isOpen() && supportCase.waitingOn(asOf) == WaitingOn.DONE) {
                    times.add(PAUSED);
                } else if (interval.ended() == null) {
                    Instant stop = interval.stop();
                    Duration time = supportCase.elapsed(OPEN, hours, interval.start(), stop == null ? asOf : stop);
                    times.add(CensoredTime.of(time, stop != null));
                }
            }
            return times;
        });
    }

    /**
     * Returns the time from the assignment of each new owner to their reply, see {@link CaseInterval.Kind#OWNER_RESPONSE}. No time where the
     * case ended or went to another owner before.
     */
    public static Reading<Case, CensoredTime> owner(Schedule hours) {
        return all("time to the owner's reply", CaseInterval.Kind.OWNER_RESPONSE, hours);
    }

    /**
     * Returns the times from each public message of ours to the next while the case is open, see {@link CaseInterval.Kind#UPDATE}. No time
     * from the last one to the end of the case.
     */
    public static Reading<Case, CensoredTime> betweenUpdates(Schedule hours) {
        return all("time between updates", CaseInterval.Kind.UPDATE, hours);
    }

    private static Reading<Case, CensoredTime> all(String name, CaseInterval.Kind kind, Schedule hours) {
        return Reading.ofTimes(name, hours, (supportCase, asOf) -> times(kind, hours, supportCase, asOf));
    }

    private static List<CensoredTime> times(CaseInterval.Kind kind, Schedule hours, Case supportCase, Instant asOf) {
        List<CensoredTime> times = new ArrayList<>(2);
        for (CaseInterval interval : supportCase.intervals(kind, asOf)) {
            if (interval.answeredByBot()) {
                times.add(BY_BOT);
            } else if (interval.stop() != null
                    || (interval.isOpen() && supportCase.waitingOn(asOf) != WaitingOn.DONE)) {
                times.add(time(interval, hours, asOf));
            }
        }
        return times;
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
        for (CaseEvent event : supportCase.effectiveEvents(asOf)) {
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
     *   <li>Excluded as {@code answered-by-bot}: a message that a bot answered; the next message of the customer begins another time.
     *   <li>A message after the end of the case, such as thanks, has a time only if there is a response or the case is reopened: else nobody
     *       waits for anything.
     * </ul>
     */
    public static Reading<Case, CensoredTime> next(Schedule hours) {
        return all("next response time", CaseInterval.Kind.NEXT_RESPONSE, hours);
    }

    /**
     * Returns the longest of the {@linkplain #next next response times} of each case. It is right-censored while the case is not done, since
     * it can still become longer. No time for a case in which the customer said nothing that has or may have a response.
     */
    public static Reading<Case, CensoredTime> longestResponse(Schedule hours) {
        return Reading.ofTimes("longest next response", hours, (supportCase, asOf) -> {
            long longest = -1;
            for (CensoredTime response : times(CaseInterval.Kind.NEXT_RESPONSE, hours, supportCase, asOf)) {
                longest = response.excluded() == null ? Math.max(longest, response.millis()) : longest;
            }
            return longest < 0
                    ? List.of()
                    : List.of(new CensoredTime(longest, supportCase.waitingOn(asOf) == WaitingOn.DONE, null));
        });
    }

    /**
     * Returns the median of the {@linkplain #next next response times} of each case, of those whose response came; of an even number the
     * mean of the middle two. Open ones are not in it, so read it beside {@link #next}. No time for a case without a response.
     */
    public static Reading<Case, CensoredTime> medianResponse(Schedule hours) {
        return Reading.ofTimes("median next response", hours, (supportCase, asOf) -> {
            List<Long> responses = new ArrayList<>();
            for (CensoredTime response : times(CaseInterval.Kind.NEXT_RESPONSE, hours, supportCase, asOf)) {
                if (response.event()) {
                    responses.add(response.millis());
                }
            }
            Collections.sort(responses);
            int n = responses.size();
            return n == 0
                    ? List.of()
                    : List.of(new CensoredTime((responses.get((n - 1) / 2) + responses.get(n / 2)) / 2, true, null));
        });
    }
}
