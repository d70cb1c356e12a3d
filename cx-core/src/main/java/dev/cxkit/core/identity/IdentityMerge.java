package dev.cxkit.core.identity;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.customer.Identifier;
import java.io.Serializable;

/**
 * A sighting brought two strong identifiers together, and what became of it. Two identifiers have one join at most, at the first such
 * sighting, and none where they were one person's already.
 *
 * @param observation the id of the sighting
 * @param leading its first strong identifier, to whose person it belongs
 * @param other the other
 * @param outcome whether the two are one person's now
 */
public record IdentityMerge(String observation, Identifier leading, Identifier other, Outcome outcome)
        implements Serializable {

    /** Checks that all is there. */
    public IdentityMerge {
        requireNonNull(observation, "sighting");
        requireNonNull(leading, "leading");
        requireNonNull(other, "other");
        requireNonNull(outcome, "outcome");
    }

    /** What becomes of a join. */
    public enum Outcome {
        /** The two are one person's. */
        MERGED,
        /** Refused, because one person would have had two values of one strong kind. */
        CONFLICT,
        /** Refused, because the resolver was told to keep the two persons apart. */
        CANNOT_LINK
    }
}
