package dev.cxkit.metrics.subscription;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Condition;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Proportion;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * {@index "Revenue at risk"}: the share of revenue that comes from customers who may leave, such as detractors, the inactive, or those with
 * an open complaint.
 *
 * <ul>
 *   <li>Who is at risk is the host's own condition; each customer is observed once.
 *   <li>Customers without revenue are in the proportion of customers.
 *   <li>The share is empty without revenue. A negative revenue is refused.
 * </ul>
 *
 * @param customers the customers at risk, of all customers
 * @param revenue the revenue of all customers, in the smallest unit of the currency
 * @param atRisk the revenue of the customers at risk
 */
public record RevenueAtRisk(Proportion customers, long revenue, long atRisk) implements Result {

    /**
     * Checks the revenue at risk.
     *
     * @throws IllegalArgumentException if more is at risk than there is
     */
    public RevenueAtRisk {
        requireNonNull(customers, "customers");
        Require.range("atRisk", atRisk, 0, revenue);
    }

    /**
     * Returns the metric over customers in whatever form the host has them.
     *
     * @param risk what the risk is, for the definition
     * @param revenue the revenue of a customer, at least 0, such as that of the last twelve months
     * @param atRisk whether the customer may leave
     */
    public static <T> Metric<T, RevenueAtRisk> metric(
            String risk, Fn<? super T, Long> revenue, Condition<? super T> atRisk) {
        requireNonNull(revenue, "revenue");
        requireNonNull(atRisk, "atRisk");
        return Sums.metric(
                Definition.of("revenue at risk", requireNonNull(risk, "risk")),
                4,
                (customer, parts) -> {
                    parts[0] = 1;
                    parts[1] = requireNonNull(revenue.apply(customer), "revenue");
                    Require.atLeast("revenue", parts[1], 0);
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

    /** Returns the {@code share} of revenue at risk, its parts, and the share of {@code customers}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("share", share())
                .with("atRisk", atRisk)
                .with("revenue", revenue)
                .with("customers", customers)
                .map();
    }
}
