package dev.cxkit.metrics.lifetime;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Customers who behave as a model says give its parameters back, within the errors that the fit tells of. */
class RecoveryTest {

    private static final int MANY = 40_000;
    private static final double AGE = 60;

    /** Marsaglia and Tsang (2000). */
    static double gamma(Random random, double shape) {
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

    static double beta(Random random, double a, double b) {
        double first = gamma(random, a);
        return first / (first + gamma(random, b));
    }

    static RecencyFrequency timed(Random random, double rate, double stop, double coin, boolean atFirst) {
        double age = AGE * (0.5 + 0.5 * random.nextDouble());
        double time = 0;
        double last = 0;
        int repeats = 0;
        boolean goesOn = !atFirst || random.nextDouble() >= coin;
        while (goesOn) {
            time -= Math.log(random.nextDouble()) / rate;
            if (time > Math.min(age, stop)) {
                break;
            }
            repeats++;
            last = time;
            goesOn = random.nextDouble() >= coin;
        }
        return new RecencyFrequency(repeats, last, age);
    }

    static RecencyFrequency counted(Random random, double orders, double stops, int opportunities) {
        int repeats = 0;
        int last = 0;
        for (int i = 1; i <= opportunities && random.nextDouble() >= stops; i++) {
            boolean ordered = random.nextDouble() < orders;
            repeats += ordered ? 1 : 0;
            last = ordered ? i : last;
        }
        return new RecencyFrequency(repeats, last, opportunities);
    }

    private static void recovers(Fit<?> fit, double... truth) {
        assertThat(fit.status()).isEqualTo(Fit.Status.CONVERGED);
        int i = 0;
        for (Map.Entry<String, Double> parameter : fit.parameters().entrySet()) {
            double error = requireNonNull(fit.standardErrors().get(parameter.getKey()));
            assertThat(Math.abs(parameter.getValue() - truth[i++]))
                    .as(fit.toString())
                    .isLessThan(4 * error);
            assertThat(error).as(fit.toString()).isLessThan(0.35 * parameter.getValue());
        }
    }

    private static <T> Stream<T> customers(long seed, Function<Random, T> customer) {
        Random random = new Random(seed);
        return Stream.generate(() -> customer.apply(random)).limit(MANY);
    }

    @Test
    void betaGeometricModels() {
        recovers(
                customers(1, random -> timed(random, gamma(random, 0.6) / 8, 1e9, beta(random, 0.8, 2.5), false))
                        .collect(BgNbd.metric().collector())
                        .orElseThrow(),
                0.6,
                8,
                0.8,
                2.5);
        recovers(
                customers(2, random -> timed(random, gamma(random, 0.6) / 8, 1e9, beta(random, 0.8, 2.5), true))
                        .collect(MbgNbd.metric().collector())
                        .orElseThrow(),
                0.6,
                8,
                0.8,
                2.5);
    }

    @Test
    void pareto() {
        recovers(
                customers(
                                3,
                                random -> timed(
                                        random,
                                        gamma(random, 0.7) / 6,
                                        -Math.log(random.nextDouble()) / (gamma(random, 1.2) / 30),
                                        0,
                                        false))
                        .limit(8_000)
                        .collect(ParetoNbd.metric().collector())
                        .orElseThrow(),
                0.7,
                6,
                1.2,
                30);
    }

    @Test
    void discrete() {
        recovers(
                customers(4, random -> counted(random, beta(random, 1.2, 0.8), beta(random, 0.7, 2.8), 12))
                        .collect(BgBb.metric().collector())
                        .orElseThrow(),
                1.2,
                0.8,
                0.7,
                2.8);
    }

    @Test
    void spend() {
        recovers(
                customers(5, random -> {
                            int orders = 1 + random.nextInt(6);
                            double scale = gamma(random, 3.7) / 15;
                            return new Spend(orders, gamma(random, 6 * orders) / scale / orders);
                        })
                        .limit(5_000)
                        .collect(GammaGamma.metric().collector())
                        .orElseThrow(),
                6,
                3.7,
                15);
    }

    @Test
    void contracts() {
        long[] losses = new long[10];
        long[] survivors = new long[1];
        customers(6, random -> {
                    double leaves = beta(random, 0.7, 2.2);
                    int period = 1;
                    while (period <= 10 && random.nextDouble() >= leaves) {
                        period++;
                    }
                    return period;
                })
                .forEach(period -> {
                    if (period <= 10) {
                        losses[period - 1]++;
                    } else {
                        survivors[0]++;
                    }
                });
        recovers(ShiftedBetaGeometric.fit(losses, survivors[0]).orElseThrow(), 0.7, 2.2);
    }
}
