package dev.cxkit.core.commerce;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.check.Require;
import dev.cxkit.core.customer.AccountId;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.json.JsonValues;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A recurring contract as its ordered {@linkplain Movement movements} of {@index "recurring revenue"}: start, expansion, contraction, pause,
 * resume, churn, reactivation.
 *
 * <ul>
 *   <li>The order of the list never counts. Movements of one instant are in the first order in which all can follow: by kind as
 *       {@link Movement.Kind} has them, and of several of a kind the smaller step first.
 *   <li>All amounts are of one currency, per month or per {@linkplain Movement#forMonths term}.
 *   <li>What cannot follow is refused by name: the first movement is the start, nothing but a reactivation follows churn, an expansion does
 *       not lower the amount, and so on.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.commerce.Money;
 * import dev.cxkit.core.commerce.Movement;
 * import dev.cxkit.core.commerce.Subscription;
 * import dev.cxkit.core.customer.CustomerId;
 * import java.time.Instant;
 *
 * Instant may = Instant.parse("2026-05-01T00:00:00Z");
 * Instant june = Instant.parse("2026-06-01T00:00:00Z");
 * Subscription plan = Subscription.of("s-1", CustomerId.of("ann"), Movement.of(Movement.Kind.START, may, Money.of("20", "EUR")))
 *         .plus(Movement.of(Movement.Kind.EXPANSION, june, Money.of("30", "EUR")));
 * System.out.println(plan.status(june) + " at " + plan.recurring(june) + " a month");
 * // -> ACTIVE at 30.00 EUR a month
 * }</pre>
 *
 * @param id the id of the contract
 * @param customer who holds it; absent if only the account is known
 * @param account the company that holds it; absent if it is a person's
 * @param movements the movements in order, at least one
 */
