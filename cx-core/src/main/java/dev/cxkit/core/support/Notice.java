package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.customer.CustomerId;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A {@index "proactive notice"} (incident communication) to customers of a problem, with its updates and its end.
 *
 * @param id the id
 * @param issuedAt when it was given
 * @param detectedBy who noticed the problem: one of us, or a customer
 * @param concerns the customers that it concerns, as far as they are known
 * @param updates when there was news, in order
 * @param closedAt when the problem was over; null while it is not
 */
public record Notice(
        String id,
        Instant issuedAt,
        Actor.Kind detectedBy,
        Set<CustomerId> concerns,
        List<Instant> updates,
        @Nullable Instant closedAt)
        implements Serializable {

    /** Throws an {@link IllegalArgumentException} if the id is blank, or an update or the end comes before the notice itself. */
    public Notice {
        CaseId.text("notice", "id", id);
        requireNonNull(issuedAt, "issuedAt");
        requireNonNull(detectedBy, "detectedBy");
        concerns = Set.copyOf(concerns);
        updates = updates.stream().sorted().toList();
        if (!updates.isEmpty() && updates.get(0).isBefore(issuedAt)) {
            throw new IllegalArgumentException(
                    "update of notice " + id + " at " + updates.get(0) + " is before its issue at " + issuedAt);
        }
        if (closedAt != null && closedAt.isBefore(issuedAt)) {
            throw new IllegalArgumentException(
                    "end of notice " + id + " at " + closedAt + " is before its issue at " + issuedAt);
        }
    }

    /** Returns when the problem was over; empty while it is not. */
    public Optional<Instant> closed() {
        return Optional.ofNullable(closedAt);
    }

    /** Returns id and time, and not whom it concerns. */
    @Override
    public String toString() {
        return "Notice[id=" + id + ", issuedAt=" + issuedAt + ", concerns=" + concerns.size() + "]";
    }
}
