package dev.cxkit.metrics.lifetime;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.numeric.Check;
import java.util.Map;

/**
 * {@index "Customer lifetime value"} ({@index CLV}) under constant retention, margin and discount rate (infinite horizon).
 *
 * <p>The same margin in each of infinitely many equal periods, as long as the customer stays, which happens with the same probability each
 * time. Customers differ, and those who stay are the ones who leave less easily, so this understates what long-standing customers are
 * worth; see {@link ShiftedBetaGeometric}.
 *
 * @param margin the margin of a customer in one period, finite
 * @param retention the retention rate: the share that stays from one period to the next, 0..1
 * @param effectiveRate the effective discount rate of one period, at least 0
 */
public record ConstantRetentionValue(double margin, double retention, double effectiveRate) implements Result {

    /**
     * Refuses a component outside its range, and neither churn nor discount, with which the value is infinite, with an
     * {@link IllegalArgumentException}.
     */
    public ConstantRetentionValue {
        Check.finite("margin", margin);
        Check.notNegative("effectiveRate", effectiveRate);
        if (!(retention >= 0 && retention <= 1 && (retention < 1 || effectiveRate > 0))) {
            throw new IllegalArgumentException("retention " + retention
                    + " is outside 0..1, or has an infinite value at effectiveRate " + effectiveRate);
        }
    }

    /** Returns the value if the first margin comes a period from now, of those who stay until then: {@code m r / (1 + d - r)}. */
    public double fromNextPeriod() {
        return margin * (retention / lost());
    }

    /** Returns the value if the first margin comes now: {@code m (1 + d) / (1 + d - r)}. */
    public double fromNow() {
        return margin * ((1 + effectiveRate) / lost());
    }

    /** In this order, since a small discount would be lost in 1 + d. */
    private double lost() {
        return 1 - retention + effectiveRate;
    }

    /**
     * Returns the value by the average revenue per account (ARPA) and churn rate: {@code arpa * marginRate / churn}, without discount, the
     * first payment now. A constant churn rate understates what customers are worth who differ, since the retention of those who stay
     * rises; and a young company has not seen the lifetime that it supposes.
     *
     * @param arpa the average revenue per account in one period, finite
     * @param marginRate the share of it that is margin, 0..1
     * @param churn the churn rate: the share that leaves in one period, above 0 and at most 1
     * @throws IllegalArgumentException if one is outside its range
     */
    public static double byChurn(double arpa, double marginRate, double churn) {
        Check.share("marginRate", marginRate);
        Require.that(churn > 0 && churn <= 1, () -> "churn " + churn + " is not above 0 and at most 1");
        Check.finite("arpa", arpa);
        return arpa * marginRate / churn;
    }

    /** Returns the values {@code fromNow} and {@code fromNextPeriod}, and the components. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("fromNow", fromNow())
                .with("fromNextPeriod", fromNextPeriod())
                .with("margin", margin)
                .with("retention", retention)
                .with("effectiveRate", effectiveRate)
                .map();
    }
}
