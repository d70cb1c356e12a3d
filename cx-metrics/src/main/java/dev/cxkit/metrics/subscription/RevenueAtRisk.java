package dev.cxkit.metrics.subscription;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Condition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Proportion;
import java.util.OptionalDouble;

/**
 * How much revenue hangs on customers who may leave: those who gave a low score, have not bought for long, or have an open complaint.
 *
 * @param customers how many of all customers are at risk
 * @param revenue what all pay, in the smallest unit of the currency
 * @param atRisk what those at risk pay
 */
public record RevenueAtRisk(Proportion customers, long revenue, long atRisk) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if more is at risk than there is
     */
    public RevenueAtRisk {
        requireNonNull(customers, "customers");
        if (atRisk < 0 || atRisk > revenue) {
            throw new IllegalArgumentException("atRisk " + atRisk + " is outside 0.." + revenue);
        }
    }

    /**
     * Returns the metric over customers in whatever form the host has them.
     *
     * @param risk what the risk is, for the definition
     * @param revenue what a customer pays, at least 0, such as in the last twelve months
     * @param atRisk whether the customer may leave
     */
    public static <T> Metric<T, RevenueAtRisk> metric(
            String risk, Fn<? super T, Long> revenue, Condition<? super T> atRisk) {
        requireNonNull(revenue, "revenue");
        requireNonNull(atRisk, "atRisk");
        return Sums.metric(
                "revenue at risk(" + requireNonNull(risk, "risk") + ")",
                4,
                (customer, parts) -> {
                    parts[0] = 1;
                    parts[1] = requireNonNull(revenue.apply(customer), "revenue");
                    if (parts[1] < 0) {
                        throw new IllegalArgumentException("revenue " + parts[1] + " is below 0");
                    }
                    if (atRisk.test(customer)) {
                        parts[2] = 1;
                        parts[3] = parts[1];
                    }
                },
                sums -> new RevenueAtRisk(Proportion.of(sums[2], sums[0]), sums[1], sums[3]));
    }

    /** Returns the share of the revenue that is at risk, 0..1; empty without revenue. */
    public OptionalDouble share() {
        return revenue == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) atRisk / revenue);
    }
}
