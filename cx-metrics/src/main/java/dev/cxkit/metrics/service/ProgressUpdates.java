package dev.cxkit.metrics.service;

import dev.cxkit.core.check.Require;
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
 * Update gaps: times without a customer-visible update while a case waits on us.
 *
 * <ul>
 *   <li>An update is a public message of ours, of an agent or a bot. Excluded: automatic replies and internal notes.
 *   <li>A gap is from the time at which the case begins to wait on us to the first update, from update to update, and from the last one to
 *       the time at which it no longer waits on us.
 *   <li>The last gap of a case that still waits on us is right-censored.
 * </ul>
 */
public final class ProgressUpdates {

    private ProgressUpdates() {}

    /** What a gap ended with. */
    private enum End {
        UPDATE,
        /** The case no longer waited on us. */
        NOT_US,
        NONE
    }

    private record Gap(Duration time, End end) {

        Outcome within(Duration limit) {
            if (time.compareTo(limit) > 0) {
                return end == End.NONE ? Outcome.OVERDUE : Outcome.NO;
            }
            return switch (end) {
                case UPDATE -> Outcome.YES;
                case NOT_US -> Outcome.excluded("ended");
                case NONE -> Outcome.excluded("running");
            };
        }
    }

    /** Returns all gaps, for {@link ElapsedTime#metric(Reading, Instant)}. */
    public static Reading<Case, CensoredTime> gaps(Schedule hours) {
        return gaps(", " + Reading.text(hours), hours).then("", gap -> CensoredTime.of(gap.time, gap.end != End.NONE));
    }

    /**
     * Returns the longest gap of each case without an update, for {@link ElapsedTime#metric(Reading, Instant)}; 0 if it never waited on us.
     * It is right-censored while the case is not done: it can still become longer.
     */
    public static Reading<Case, CensoredTime> longestGap(Schedule hours) {
        return Reading.ofTimes("longest gap without an update", hours, (supportCase, asOf) -> {
            Duration longest = Duration.ZERO;
            for (Gap gap : gapsOf(hours, supportCase, asOf)) {
                longest = longest.compareTo(gap.time) < 0 ? gap.time : longest;
            }
            return List.of(CensoredTime.of(longest, supportCase.waitingOn(asOf) == WaitingOn.DONE));
        });
    }

    /**
     * Returns the share of gaps that were not above a limit, of those that ended with an update or were above it, for
     * {@link Share#metric(Reading, Instant)}. Excluded are those still {@code running}, and those that {@code ended} as the case no longer
     * waited on us, so that nothing was to be said any more.
     *
     * @param limit the longest gap that was promised, in time of the hours, above 0
     * @throws IllegalArgumentException if the limit is not above 0
     */
    public static Reading<Case, Outcome> within(Duration limit, Schedule hours) {
        return gaps(text(limit, hours), hours).then("", gap -> gap.within(limit));
    }

    private static Reading<Case, Gap> gaps(String how, Schedule hours) {
        return Reading.ofCases("gaps between updates" + how, (supportCase, asOf) -> gapsOf(hours, supportCase, asOf));
    }

    /**
     * Returns the share of cases in which no gap was above a limit, for {@link Share#metric(Reading, Instant)}. One that is not done and had
     * no such gap is excluded as {@code open}: it can still have one.
     *
     * @param limit the longest gap that was promised, in time of the hours, above 0
     * @throws IllegalArgumentException if the limit is not above 0
     */
    public static Reading<Case, Outcome> casesWithin(Duration limit, Schedule hours) {
        return Reading.ofCases("cases with gaps between updates" + text(limit, hours), (supportCase, asOf) -> {
            boolean longer = false;
            for (Gap gap : gapsOf(hours, supportCase, asOf)) {
                longer |= gap.time.compareTo(limit) > 0;
            }
            boolean open = supportCase.waitingOn(asOf) != WaitingOn.DONE;
            return List.of(longer ? Outcome.NO : open ? Outcome.OPEN : Outcome.YES);
        });
    }

    private static String text(Duration limit, Schedule hours) {
        Require.positive("limit", limit);
        return " within " + limit + ", " + Reading.text(hours);
    }

    private static List<Gap> gapsOf(Schedule hours, Case supportCase, Instant asOf) {
        List<Gap> gaps = new ArrayList<>();
        List<CaseEvent> events = supportCase.effectiveEvents(asOf);
        int next = 0;
        for (CaseSegment segment : supportCase.segments(asOf)) {
            if (segment.waitingOn() != WaitingOn.US) {
                continue;
            }
            Instant from = segment.range().from();
            Instant end = segment.range().to();
            for (; next < events.size(); next++) {
                if (events.get(next) instanceof ConversationEvent.Message message && message.reachesCustomer()) {
                    Instant at = message.occurredAt();
                    if (at.isAfter(end)) {
                        break;
                    }
                    // One before is of another segment. One by which the case waits on somebody else ends the segment
                    // at its own instant.
                    if (at.isAfter(from)) {
                        gaps.add(new Gap(hours.elapsed(from, at), End.UPDATE));
                        from = at;
                    }
                }
            }
            if (from.isBefore(end)) {
                boolean running = end.equals(asOf) && supportCase.waitingOn(asOf) == WaitingOn.US;
                gaps.add(new Gap(hours.elapsed(from, end), running ? End.NONE : End.NOT_US));
            }
        }
        return gaps;
    }
}
