package dev.cxkit.metrics.service;

import dev.cxkit.core.support.Assignee;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How long cases take, and with whom. Time counts in the hours that are given; {@link Schedule#always()} gives calendar time. In a case
 * that is not done, the time goes on.
 */
public final class CaseTimes {

    private static final Set<WaitingOn> US = Set.of(WaitingOn.US);

    private CaseTimes() {}

    /** Which resolution of a case is meant. */
    public enum Resolution {
        /** The first one; what comes later does not change it. */
        FIRST,
        /** The last one; a case that was reopened and is not done has none. */
        LAST
    }

    /**
     * Returns the time from the opening to a resolution. A closing without a resolution is one.
     *
     * @param without the phases whose time is left out, such as {@link WaitingOn#CUSTOMER}; to the last resolution also
     *     {@link WaitingOn#DONE}, the time before a reopening
     */
    public static Reading<Case, CensoredTime> resolution(Resolution which, Schedule hours, WaitingOn... without) {
        Set<WaitingOn> counted = EnumSet.allOf(WaitingOn.class);
        counted.removeAll(Arrays.asList(without));
        String left = without.length == 0 ? "" : " in " + counted;
        return TimeMeasure.of("time to " + which + " resolution" + left, hours, (of, asOf) -> {
            List<Instant> resolved = of.resolutions(asOf);
            boolean finished =
                    !resolved.isEmpty() && (which == Resolution.FIRST || of.waitingOn(asOf) == WaitingOn.DONE);
            int index = which == Resolution.FIRST ? 0 : resolved.size() - 1;
            Instant end = finished ? resolved.get(index) : asOf;
            Duration time = without.length == 0
                    ? hours.elapsed(of.openedAt(), end)
                    : of.elapsed(counted, hours, of.openedAt(), end);
            return List.of(new CensoredTime(time.toSeconds(), finished));
        });
    }

    /** Returns the time in which the customer waited, for us or for a third party. */
    public static Reading<Case, CensoredTime> requesterWait(Schedule hours) {
        return waiting("requester wait", hours, WaitingOn.US, WaitingOn.THIRD_PARTY);
    }

    /** Returns the time in which it was our turn. */
    public static Reading<Case, CensoredTime> agentWork(Schedule hours) {
        return waiting("work time", hours, WaitingOn.US);
    }

    /** Returns the time in which we waited for the customer. */
    public static Reading<Case, CensoredTime> waitingOnCustomer(Schedule hours) {
        return waiting("customer wait", hours, WaitingOn.CUSTOMER);
    }

    /** Returns the time in which we, and so the customer, waited for a third party. */
    public static Reading<Case, CensoredTime> onHold(Schedule hours) {
        return waiting("other wait", hours, WaitingOn.THIRD_PARTY);
    }

    private static Reading<Case, CensoredTime> waiting(String name, Schedule hours, WaitingOn... phases) {
        Set<WaitingOn> counted = EnumSet.copyOf(Arrays.asList(phases));
        return TimeMeasure.of(
                name, hours, (of, asOf) -> List.of(whole(of, asOf, of.elapsed(counted, hours, of.openedAt(), asOf))));
    }

    private static CensoredTime whole(Case of, Instant asOf, Duration time) {
        return new CensoredTime(time.toSeconds(), of.waitingOn(asOf) == WaitingOn.DONE);
    }

    /** Returns the time in which it was our turn and the case was with a person, not just with a team, a bot or nobody. */
    public static Reading<Case, CensoredTime> handling(Schedule hours) {
        return TimeMeasure.of("handling time", hours, (of, asOf) -> {
            Duration handled = Duration.ZERO;
            Instant since = null;
            for (CaseEvent event : CaseEvents.upTo(of, asOf)) {
                if (event instanceof WorkflowEvent.Assigned assigned) {
                    Instant at = assigned.occurredAt();
                    handled = since == null ? handled : handled.plus(of.elapsed(US, hours, since, at));
                    since = isPerson(assigned.to()) ? at : null;
                }
            }
            handled = since == null ? handled : handled.plus(of.elapsed(US, hours, since, asOf));
            return List.of(whole(of, asOf, handled));
        });
    }

    private static boolean isPerson(Assignee to) {
        return to.human() && to.person() != null;
    }
}
