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
 * A problem that we gave word of, beside the cases that came of it. Which cases these are the host says, by a category, a root cause or
 * a link; a case that was merged into another is among them, since its customer had to come to us too.
 *
 * @param notice the word that we gave
 * @param cases the cases of the problem, in any order; those that we opened ourselves count for nothing
 */
public record NoticedProblem(Notice notice, List<Case> cases) {

    /** Checks the parts and copies the list. */
    public NoticedProblem {
        requireNonNull(notice, "notice");
        cases = List.copyOf(cases);
    }

    /** When the first customer came to us. */
    Optional<Instant> firstCase(Instant asOf) {
        return first(cases.stream(), asOf);
    }

    /** When this customer first came to us. */
    Optional<Instant> firstCase(CustomerId customer, Instant asOf) {
        return first(cases.stream().filter(of -> of.customer().equals(Optional.of(customer))), asOf);
    }

    private static Optional<Instant> first(Stream<Case> cases, Instant asOf) {
        return cases.filter(of -> of.opened().by().kind() == Actor.Kind.CUSTOMER)
                .map(Case::openedAt)
                .filter(at -> !at.isAfter(asOf))
                .min(Instant::compareTo);
    }
}
