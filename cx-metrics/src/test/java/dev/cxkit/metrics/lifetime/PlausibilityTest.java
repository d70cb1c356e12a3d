package dev.cxkit.metrics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every model, parameter and customer, however extreme: no number is NaN, infinite or negative. */
class PlausibilityTest {

    private static double any(Random random, double decades) {
        return Math.pow(10, decades * (2 * random.nextDouble() - 1));
    }

    private static TransactionModel model(String name, Random random, double decades) {
        double p = any(random, decades);
        double q = any(random, decades);
        double u = any(random, decades);
        double v = any(random, decades);
        return switch (name) {
            case "bg" -> BgNbd.of(p, q, u, v);
            case "mbg" -> MbgNbd.of(p, q, u, v);
            case "pareto" -> ParetoNbd.of(p, q, u, v);
            default -> BgBb.of(p, q, u, v);
        };
    }

    private static RecencyFrequency customer(String name, Random random) {
        boolean discrete = name.equals("bgbb");
        double age = discrete ? random.nextInt(60) : any(random, 3);
        double last =
                discrete ? random.nextInt((int) age + 1) : age * (random.nextInt(5) == 0 ? 1 : random.nextDouble());
        long repeats = discrete ? (long) Math.ceil(last * random.nextDouble()) : (long) any(random, 3) + 1;
        return last == 0 || repeats == 0 || random.nextInt(4) == 0
                ? new RecencyFrequency(0, 0, age)
                : new RecencyFrequency(repeats, last, age);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bg", "mbg", "pareto", "bgbb"})
    void everyNumberIsWithinItsRange(String name) {
        Random random = new Random(5);
        for (int i = 0; i < 1_500; i++) {
            TransactionModel model = model(name, random, 4);
            RecencyFrequency customer = customer(name, random);
            String what = model + " of " + customer;
            double span = name.equals("bgbb") ? 1 + random.nextInt(300) : any(random, 4);
            double alive = model.probabilityAlive(customer);
            double orders = model.expectedOrders(customer, span);
            double later = model.probabilityAlive(customer, span);
            double rate = any(random, 4);
            assertThat(model.logLikelihood(customer)).as(what).isFinite();
            assertThat(alive).as(what).isBetween(0.0, 1.0);
            assertThat(later).as(what).isBetween(0.0, alive * (1 + 1e-9));
            assertThat(orders).as(what).isFinite().isGreaterThanOrEqualTo(0);
            assertThat(model.expectedOrders(customer, 0)).as(what).isZero();
            assertThat(model.expectedOrders(customer, 2 * span)).as(what).isGreaterThanOrEqualTo(orders * (1 - 1e-9));
            assertThat(model.probabilityOfOrders(customer, span, random.nextInt(9)))
                    .as(what)
                    .isBetween(0.0, 1.0);
            assertThat(model.probabilityOfAnyOrder(customer, span))
                    .as(what)
                    .isBetween(0.0, Math.min(alive, orders) * (1 + 1e-9) + 1e-15);
            assertThat(model.continuouslyDiscountedOrders(customer, rate))
                    .as(what + rate)
                    .isFinite()
                    .isGreaterThanOrEqualTo(0);
            assertThat(model.timeToNextOrder(customer, 0.99))
                    .as(what)
                    .isFinite()
                    .isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bg", "mbg", "pareto", "bgbb"})
    void theDistributionSumsToOneAndHasTheExpectedMean(String name) {
        Random random = new Random(6);
        for (int i = 0; i < 40; i++) {
            TransactionModel model = model(name, random, 0.5);
            RecencyFrequency customer = customer(name, random);
            double span = name.equals("bgbb") ? 12 : customer.age() / Math.max(1, customer.frequency());
            double sum = 0;
            double mean = 0;
            for (int n = 0; n < 400 && (n < 5 || sum < 1 - 1e-13); n++) {
                double p = model.probabilityOfOrders(customer, span, n);
                sum += p;
                mean += n * p;
            }
            String what = model + " of " + customer + " in " + span;
            if (sum > 1 - 1e-12) {
                assertThat(sum).as(what).isCloseTo(1, within(1e-11));
                double expected = model.expectedOrders(customer, span);
                assertThat(mean).as(what).isCloseTo(expected, within(1e-9 + 1e-9 * expected));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bg", "mbg", "pareto", "bgbb"})
    void aSmallDiscountOverALongTimeIsTheSumOverItsPeriods(String name) {
        // Discounted by the end of each of many short periods, the orders of a horizon come to the same.
        TransactionModel model = model(name, new Random(7), 0);
        RecencyFrequency customer = new RecencyFrequency(2, 3, 5);
        double length = name.equals("bgbb") ? 1 : 0.02;
        double rate = 0.3;
        Horizon horizon = Horizon.of((int) (60 / length), length, Math.expm1(rate * length));
        double discounted = (name.equals("bgbb") ? horizon : horizon.midPeriod()).discountedOrders(model, customer);
        assertThat(model.continuouslyDiscountedOrders(customer, rate))
                .isCloseTo(discounted, Percentage.withPercentage(1e-3));
    }
}
