package dev.cxkit.core.identity;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.customer.Identifier;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@index "Deterministic matching" Deterministic} identity resolution: links observations that share strong identifiers, then weak ones in
 * order of time, under cannot-link constraints. Observations may be given in any order; those of one instant count in the order given.
 *
 * <ol>
 *   <li>Of each observation, in order of time, the first strong identifier leads, and the other strong ones are merged with it: they are one
 *       person's from then on. A person has one value of a strong kind. A merge that would give a second one is refused and reported, and the
 *       observation stays with the leading identifier. So a kind of which people have several is better weak, or several kinds.
 *   <li>A observation of weak identifiers alone goes to the customer last seen on one of them; what is given in this way counts as seen.
 *   <li>Else, with back-fill, to the customer next seen on one of them: who logs in is known for what they did before. What is still
 *       left but shares a weak identifier with such a one goes with it.
 *   <li>Else it is anonymous; anonymous observations that share weak identifiers, directly or through others, are one unknown customer.
 * </ol>
 *
 * <p>The id of a customer is that of their earliest observation. So it stays when later observations come, also when an unknown customer logs
 * in, and changes only with an earlier observation or where two customers become one.
 *
 * <p>An identifier that is strong in one observation and weak in another is two identifiers. The resolver keeps nothing of what it has
 * resolved. Time and memory grow in line with the observations and their identifiers, but for the sorting.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.Identifier;
 * import dev.cxkit.core.identity.Identities;
 * import dev.cxkit.core.identity.IdentityObservation;
 * import dev.cxkit.core.identity.IdentityResolver;
 * import java.time.Instant;
 * import java.util.List;
 *
 * Instant nine = Instant.parse("2026-01-05T09:00:00Z");
 * Identifier cookie = Identifier.weak(Identifier.Kind.COOKIE, "7");
 * Identifier ann = Identifier.strong(Identifier.Kind.ACCOUNT, "ann");
 * Identities identities = IdentityResolver.standard().resolve(List.of(
 *         IdentityObservation.of("visit", nine, cookie),
 *         IdentityObservation.of("login", nine.plusSeconds(60), ann, cookie)));
 * identities.assignments().forEach(one -> System.out.println(one.observation() + " " + one.customer() + " " + one.rule()));
 * // -> visit visit NEXT_SEEN
 * // -> login visit NAMED
 * }</pre>
 *
 * @param backFill whether what was anonymous is given to whoever is seen next
 * @param cannotLinks which identifiers must not be one person's
 */
public record IdentityResolver(boolean backFill, List<CannotLink> cannotLinks) implements Serializable {

    /** Copies the list. */
    public IdentityResolver {
        cannotLinks = List.copyOf(cannotLinks);
    }

    /** Returns a resolver with back-fill and without cannot-links. */
    public static IdentityResolver standard() {
        return new IdentityResolver(true, List.of());
    }

    /** Returns a copy that leaves the past of a customer anonymous. */
    public IdentityResolver withoutBackFill() {
        return new IdentityResolver(false, cannotLinks);
    }

    /**
     * Returns a copy for which the two are never one person's: to resolve with it undoes a merge. Every merge that would bring them
     * together, also through others, is refused and reported.
     *
     * @throws IllegalArgumentException if one of the two is weak, or both are the same
     */
    public IdentityResolver withCannotLink(Identifier one, Identifier other) {
        List<CannotLink> more = new ArrayList<>(cannotLinks);
        more.add(new CannotLink(one, other));
        return new IdentityResolver(backFill, more);
    }

    /** Returns a copy without the cannot-links of one of these. */
    IdentityResolver without(Set<Identifier> forgotten) {
        return new IdentityResolver(
                backFill,
                cannotLinks.stream()
                        .filter(cannotLink ->
                                !forgotten.contains(cannotLink.one) && !forgotten.contains(cannotLink.other))
                        .toList());
    }

    /** Returns whose each observation is. Of several with one id the earliest counts, and the rest is counted as duplicates. */
    public Identities resolve(Iterable<IdentityObservation> observations) {
        IdentityAssigner assigner = new IdentityAssigner(this, observations);
        return new Identities(this, assigner, assigner.duplicates);
    }

    /**
     * A {@index cannot-link}: two strong identifiers that must not be one person's. The order of the two says nothing.
     *
     * @param one a strong identifier
     * @param other another
     */
    @JsonPropertyOrder({"one", "other"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CannotLink(
            @JsonProperty("one") Identifier one,
            @JsonProperty("other") Identifier other) implements Serializable {

        /** Throws an {@link IllegalArgumentException} if one of the two is weak, or both are the same. */
        public CannotLink {
            if (!requireNonNull(one, "one of a cannot-link is missing").strong()
                    || !requireNonNull(other, "other of a cannot-link is missing")
                            .strong()) {
                throw new IllegalArgumentException("identifiers of a cannot-link, of kinds " + one.kind() + " and "
                        + other.kind() + ", must both be strong");
            }
            if (one.equals(other)) {
                throw new IllegalArgumentException(
                        "a cannot-link of one identifier of kind " + one.kind() + " with itself is not possible");
            }
        }
    }
}
