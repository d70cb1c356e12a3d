package dev.cxkit.metrics.subscription;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.commerce.SubscriptionStatus;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/**
 * Customer churn ({@index "logo churn"}) counts of a window, from which every {@link ChurnConvention} derives its rate.
 *
 * <ul>
 *   <li>One subscription is one customer: put the contracts of one customer or account together first, by {@link Subscription#combined}.
 *   <li>Who is a customer during a pause or a free time is said by the {@link PauseRule}.
 *   <li>The counts add up: {@code start + started + reactivated - lost - lostWithin = end}.
 *   <li>A customer who leaves and is back before the end of the window is in {@code wonBack} or {@code started}, not in {@code lost}; each
 *       time counts as a churn event.
 *   <li>Excluded: subscriptions of which nobody is a customer in the window.
 * </ul>
 *
 * <p>Churn without a contract is {@code ActivityChurn}, lost revenue {@link RevenueRetention}.
 *
 * <pre>{@code
 * import dev.cxkit.core.commerce.Money;
 * import dev.cxkit.core.commerce.Movement;
 * import dev.cxkit.core.commerce.Subscription;
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.time.TimeRange;
 * import dev.cxkit.metrics.subscription.Churn;
 * import dev.cxkit.metrics.subscription.ChurnConvention;
 * import java.time.Instant;
 * import java.util.List;
 *
 * Movement start = Movement.of(Movement.Kind.START, Instant.parse("2026-01-01T00:00:00Z"), Money.of("30", "EUR"));
 * Movement churn = Movement.of(Movement.Kind.CHURN, Instant.parse("2026-03-10T00:00:00Z"), Money.of("0", "EUR"));
 * List<Subscription> subscriptions = List.of(
 *         Subscription.of("s1", CustomerId.of("ann"), start),
 *         Subscription.of("s2", CustomerId.of("ben"), start, churn));
 * TimeRange march = TimeRange.of(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));
 * Churn counts = Churn.metric(march).over(subscriptions);
 * System.out.println(counts.lost() + " of " + counts.start() + ", rate "
 *         + counts.rate(ChurnConvention.START).value().getAsDouble());
 * // -> 1 of 2, rate 0.5
 * }</pre>
 *
 * @param pauseRule who is a customer
 * @param window the window; what is at its first instant belongs to it
 * @param start customers just before the window
 * @param started who became a customer in the window for the first time
 * @param reactivated who had left before the window and was reactivated in it
 * @param lost of those at the start, who is not a customer at the end
 * @param lostWithin of those who started or were reactivated in the window, who is not a customer at the end
 * @param wonBack of those at the start, who left in the window and is a customer at the end
 * @param churnEvents how many times a customer left in the window
 * @param exposure the time for which customers were customers in the window, all together, in milliseconds
 * @param end customers just before the end of the window
 */
public record Churn(
        PauseRule pauseRule,
        TimeRange window,
        long start,
        long started,
        long reactivated,
        long lost,
        long lostWithin,
        long wonBack,
        long churnEvents,
        long exposure,
        long end)
        implements Result {

    private static final int SIZE = 9;

    /**
     * Checks that the counts add up.
     *
     * @throws IllegalArgumentException if they do not add up
     */
    public Churn {
        requireNonNull(pauseRule, "pauseRule");
        requireNonNull(window, "window");
        if (start + started + reactivated - lost - lostWithin != end) {
            throw new IllegalArgumentException("customers do not add up: " + start + " + " + started + " + "
                    + reactivated + " - " + lost + " - " + lostWithin + " is not " + end);
        }
        boolean possible = Math.min(lost, Math.min(lostWithin, Math.min(wonBack, exposure))) >= 0
                && lost + wonBack <= start
                && lostWithin <= started + reactivated
                && churnEvents >= lost + lostWithin + wonBack;
        Require.that(possible, () -> "more customers left than there were, or a number is negative");
    }

    /** Returns the metric of a window, where who has a contract is a customer ({@link PauseRule#CONTRACT}). */
    public static Metric<Subscription, Churn> metric(TimeRange window) {
        return metric(PauseRule.CONTRACT, window);
    }

    /** Returns the metric of a window. Memory: 100 bytes. */
    public static Metric<Subscription, Churn> metric(PauseRule pauseRule, TimeRange window) {
        requireNonNull(pauseRule, "pauseRule");
        requireNonNull(window, "window");
        return Sums.metric(
                Definition.of("churn", pauseRule, window.from(), window.to()),
                SIZE,
                (subscription, sums) -> count(subscription, pauseRule, window, sums),
                s -> new Churn(pauseRule, window, s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8]));
    }

    private static void count(Subscription subscription, PauseRule pauseRule, TimeRange window, long[] sums) {
        SubscriptionStatus status = SubscriptionStatus.NONE;
        boolean now = false;
        boolean start = false;
        boolean before = false;
        boolean arrived = false;
        long events = 0;
        Instant since = window.from();
        for (Movement movement : subscription.movements()) {
            Instant at = movement.occurredAt();
            if (!at.isBefore(window.to())) {
                break;
            }
            status = status.after(movement.kind()).orElseThrow();
            boolean next = pauseRule.isCustomer(status, movement);
            if (at.isBefore(window.from())) {
                start = next;
                before |= next;
            } else if (now && !next) {
                events++;
                sums[7] += Duration.between(since, at).toMillis();
            } else if (!now && next) {
                since = at;
                arrived = true;
            }
            now = next;
        }
        if (now) {
            sums[7] += Duration.between(since, window.to()).toMillis();
        }
        sums[0] = start ? 1 : 0;
        sums[1] = arrived && !start && !before ? 1 : 0;
        sums[2] = arrived && !start && before ? 1 : 0;
        sums[3] = start && !now ? 1 : 0;
        sums[4] = arrived && !start && !now ? 1 : 0;
        sums[5] = start && now && events > 0 ? 1 : 0;
        sums[6] = events;
        sums[8] = now ? 1 : 0;
    }

    /** Returns the churn rate by a convention. */
    public ChurnRate rate(ChurnConvention convention) {
        return convention.of(this);
    }

    /** Returns all who left and are not customers at the end. */
    public long allLost() {
        return lost + lostWithin;
    }

    /** Returns the mean number of customers through the window. */
    public double meanCustomers() {
        return (double) exposure / window.length().toMillis();
    }

    /** Returns the length of the window in days of 24 hours. */
    public double days() {
        return window.length().toMillis() / 86_400_000.0;
    }

    /** Returns the counts, {@code meanCustomers}, the {@code rates} by each convention, the {@code window} and the {@code pauseRule}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("start", start)
                .with("started", started)
                .with("reactivated", reactivated)
                .with("lost", lost)
                .with("lostWithin", lostWithin)
                .with("wonBack", wonBack)
                .with("churnEvents", churnEvents)
                .with("exposure", exposure)
                .with("end", end)
                .with("meanCustomers", meanCustomers())
                .with(
                        "rates",
                        Arrays.stream(ChurnConvention.values()).map(this::rate).toList())
                .with("window", window)
                .with("pauseRule", pauseRule)
                .map();
    }
}
