package dev.cxkit.metrics.purchase;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.stats.Moments;
import java.util.List;

/**
 * {@index "Historic customer lifetime value"}: the margin of all purchases up to the end of the log,
 * optionally discounted to the first one, in the smallest unit of the currency.
 *
 * <ul>
 *   <li>Counted: the amounts of purchases less refunds, times the margin rate; nothing that is still to come.
 *   <li>Discounted: {@code marginRate * sum of amount_i * (1 + effectiveRate)^-(t_i - t_1)}, with t in ticks.
 *   <li>Excluded: refunds that could not be taken off a purchase, which {@link RepeatPurchases#unmatchedRefunds} has; and from the metric
 *       customers without purchases.
 * </ul>
 *
 * <p>What is still to come is the work of the models of {@code dev.cxkit.metrics.lifetime}.
 *
 * @param marginRate the share of an amount that is margin, 0..1
 * @param effectiveRate the effective discount rate per tick, at least 0: 15 % a year is {@code Math.pow(1.15, 1 / 365.25) - 1} a day
 */
public record HistoricLifetimeValue(double marginRate, double effectiveRate) implements Metric<Purchases, Moments> {

    /**
     * Checks that the rates are in their ranges.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public HistoricLifetimeValue {
        Check.share("marginRate", marginRate);
        Check.notNegative("effectiveRate", effectiveRate);
    }

    /** Returns the value without discount. */
    public static HistoricLifetimeValue of(double marginRate) {
        return new HistoricLifetimeValue(marginRate, 0);
    }

    /** Returns the value discounted to the first purchase by an effective rate per tick. */
    public HistoricLifetimeValue discounted(double effectiveRatePerTick) {
        return new HistoricLifetimeValue(marginRate, effectiveRatePerTick);
    }

    /** Returns the value of one customer; 0 for one without purchases. */
    public double valueOf(Purchases purchases) {
        if (effectiveRate == 0) {
            return marginRate * purchases.revenue();
        }
        double sum = 0;
        for (int i = 0; i < purchases.size(); i++) {
            sum += purchases.amount(i) * Math.exp(-Math.log1p(effectiveRate) * (purchases.tick(i) - purchases.tick(0)));
        }
        return marginRate * sum;
    }

    @Override
    public String definition() {
        return Definition.of("historic lifetime value", marginRate, effectiveRate);
    }

    /** Returns an empty accumulator of the values of customers with purchases. */
    @Override
    public Accumulator<Purchases, Moments> start() {
        return Moments.metric()
                .<Purchases>onEach(purchases -> purchases.size() == 0 ? List.of() : List.of(valueOf(purchases)))
                .named(definition())
                .start();
    }
}
