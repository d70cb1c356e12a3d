package dev.cxkit.core.identity;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.customer.Identifier;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The assignment of an observation to a customer, with the rule and the evidence behind it.
 *
 * <p>Where it rests on another observation, that has an assignment too, so the reason can be followed until it ends at one by name or at the
 * first of an anonymous chain.
 *
 * @param observation the id of the observation
 * @param customer to whom it was assigned
 * @param rule the rule
 * @param by the identifier by which; absent for an anonymous observation that rests on no other
 * @param evidence the id of the other observation of this customer that shows the identifier; absent for those by name, whose evidence is
 *     their own, and for an anonymous observation that rests on no other
 */
public record IdentityAssignment(
        String observation,
        CustomerId customer,
        Rule rule,
        @Nullable Identifier by,
        @Nullable String evidence) implements Result {

    /** Throws a {@link NullPointerException} that names the part if observation, customer or rule is missing. */
    public IdentityAssignment {
        requireNonNull(observation, "observation");
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
        /** It shares a weak identifier with an observation that came to this customer by {@link #NEXT_SEEN} or this rule. */
        CHAINED,
        /** Nobody is known by any of its identifiers; those that share weak identifiers are one unknown customer. */
        ANONYMOUS
    }

    /** Returns the components, of the identifier its {@code kind} and {@code value}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("observation", observation)
                .with("customer", customer)
                .with("rule", rule)
                .with("by", by == null ? null : IdentityMerge.plain(by))
                .with("evidence", evidence)
                .map();
    }
}
