package dev.cxkit.examples.benchmarks;

import dev.cxkit.metrics.columns.RecencyFrequencyColumns;
import dev.cxkit.metrics.lifetime.BgNbd;
import dev.cxkit.metrics.lifetime.Fit;
import dev.cxkit.metrics.lifetime.Horizon;
import dev.cxkit.metrics.lifetime.ParetoNbd;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Models of future orders, from columns of daily data: checking and grouping, the fit, and what customers are worth. */
@State(Scope.Benchmark)
public class LifetimeModels {

    private static final BgNbd MODEL = BgNbd.of(0.243, 4.414, 0.793, 2.426);
    private static final long SEED = 1;

    /** How many customers. */
    @Param("1000000")
    public int rows;

    private int[] repeats = {};
    private double[] last = {};
    private double[] age = {};

    /** Makes customers who behave as the model says, seen for 27 to 39 weeks, with one order a day at most. */
    @Setup
    public void makeCustomers() {
        Random random = new Random(SEED);
        repeats = new int[rows];
        last = new double[rows];
        age = new double[rows];
        for (int i = 0; i < rows; i++) {
            int days = 189 + random.nextInt(84);
            double rate = gamma(random, MODEL.r()) / (7 * MODEL.alpha());
            double stops = gamma(random, MODEL.a());
            double coin = stops / (stops + gamma(random, MODEL.b()));
            int lastDay = 0;
            double time = -Math.log(random.nextDouble()) / rate;
            while (time < days) {
                int day = (int) Math.ceil(time);
                repeats[i] += day > lastDay ? 1 : 0;
                lastDay = day;
                time = random.nextDouble() < coin ? days : time - Math.log(random.nextDouble()) / rate;
            }
            last[i] = lastDay / 7.0;
            age[i] = days / 7.0;
        }
    }

    /** Marsaglia and Tsang (2000). */
    private static double gamma(Random random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + x / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    /** BG/NBD, with checking and grouping. */
    @Benchmark
    public Fit<BgNbd> bgNbd() {
        return BgNbd.fit(RecencyFrequencyColumns.of(repeats, last, age).patterns())
                .orElseThrow();
    }

    /** Pareto/NBD, with checking and grouping. */
    @Benchmark
    public Fit<ParetoNbd> paretoNbd() {
        return ParetoNbd.fit(RecencyFrequencyColumns.of(repeats, last, age).patterns())
                .orElseThrow();
    }

    /** The discounted orders of 12 months of each customer, with checking and grouping. */
    @Benchmark
    public double[] twelveMonths() {
        Horizon year = Horizon.of(12, 30.4375 / 7, 0.01);
        return RecencyFrequencyColumns.of(repeats, last, age).each(customer -> year.discountedOrders(MODEL, customer));
    }
}
