package dev.cxkit.metrics.subscription;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.commerce.SubscriptionStatus;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import java.time.Duration;
import java.time.Instant;

/**
 * How many customers came and left in a window, from which every {@link ChurnConvention convention} makes its rate. One subscription is
 * one customer: put the contracts of one customer or account together first, by {@link Subscription#combined}. It holds that
 * start + started + reactivated - lost - lostAgain = end.
 *
 * @param pauseRule who is a customer
 * @param window the window; what is at its first instant belongs to it
 * @param start customers just before the window
 * @param started those who came in the window for the first time
 * @param reactivated those who had left before it and came back in it
 * @param lost of those at the start, who is not there at the end
 * @param lostWithin of those who came in the window, who is not there at the end
 * @param wonBack of those at the start, who left in the window and is there at the end
 * @param churnEvents how often anybody left in the window
 * @param exposure for how many milliseconds all of them together were customers in the window
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
        long end) {

    private static final int SIZE = 9;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if they do not add up
     */
    public Churn {
        requireNonNull(pauseRule, "membership");
        requireNonNull(window, "window");
        if (start + started + reactivated - lost - lostWithin != end) {
            throw new IllegalArgumentException("customers do not add up: " + start + " + " + started + " + "
                    + reactivated + " - " + lost + " - " + lostWithin + " is not " + end);
        }
        boolean possible = Math.min(lost, Math.min(lostWithin, Math.min(wonBack, exposure))) >= 0
                && lost + wonBack <= start
                && lostWithin <= started + reactivated
                && churnEvents >= lost + lostWithin + wonBack;
        if (!possible) {
            throw new IllegalArgumentException("more customers left than there were, or a number is negative");
        }
    }

    /** Returns the metric of a window, where a customer is who has a contract. */
    public static Metric<Subscription, Churn> in(TimeRange window) {
        return in(window, PauseRule.CONTRACT);
    }

    /** Returns the metric of a window. Memory: 100 bytes. */
    public static Metric<Subscription, Churn> in(TimeRange window, PauseRule membership) {
        requireNonNull(window, "window");
        return Sums.metric(
                "churn(" + membership + "," + window + ")",
                SIZE,
                (of, to) -> count(of, window, membership, to),
                s -> new Churn(membership, window, s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8]));
    }

    private static void count(Subscription of, TimeRange window, PauseRule membership, long[] to) {
        SubscriptionStatus standing = SubscriptionStatus.NONE;
        boolean now = false;
        boolean start = false;
        boolean before = false;
        boolean came = false;
        long leavings = 0;
        Instant since = window.from();
        for (Movement movement : of.movements()) {
            Instant at = movement.occurredAt();
            if (!at.isBefore(window.to())) {
                break;
            }
            standing = standing.after(movement.kind()).orElseThrow();
            boolean next = membership.holds(standing, movement);
            if (at.isBefore(window.from())) {
                start = next;
                before |= next;
            } else if (now && !next) {
                leavings++;
                to[7] += Duration.between(since, at).toMillis();
            } else if (!now && next) {
                since = at;
                came = true;
            }
            now = next;
        }
        if (now) {
            to[7] += Duration.between(since, window.to()).toMillis();
        }
        to[0] = start ? 1 : 0;
        to[1] = came && !start && !before ? 1 : 0;
        to[2] = came && !start && before ? 1 : 0;
        to[3] = start && !now ? 1 : 0;
        to[4] = came && !start && !now ? 1 : 0;
        to[5] = start && now && leavings > 0 ? 1 : 0;
        to[6] = leavings;
        to[8] = now ? 1 : 0;
    }

    /** Returns the rate by a convention. */
    public ChurnRate rate(ChurnConvention convention) {
        return convention.of(this);
    }

    /** Returns all who left and are not there at the end. */
    public long allLost() {
        return lost + lostWithin;
    }

    /** Returns how many customers there were on average through the window. */
    public double meanCustomers() {
        return (double) exposure / window.length().toMillis();
    }

    /** Returns the length of the window in days of 24 hours. */
    public double days() {
        return window.length().toMillis() / 86_400_000.0;
    }
}
