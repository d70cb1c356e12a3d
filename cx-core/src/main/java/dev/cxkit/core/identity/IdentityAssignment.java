package dev.cxkit.core.identity;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.customer.Identifier;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * To whom a sighting was given, and why. Where it rests on another sighting, that has a placement too, so the reason can be followed
 * until it ends at one by name or at the first of an anonymous chain.
 *
 * @param observation the id of the sighting
 * @param customer to whom it was given
 * @param rule the rule
 * @param by the identifier by which; absent for an anonymous sighting that rests on no other
 * @param evidence the id of the other sighting of this customer that shows the identifier; absent for those by name, whose evidence is their
 *     own, and for an anonymous sighting that rests on no other
 */
public record IdentityAssignment(
        String observation,
        CustomerId customer,
        Rule rule,
        @Nullable Identifier by,
        @Nullable String evidence) implements Serializable {

    /** Checks that there are a sighting, a customer and a rule. */
    public IdentityAssignment {
        requireNonNull(observation, "sighting");
        requireNonNull(customer, "customer");
        requireNonNull(rule, "rule");
    }

    /** The rules, in the order in which they are tried. */
    public enum Rule {
        /** It shows a strong identifier; the first one counts. */
        NAMED,
        /** A weak identifier was last seen with this customer. */
        LAST_SEEN,
        /** A weak identifier had not been seen with anybody before, and was next seen with this customer. */
        NEXT_SEEN,
        /** It shares a weak identifier with a sighting that came to this customer by {@link #NEXT_SEEN} or this rule. */
        CHAINED,
        /** Nobody is known by any of its identifiers; those that share weak identifiers are one unknown customer. */
        ANONYMOUS
    }
}
