package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.support.Case;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact of a customer who looked for help: a session of self-service, or the opening of a case.
 *
 * @param kind which of the two, and whether the customer said that the session helped
 * @param customer who; null if that is not known
 * @param at when the session began or the case was opened
 */
public record Contact(Kind kind, @Nullable CustomerId customer, Instant at) {

    /** The ways to look for help. */
    public enum Kind {
        /** A session of self-service: help pages, a forum, a tool of the account. */
        SESSION,
        /** A session of which the customer said that it helped. */
        HELPFUL_SESSION,
        /** A case was opened. */
        CASE
    }

    /** Takes the parts as they are. */
    public Contact {
        requireNonNull(kind, "kind");
        requireNonNull(at, "at");
    }

    /** Returns the opening of the case; it counts also if the case was merged into another later. */
    public static Contact of(Case supportCase) {
        return new Contact(Kind.CASE, supportCase.customer().orElse(null), supportCase.openedAt());
    }
}
