package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Assignee;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.WorkflowEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How often cases change hands. Giving a case to its first human or team is routing and no transfer, nor is it one when a person takes
 * it from the own team or gives it back; from one person to another by way of the team is one, and there and back are two.
 */
public final class Transfers {

    private Transfers() {}

    /** Between whom a case changed hands. */
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

    /** A change of hands; {@code first} if no human had the case before. */
    record Transfer(WorkflowEvent.Assigned event, Kind kind, boolean first) {}

    /** Returns the number of changes of hands after the first human had the case. */
    public static Reading<Case, Long> count() {
        return new Reading<>("transfers", (of, asOf) -> count(of, asOf, transfer -> !transfer.first));
    }

    /** Returns the number of changes of hands of a kind. */
    public static Reading<Case, Long> count(Kind kind) {
        requireNonNull(kind, "kind");
        return new Reading<>(
                "transfers of kind " + kind, (of, asOf) -> count(of, asOf, transfer -> transfer.kind == kind));
    }

    private static List<Long> count(Case of, Instant asOf, Predicate<Transfer> which) {
        long count = 0;
        for (Transfer transfer : of(of, asOf)) {
            count += which.test(transfer) ? 1 : 0;
        }
        return List.of(count);
    }

    static List<Transfer> of(Case of, Instant asOf) {
        return of(CaseEvents.upTo(of, asOf));
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
