package dev.cxkit.metrics.purchase;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Moments;
import java.io.Serializable;
import java.util.List;

/**
 * What customers have been worth so far: the margin of all they bought, up to the end of the log and nothing beyond. In the smallest unit
 * of the currency.
 *
 * @param marginRate the share of an amount that is margin, 0..1
 * @param discount what a later tick takes off, as a rate per tick of at least 0: 0.15 a year is {@code Math.pow(1.15, 1 / 365.25) - 1}
 *     a day
 */
public record HistoricLifetimeValue(double marginRate, double discount) implements Serializable {

    /**
     * Checks the rates.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public HistoricLifetimeValue {
        if (!(marginRate >= 0 && marginRate <= 1)) {
            throw new IllegalArgumentException("marginRate " + marginRate + " is outside 0..1");
        }
        if (!(discount >= 0 && discount <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("discount " + discount + " is not a finite number of at least 0");
        }
    }

    /** Returns the value without discount. */
    public static HistoricLifetimeValue of(double marginRate) {
        return new HistoricLifetimeValue(marginRate, 0);
    }

    /** Returns the value discounted to the first purchase by a rate per tick. */
    public HistoricLifetimeValue discounted(double perTick) {
        return new HistoricLifetimeValue(marginRate, perTick);
    }

    /** Returns the value of one customer; 0 for one without purchases. */
    public double valueOf(Purchases purchases) {
        if (discount == 0) {
            return marginRate * purchases.revenue();
        }
        double sum = 0;
        for (int i = 0; i < purchases.size(); i++) {
            sum += purchases.amount(i) * Math.exp(-Math.log1p(discount) * (purchases.tick(i) - purchases.tick(0)));
        }
        return marginRate * sum;
    }

    /** Returns the metric of the values of all who bought. */
    public Metric<Purchases, Moments> metric() {
        return Moments.metric()
                .<Purchases>onEach(purchases -> purchases.size() == 0 ? List.of() : List.of(valueOf(purchases)))
                .named("historic value(" + marginRate + "," + discount + ")");
    }
}
