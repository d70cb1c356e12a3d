package dev.cxkit.core.commerce;

import dev.cxkit.core.commerce.Movement.Kind;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Adds up contracts. What happens at one instant is one movement: a change of product is neither churn nor start. */
final class CombinedContracts {

    private final Collection<Subscription> parts;
    private final List<Movement> movements = new ArrayList<>();

    private CombinedContracts(Collection<Subscription> parts) {
        this.parts = parts;
    }

    static List<Movement> movements(Collection<Subscription> parts) {
        CombinedContracts combined = new CombinedContracts(
                parts.stream().sorted(Comparator.comparing(Subscription::id)).toList());
        Set<Instant> times = new TreeSet<>();
        parts.forEach(part -> part.movements().forEach(movement -> times.add(movement.occurredAt())));
        SubscriptionStatus status = SubscriptionStatus.NONE;
        for (Instant at : times) {
            status = combined.move(at, status);
        }
        return combined.movements;
    }

    private SubscriptionStatus move(Instant at, SubscriptionStatus before) {
        SubscriptionStatus after = status(at);
        if (before != SubscriptionStatus.ACTIVE
                && before != SubscriptionStatus.PAUSED
                && after == SubscriptionStatus.PAUSED) {
            // It began and was paused at once.
            add(before == SubscriptionStatus.NONE ? Kind.START : Kind.REACTIVATION, at);
            add(Kind.PAUSE, at);
        } else if (before != after) {
            if (after == SubscriptionStatus.PAUSED && total(Kind.START, at).compareRecurring(latest()) > 0) {
                // The one that is paused was raised as the other left, and a pause raises nothing.
                add(Kind.EXPANSION, at);
            }
            add(
                    switch (after) {
                        case ENDED -> Kind.CHURN;
                        case PAUSED -> Kind.PAUSE;
                        default ->
                            before == SubscriptionStatus.NONE
                                    ? Kind.START
                                    : before == SubscriptionStatus.PAUSED ? Kind.RESUME : Kind.REACTIVATION;
                    },
                    at);
        } else if (after != SubscriptionStatus.ENDED) {
            change(at);
        }
        return after;
    }

    private void change(Instant at) {
        Movement before = latest();
        Movement now = total(Kind.START, at);
        int change = now.compareRecurring(before);
        if (change == 0 && now.seats() != null && before.seats() != null) {
            change = Long.compare(now.seats(), before.seats());
        }
        if (change != 0) {
            add(change > 0 ? Kind.EXPANSION : Kind.CONTRACTION, at);
        }
    }

    private Movement latest() {
        return movements.get(movements.size() - 1);
    }

    private SubscriptionStatus status(Instant at) {
        Set<SubscriptionStatus> all = new LinkedHashSet<>();
        parts.forEach(part -> all.add(part.status(at)));
        return all.contains(SubscriptionStatus.ACTIVE)
                ? SubscriptionStatus.ACTIVE
                : all.contains(SubscriptionStatus.PAUSED) ? SubscriptionStatus.PAUSED : SubscriptionStatus.ENDED;
    }

    /** The amounts and seats of all, over the shortest time that holds whole terms of each. */
    private Movement total(Kind kind, Instant at) {
        List<Movement> latest =
                parts.stream().flatMap(part -> part.latest(at).stream()).toList();
        int months = latest.stream()
                .map(Movement::term)
                .reduce(
                        1,
                        (a, b) -> a
                                / BigInteger.valueOf(a)
                                        .gcd(BigInteger.valueOf(b))
                                        .intValue()
                                * b);
        Money sum = latest.stream()
                .map(part -> new Money(
                        Math.multiplyExact(part.recurring().minorUnits(), (long) months / part.term()),
                        part.recurring().currency()))
                .reduce(Money::plus)
                .orElseThrow();
        return new Movement(kind, at, sum, months, seats(at), null, List.of());
    }

    /** The seats of all that are active or paused; null if those of one are not known. */
    private @Nullable Long seats(Instant at) {
        long sum = 0;
        for (Subscription part : parts) {
            Optional<Movement> latest = part.latest(at);
            Long seats = latest.map(Movement::seats).orElse(null);
            if (seats != null) {
                sum = Math.addExact(sum, seats);
            } else if (latest.isPresent() && latest.get().kind() != Kind.CHURN) {
                return null;
            }
        }
        return sum;
    }

    private void add(Kind kind, Instant at) {
        boolean less = kind == Kind.CHURN || kind == Kind.PAUSE || kind == Kind.CONTRACTION;
        Set<String> reasons = new LinkedHashSet<>();
        Set<Optional<Boolean>> voluntary = new LinkedHashSet<>();
        for (Subscription part : parts) {
            for (Movement movement : part.movements()) {
                if (movement.occurredAt().equals(at) && less) {
                    reasons.addAll(movement.reasons());
                    if (movement.kind() == Kind.CHURN) {
                        voluntary.add(Optional.ofNullable(movement.voluntary()));
                    }
                }
            }
        }
        boolean agreed = kind == Kind.CHURN && voluntary.size() == 1;
        Boolean wanted = agreed ? voluntary.iterator().next().orElse(null) : null;
        Movement total = total(kind, at);
        movements.add(
                new Movement(kind, at, total.recurring(), total.months(), total.seats(), wanted, List.copyOf(reasons)));
    }
}