@JsonPropertyOrder({"id", "customer", "account", "movements"})
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Subscription(
        @JsonProperty("id") String id,
        @JsonProperty("customer") @Nullable CustomerId customer,
        @JsonProperty("account") @Nullable AccountId account,
        @JsonProperty("movements") List<Movement> movements)
        implements Serializable {

    private static final Comparator<Movement> ORDER = Comparator.comparing(Movement::occurredAt)
            .thenComparing(Movement::kind)
            .thenComparing(Subscription::bySize)
            .thenComparing(Movement::toString)
            .thenComparing(Movement::voluntary, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(movement -> String.join("\n", movement.reasons()));

    /** So many orders of one instant are tried; five movements have 120. */
    private static final int MOST_TRIES = 10_000;

    /**
     * Puts the movements in order.
     *
     * @throws IllegalArgumentException if the id is blank, nobody holds it, there is no movement, or one cannot follow, naming it
     */
    public Subscription {
        Require.text("id of subscription", id);
        if (customer == null && account == null) {
            throw new IllegalArgumentException("subscription " + id + " is held by neither a customer nor an account");
        }
        List<Movement> ordered = new ArrayList<>(JsonValues.list("movements of subscription " + id, movements));
        ordered.sort(ORDER);
        follow(ordered, 0, SubscriptionStatus.NONE, new int[] {MOST_TRIES});
        movements = List.copyOf(ordered);
        check(id, movements);
    }

    /** Brings the movements of each instant into the first order in which all that there are can follow; false if there is none. */
    private static boolean follow(List<Movement> all, int start, SubscriptionStatus before, int[] tries) {
        int from = start;
        SubscriptionStatus status = before;
        for (; from < all.size() && !isAtOnce(all, from, from + 1); from++) {
            Optional<SubscriptionStatus> then = after(all, from, from, status);
            if (then.isEmpty()) {
                return false;
            }
            status = then.get();
        }
        for (int i = from; isAtOnce(all, from, i) && tries[0]-- > 0; i++) {
            Optional<SubscriptionStatus> then = after(all, from, i, status);
            if (then.isPresent()) {
                all.add(from, all.remove(i));
                if (follow(all, from + 1, then.get(), tries)) {
                    return true;
                }
                all.add(i, all.remove(from));
            }
        }
        return from == all.size();
    }

    private static boolean isAtOnce(List<Movement> all, int a, int b) {
        return b < all.size() && all.get(a).occurredAt().equals(all.get(b).occurredAt());
    }

    /** The status after the movement at a place, as the next one at another; empty where it cannot be that. */
    private static Optional<SubscriptionStatus> after(
            List<Movement> all, int at, int place, SubscriptionStatus status) {
        Movement next = all.get(place);
        return at == 0 || isPossible(all.get(at - 1), next) ? status.after(next.kind()) : Optional.empty();
    }

    @JsonCreator
    static Subscription read(
            @JsonProperty("id") @Nullable Object id,
            @JsonProperty("customer") @Nullable CustomerId customer,
            @JsonProperty("account") @Nullable AccountId account,
            @JsonProperty("movements") List<Movement> movements) {
        return new Subscription(JsonValues.text("id of subscription", id), customer, account, movements);
    }

    private static void check(String id, List<Movement> movements) {
        Require.that(!movements.isEmpty(), () -> "subscription " + id + " has no movement");
        SubscriptionStatus status = SubscriptionStatus.NONE;
        Movement before = movements.get(0);
        for (Movement movement : movements) {
            SubscriptionStatus current = status;
            status = status.after(movement.kind())
                    .orElseThrow(() -> new IllegalArgumentException(
                            movement + " is not possible when subscription " + id + " is " + current));
            if (!movement.recurring().currency().equals(before.recurring().currency())) {
                throw new IllegalArgumentException(movement + " of subscription " + id + " is not in "
                        + before.recurring().currency());
            }
            if (!isPossible(before, movement)) {
                throw new IllegalArgumentException(
                        movement + " of subscription " + id + " is none after " + before.recurring());
            }
            before = movement;
        }
    }

    /** Of several steps the smaller ones first. */
    private static int bySize(Movement a, Movement b) {
        int size = a.compareRecurring(b);
        size = size == 0 ? Long.compare(seats(a), seats(b)) : size;
        return a.kind() == Movement.Kind.CONTRACTION || a.kind() == Movement.Kind.PAUSE ? -size : size;
    }

    private static long seats(Movement movement) {
        Long seats = movement.seats();
        return seats == null ? -1 : seats;
    }

    /** Whether the amount, or the seats where the amount is the same, went the way that the kind says. */
    private static boolean isPossible(Movement before, Movement after) {
        int change = after.compareRecurring(before);
        if (change == 0 && before.seats() != null && after.seats() != null) {
            change = Long.compare(after.seats(), before.seats());
        }
        boolean seatsUnknown = change == 0 && (before.seats() == null) != (after.seats() == null);
        return switch (after.kind()) {
            case EXPANSION -> change > 0 || seatsUnknown;
            case CONTRACTION -> change < 0 || seatsUnknown;
            case PAUSE -> after.compareRecurring(before) <= 0;
            default -> true;
        };
    }

    /**
     * Returns the subscription of a customer.
     *
     * @throws IllegalArgumentException if a movement cannot follow on those before it
     */
    public static Subscription of(String id, CustomerId customer, Movement... movements) {
        return new Subscription(id, requireNonNull(customer, "customer"), null, Arrays.asList(movements));
    }

    /**
     * Returns the subscription of a company.
     *
     * @throws IllegalArgumentException if a movement cannot follow on those before it
     */
    public static Subscription of(String id, AccountId account, Movement... movements) {
        return new Subscription(id, null, requireNonNull(account, "account"), Arrays.asList(movements));
    }

    /**
     * Returns the contracts of one holder as one: the amounts and seats added up, active while one of them is, ended when all have.
     * What happens at one instant is one movement, so a change of product is neither churn nor a start.
     *
     * @param id the id of the whole
     * @throws IllegalArgumentException if there are none, or they are of several holders or currencies
     */
    public static Subscription combined(String id, Collection<Subscription> contracts) {
        Require.that(!contracts.isEmpty(), () -> "contracts of subscription " + id + " are empty");
        Subscription first = contracts.iterator().next();
        for (Subscription other : contracts) {
            if (!first.holder().equals(other.holder())) {
                throw new IllegalArgumentException(
                        "subscriptions " + first.id + " and " + other.id + " are held by different ones");
            }
        }
        CustomerId customer = contracts.stream().allMatch(other -> Objects.equals(first.customer, other.customer))
                ? first.customer
                : null;
        return new Subscription(id, customer, first.account, CombinedContracts.movements(contracts));
    }

    private Object holder() {
        return account == null ? requireNonNull(customer, "customer") : account;
    }

    /**
     * Returns the subscription with one more movement.
     *
     * @throws IllegalArgumentException if it cannot follow
     */
    public Subscription plus(Movement movement) {
        List<Movement> more = new ArrayList<>(movements);
        more.add(movement);
        return new Subscription(id, customer, account, more);
    }

    /** Returns the currency of all amounts. */
    public Currency currency() {
        return movements.get(0).recurring().currency();
    }

    /** Returns when it began. */
    public Instant startedAt() {
        return movements.get(0).occurredAt();
    }

    /** Returns the last movement up to the instant, one at it included; empty before the start. */
    public Optional<Movement> latest(Instant asOf) {
        for (int i = movements.size() - 1; i >= 0; i--) {
            if (!movements.get(i).occurredAt().isAfter(asOf)) {
                return Optional.of(movements.get(i));
            }
        }
        return Optional.empty();
    }

    /** Returns the status at the instant, after all that happened then. */
    public SubscriptionStatus status(Instant asOf) {
        SubscriptionStatus status = SubscriptionStatus.NONE;
        for (Movement movement : movements) {
            if (!movement.occurredAt().isAfter(asOf)) {
                status = status.after(movement.kind()).orElseThrow();
            }
        }
        return status;
    }

    /**
     * Returns the amount per month at the instant, after all that happened then; 0 before the start and after churn. Where the term is
     * longer than a month it is rounded, as {@link Movement#monthly} says.
     */
    public Money recurring(Instant asOf) {
        return latest(asOf).map(Movement::monthly).orElseGet(() -> Money.zero(currency()));
    }

    /** Returns id and number of movements. */
    @Override
    public String toString() {
        return "Subscription[id=" + id + ", movements=" + movements.size() + "]";
    }
}
