package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Assignee;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.metrics.Definition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@index Reassignment Reassignments} (transfers) of cases between teams, persons and bots.
 *
 * <ul>
 *   <li>Counted: an assignment to another team, to another person of the same team (also by way of the team), from a bot to a human, and
 *       from a human to a bot. There and back are two.
 *   <li>Excluded: routing to the first human or team, and a person who takes the case from the own team or gives it back.
 * </ul>
 *
 * <p>Asked by {@link CaseCounts#metric}; the share of cases without one is {@link CaseCounts#shareOfNone}.
 */
public final class Transfers {

    private Transfers() {}

    /** Between whom a case was transferred. */
    public enum Kind {
        /** To another team. */
        TEAM,
        /** To another person, of the same team or where no teams are named. */
        PERSON,
        /** From a bot to a human, also to the first one. */
        BOT_TO_HUMAN,
        /** From a human to a bot. */
        HUMAN_TO_BOT
    }

    /** A transfer; {@code first} if no human had the case before. */
    record Transfer(WorkflowEvent.Assigned event, Kind kind, boolean first) {}

    /** Returns the number of transfers after the first human had the case. */
    public static Reading<Case, Long> count() {
        return Reading.ofCases(
                "transfers", (supportCase, asOf) -> count(supportCase, asOf, transfer -> !transfer.first));
    }

    /** Returns the number of transfers of a kind. */
    public static Reading<Case, Long> count(Kind kind) {
        requireNonNull(kind, "kind");
        return Reading.ofCases(
                "transfers " + Definition.text(kind),
                (supportCase, asOf) -> count(supportCase, asOf, transfer -> transfer.kind == kind));
    }

    private static List<Long> count(Case supportCase, Instant asOf, Predicate<Transfer> condition) {
        return List.of(
                of(supportCase.effectiveEvents(asOf)).stream().filter(condition).count());
    }

    static List<Transfer> of(List<CaseEvent> events) {
        List<Transfer> transfers = List.of();
        Holder holder = new Holder();
        for (CaseEvent event : events) {
            if (event instanceof WorkflowEvent.Assigned assigned) {
                Kind kind = holder.kind(assigned.to());
                if (kind != null) {
                    transfers = transfers.isEmpty() ? new ArrayList<>(4) : transfers;
                    transfers.add(new Transfer(assigned, kind, !holder.human));
                }
                holder.give(assigned.to());
            }
        }
        return transfers;
    }

    /** Who has a case. */
    private static final class Holder {

        private boolean bot;

        /** Whether a human ever had it. */
        private boolean human;

        // The last ones that were named; the person only while the team is the same.
        private @Nullable String team;
        private @Nullable String person;

        @Nullable
        Kind kind(Assignee to) {
            if (to.bot()) {
                return human && !bot ? Kind.HUMAN_TO_BOT : null;
            } else if (bot) {
                return Kind.BOT_TO_HUMAN;
            } else if (otherTeam(to)) {
                return Kind.TEAM;
            }
            return person != null && to.person() != null && !person.equals(to.person()) ? Kind.PERSON : null;
        }

        private boolean otherTeam(Assignee to) {
            return team != null && to.team() != null && !team.equals(to.team());
        }

        void give(Assignee to) {
            bot = to.bot();
            if (!bot) {
                String kept = otherTeam(to) ? null : person;
                human = true;
                team = to.team() == null ? team : to.team();
                person = to.person() == null ? kept : to.person();
            }
        }
    }
}
