package dev.cxkit.examples.report.cases;

import dev.cxkit.core.sla.SlaPolicies;
import dev.cxkit.core.sla.SlaPolicy;
import dev.cxkit.core.sla.SlaTarget;
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
 * @param targets the SLA targets
 * @param asOf the instant at which the cases are looked at, or null for the latest event
 */
record CasesRequest(
        Columns columns,
        CaseLog log,
        Times times,
        @Nullable Schedule hours,
        List<SlaTarget> targets,
        @Nullable Instant asOf) {

    /** Copies the list. */
    CasesRequest {
        targets = List.copyOf(targets);
    }

    /**
     * The columns of a file.
     *
     * @param id the case, or null if each row is another one
     * @param moments where a row says what happened when
     * @param owner who has the case, or null if nothing says it
     * @param actor who did something, or null if nothing says it
     * @param by the segments
     */
    record Columns(
            @Nullable String id,
            List<Moment> moments,
            @Nullable String owner,
            @Nullable String actor,
            List<String> by) {

        /** Copies the lists. */
        Columns {
            moments = List.copyOf(moments);
            by = List.copyOf(by);
        }
    }

    /**
     * Where a row says that something happened.
     *
     * @param at the column of the time
     * @param what the column of what happened, or the event itself
     * @param dated whether it is the event itself, which did not happen if there is no time
     */
    record Moment(String at, String what, boolean dated) {

        /** Returns one of which a column says what it was. */
        static Moment told(String at, String what) {
            return new Moment(at, what, false);
        }

        /**
         * Reads texts such as {@code opened=created_at}.
         *
         * @throws IllegalArgumentException if it is not like that, or a time is not all that the event needs
         */
        static Moment dated(String text) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + text + "' is not like opened=COLUMN");
            }
            String event = text.substring(0, equals);
            if (!EventLog.OF_TIME_ALONE.contains(event)) {
                throw new IllegalArgumentException("event '" + event + "' is none of " + EventLog.OF_TIME_ALONE);
            }
            return new Moment(text.substring(equals + 1), event, true);
        }
    }

    /** Returns the hours in which the time of goals counts. */
    Schedule slaHours() {
        return hours == null ? Schedule.always() : hours;
    }

    /** Returns the goals with their hours. */
    SlaPolicies slaPolicies() {
        return SlaPolicies.of(new SlaPolicy("goals", slaHours(), targets));
    }
}
