/**
 * Identity resolution: which observations, known by an email address, a device or a login, are of one person.
 *
 * <p>Start from {@link dev.cxkit.core.identity.IdentityResolver}; its {@link dev.cxkit.core.identity.Identities result} says whose each
 * observation is, and why.
 *
 * <p>Rules, not probabilities: strong identifiers merge, weak ones assign by time, cannot-links undo. All of it is personal data.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.Identifier;
 * import dev.cxkit.core.identity.Identities;
 * import dev.cxkit.core.identity.IdentityObservation;
 * import dev.cxkit.core.identity.IdentityResolver;
 * import java.time.Instant;
 * import java.util.List;
 *
 * Identifier email = Identifier.strong(Identifier.Kind.EMAIL, "ann@example.org");
 * Identifier card = Identifier.strong(Identifier.Kind.CARD, "12");
 * Instant nine = Instant.parse("2026-01-05T09:00:00Z");
 * Identities identities = IdentityResolver.standard().resolve(List.of(
 *         IdentityObservation.of("newsletter", nine, email),
 *         IdentityObservation.of("order", nine.plusSeconds(60), email, card),
 *         IdentityObservation.of("store", nine.plusSeconds(90), card)));
 * System.out.println(identities.customers().size() + " customer, " + identities.merges().size() + " merge");
 * // -> 1 customer, 1 merge
 * }</pre>
 */
@NullMarked
package dev.cxkit.core.identity;

import org.jspecify.annotations.NullMarked;
