package dev.cxkit.core.identity;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.customer.Identifier;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.Map;

/**
 * The outcome of linking two strong identifiers that were observed together: merged, in conflict, or forbidden by a cannot-link.
 *
 * <p>Two identifiers have one merge at most, at the first observation that shows both, and none where they were one person's already.
 *
 * @param observation the id of the observation
 * @param leading its first strong identifier, to whose person it belongs
 * @param other the other
 * @param outcome whether the two are one person's now
 */
public record IdentityMerge(String observation, Identifier leading, Identifier other, Outcome outcome)
        implements Result {

    /** Throws a {@link NullPointerException} that names the part if one is missing. */
    public IdentityMerge {
        requireNonNull(observation, "observation");
        requireNonNull(leading, "leading");
        requireNonNull(other, "other");
        requireNonNull(outcome, "outcome");
    }

    /** What becomes of two identifiers. */
    public enum Outcome {
        /** The two are one person's. */
        MERGED,
        /** Refused, because one person would have had two values of one strong kind. */
        CONFLICT,
        /** Refused, because of a cannot-link between the two persons. */
        CANNOT_LINK
    }

    /** Returns the components, of each identifier its {@code kind} and {@code value}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("observation", observation)
                .with("leading", plain(leading))
                .with("other", plain(other))
                .with("outcome", outcome)
                .map();
    }

    /** As its JSON has it, but for the strength. */
    static Map<String, Object> plain(Identifier identifier) {
        return Document.start()
                .with("kind", identifier.kind())
                .with("value", identifier.value())
                .map();
    }
}
