package dev.cxkit.metrics.service;

import dev.cxkit.core.support.Assignee;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.Definition;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * {@index "Resolution time"}, {@index "requester wait time"}, {@index "agent work time"}, on-hold time and {@index "handling time"} of cases.
 *
 * <ul>
 *   <li>Time counts in the hours that are given; {@link Schedule#always()} gives calendar time.
 *   <li>The time of a case that is not done is right-censored.
 *   <li>Whom a case waits on, and so which time is whose, its events say, see {@link WaitingOn}.
 * </ul>
 *
 * <p>Asked by {@link ElapsedTime#metric(Reading, Instant)}.
 */
public final class CaseTimes {

    private static final Set<WaitingOn> US = Set.of(WaitingOn.US);

    private static final CensoredTime ABANDONED = CensoredTime.excluded(Resolutions.ABANDONED.reason());

    private CaseTimes() {}

    /** Which resolution of a case is meant. */
    public enum Resolution {
        /** The first one; what comes later does not change it. */
        FIRST,
        /** The last one; a case that was reopened and is not done has none. */
        LAST
    }

    /**
     * Returns the resolution time: from the opening to the first or last resolution. A closing without a resolution counts as one.
     * Excluded as {@code abandoned}: a case that was closed without a word of ours and without a resolution.
     *
     * @param resolution which one
     * @param excluded whom the case waits on in the time that does not count, such as {@link WaitingOn#CUSTOMER}; to the last resolution
     *     also {@link WaitingOn#DONE}, the time before a reopening
     */
    public static Reading<Case, CensoredTime> resolution(Resolution resolution, Schedule hours, WaitingOn... excluded) {
        boolean toFirst = resolution == Resolution.FIRST;
        Set<WaitingOn> counted = EnumSet.allOf(WaitingOn.class);
        counted.removeAll(Arrays.asList(excluded));
        boolean all = excluded.length == 0;
        String name = (toFirst ? "first" : "last") + " resolution time"
                + (all ? "" : " while waiting on " + Definition.text(counted));
        return Reading.ofTimes(name, hours, (supportCase, asOf) -> {
            List<Instant> resolved = supportCase.resolutions(asOf);
            if (resolved.isEmpty() && supportCase.waitingOn(asOf) == WaitingOn.DONE) {
                return List.of(ABANDONED);
            }
            boolean event = !resolved.isEmpty() && (toFirst || supportCase.waitingOn(asOf) == WaitingOn.DONE);
            Instant end = event ? resolved.get(toFirst ? 0 : resolved.size() - 1) : asOf;
            Duration time = all
                    ? hours.elapsed(supportCase.openedAt(), end)
                    : supportCase.elapsed(counted, hours, supportCase.openedAt(), end);
            return List.of(CensoredTime.of(time, event));
        });
    }

    /** Returns the requester wait time: while the case waits on us or on a third party. */
    public static Reading<Case, CensoredTime> requesterWait(Schedule hours) {
        return waiting("requester wait time", hours, EnumSet.of(WaitingOn.US, WaitingOn.THIRD_PARTY));
    }

    /** Returns the agent work time: while the case waits on us. */
    public static Reading<Case, CensoredTime> agentWork(Schedule hours) {
        return waiting("agent work time", hours, US);
    }

    /** Returns the time in which the case waits on the customer. */
    public static Reading<Case, CensoredTime> waitingOnCustomer(Schedule hours) {
        return waiting("waiting on customer", hours, EnumSet.of(WaitingOn.CUSTOMER));
    }

    /** Returns the time on hold: while the case waits on a third party. */
    public static Reading<Case, CensoredTime> onHold(Schedule hours) {
        return waiting("on hold", hours, EnumSet.of(WaitingOn.THIRD_PARTY));
    }

    private static Reading<Case, CensoredTime> waiting(String name, Schedule hours, Set<WaitingOn> counted) {
        return Reading.ofTimes(
                name,
                hours,
                (supportCase, asOf) -> List.of(
                        whole(supportCase, asOf, supportCase.elapsed(counted, hours, supportCase.openedAt(), asOf))));
    }

    private static CensoredTime whole(Case supportCase, Instant asOf, Duration time) {
        return CensoredTime.of(time, supportCase.waitingOn(asOf) == WaitingOn.DONE);
    }

    /** Returns the handling time: while the case waits on us and is assigned to a person, not just to a team, a bot or nobody. */
    public static Reading<Case, CensoredTime> handling(Schedule hours) {
        return Reading.ofTimes("handling time", hours, (supportCase, asOf) -> {
            Duration handled = Duration.ZERO;
            Instant since = null;
            for (CaseEvent event : supportCase.effectiveEvents(asOf)) {
                if (event instanceof WorkflowEvent.Assigned assigned) {
                    Instant at = assigned.occurredAt();
                    handled = since == null ? handled : handled.plus(supportCase.elapsed(US, hours, since, at));
                    since = isPerson(assigned.to()) ? at : null;
                }
            }
            handled = since == null ? handled : handled.plus(supportCase.elapsed(US, hours, since, asOf));
            return List.of(whole(supportCase, asOf, handled));
        });
    }

    private static boolean isPerson(Assignee to) {
        return to.human() && to.person() != null;
    }
}
