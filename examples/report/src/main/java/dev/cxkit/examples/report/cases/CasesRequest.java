package dev.cxkit.examples.report.cases;

import dev.cxkit.core.support.Goal;
import dev.cxkit.core.support.Policies;
import dev.cxkit.core.support.Policy;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.examples.report.rows.Times;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a log of cases.
 *
 * @param columns where it says what
 * @param log how its rows are understood
 * @param times reads its times
 * @param hours the business hours, or null if there are none
 * @param goals what is to be kept
 * @param asOf the instant at which the cases are looked at, or null for the latest event
 */
record CasesRequest(
        Columns columns,
        CaseLog log,
        Times times,
        @Nullable Schedule hours,
        List<Goal> goals,
        @Nullable Instant asOf) {

    /** Copies the list. */
    CasesRequest {
        goals = List.copyOf(goals);
    }

    /**
     * The columns of a log.
     *
     * @param id the case
     * @param at when
     * @param what the event or state
     * @param owner who has the case, or null if nothing says it
     * @param actor who did something, or null if nothing says it
     * @param by the segments
     */
    record Columns(
            String id,
            String at,
            String what,
            @Nullable String owner,
            @Nullable String actor,
            List<String> by) {

        /** Copies the list. */
        Columns {
            by = List.copyOf(by);
        }
    }

    /** Whether somebody's words are in the log: without them nothing can be said of answers. */
    boolean messages() {
        return log instanceof EventLog;
    }

    /** Returns the hours in which the time of goals counts. */
    Schedule goalHours() {
        return hours == null ? Schedule.always() : hours;
    }

    /** Returns the goals with their hours. */
    Policies policies() {
        return Policies.of(new Policy("goals", goalHours(), goals));
    }
}
