package dev.cxkit.metrics.desk;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A problem that customers were notified of, with the cases that came of it.
 *
 * <ul>
 *   <li>Which cases these are the host says, by a category, a root cause or a link.
 *   <li>A case that was merged into another is among them, since its customer had to contact us too.
 * </ul>
 *
 * @param notice the notice
 * @param cases the cases of the problem, in any order; those that we opened ourselves count for nothing
 */
public record NoticedProblem(Notice notice, List<Case> cases) {

    /** Copies the list. */
    public NoticedProblem {
        requireNonNull(notice, "notice");
        cases = List.copyOf(cases);
    }

    /** When the first customer opened a case. */
    Optional<Instant> firstCase(Instant asOf) {
        return first(cases.stream(), asOf);
    }

    /** When this customer first opened a case. */
    Optional<Instant> firstCase(CustomerId customer, Instant asOf) {
        return first(cases.stream().filter(each -> each.customer().equals(Optional.of(customer))), asOf);
    }

    private static Optional<Instant> first(Stream<Case> cases, Instant asOf) {
        return cases.filter(each -> each.opened().by().kind() == Actor.Kind.CUSTOMER)
                .map(Case::openedAt)
                .filter(at -> !at.isAfter(asOf))
                .min(Instant::compareTo);
    }
}
