package dev.cxkit.metrics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A likelihood with several tops: the highest is found, and one on the edge of the parameters is said to be there. */
class TopsTest {

    private static final long[][] FIFTEEN = {
        {0, 0, 182},
        {0, 0, 134},
        {0, 0, 141},
        {2, 38, 108},
        {0, 0, 132},
        {8, 172, 279},
        {1, 125, 141},
        {4, 134, 225},
        {4, 159, 182},
        {21, 279, 281},
        {7, 114, 201},
        {5, 284, 292},
        {5, 119, 130},
        {1, 68, 113},
        {0, 0, 201}
    };

    @Test
    void theHighestTopIsKeptThoughItLiesOnTheEdge() {
        // SciPy 1.17: Nelder-Mead from 60 random starts. One top is at a, b -> 0 with -267.35012, a lower one at
        // -267.75888.
        List<RecencyFrequency> customers = new ArrayList<>();
        for (long[] of : FIFTEEN) {
            customers.add(new RecencyFrequency(of[0], of[1], of[2]));
        }
        Fit<MbgNbd> fit = MbgNbd.metric().over(customers).orElseThrow();
        assertThat(fit.logLikelihood()).isCloseTo(-267.35012, within(1e-4));
        assertThat(fit.status()).isEqualTo(Fit.Status.BOUNDARY);
        assertThat(fit.standardErrors()).isEmpty();
        assertThat(fit.model().r()).isCloseTo(2.8468, within(0.01));
        assertThat(fit.model().a() / fit.model().b()).isCloseTo(0.3749, within(0.001));
    }

    /** One set of customers, and how to search for the parameters of a model that made them. */
    private record Search(
            Fit<?> fit,
            RecencyFrequencyPatterns patterns,
            Function<RecencyFrequencyPatterns, MaximumLikelihood.LogLikelihood> likelihood) {}

    private static Search timed(Random random, String model, double r, double alpha, double a, double b) {
        List<RecencyFrequency> customers = new ArrayList<>(List.of(new RecencyFrequency(1, 20, 90)));
        int size = 10 + random.nextInt(60);
        for (int i = 0; i < size; i++) {
            double rate = RecoveryTest.gamma(random, r) / alpha;
            double stop = -Math.log(random.nextDouble()) / (RecoveryTest.gamma(random, a) / (100 * b));
            RecencyFrequency of = model.equals("pareto")
                    ? RecoveryTest.timed(random, rate, stop, 0, false)
                    : RecoveryTest.timed(random, rate, 1e9, RecoveryTest.beta(random, a, b), model.equals("mbg"));
            customers.add(new RecencyFrequency(of.frequency(), Math.ceil(5 * of.recency()), Math.ceil(5 * of.age())));
        }
        RecencyFrequencyPatterns patterns = RecencyFrequencyPatterns.metric().over(customers);
        return switch (model) {
            case "mbg" ->
                new Search(MbgNbd.fit(patterns).orElseThrow(), patterns, of -> new BetaGeometricLikelihood(of, true));
            case "bg" ->
                new Search(BgNbd.fit(patterns).orElseThrow(), patterns, of -> new BetaGeometricLikelihood(of, false));
            default -> new Search(ParetoNbd.fit(patterns).orElseThrow(), patterns, ParetoNbdLikelihood::new);
        };
    }

    private static Search counted(Random random, double alpha, double beta, double gamma, double delta) {
        List<RecencyFrequency> customers = new ArrayList<>(List.of(new RecencyFrequency(1, 2, 5)));
        int size = 10 + random.nextInt(60);
        for (int i = 0; i < size; i++) {
            customers.add(RecoveryTest.counted(
                    random,
                    RecoveryTest.beta(random, alpha, beta),
                    RecoveryTest.beta(random, gamma, delta),
                    4 + random.nextInt(6)));
        }
        RecencyFrequencyPatterns patterns = RecencyFrequencyPatterns.metric().over(customers);
        return new Search(BgBb.fit(patterns).orElseThrow(), patterns, BgBbLikelihood::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mbg", "bg", "pareto", "bgbb"})
    void noRandomStartFindsAHigherTop(String model) {
        Random random = new Random(7);
        int lower = 0;
        for (int set = 0; set < (model.equals("mbg") ? 40 : 10); set++) {
            double r = Math.exp(random.nextGaussian() - 0.5);
            double scale = Math.exp(0.7 * random.nextGaussian());
            double a = Math.exp(random.nextGaussian() - 0.5);
            double b = Math.exp(random.nextGaussian());
            Search search = model.equals("bgbb")
                    ? counted(random, r, scale, a, 3 * b)
                    : timed(random, model, r, 30 * scale, a, b);
            double[] start = search.fit.parameters().values().stream()
                    .mapToDouble(each -> 1)
                    .toArray();
            if (!model.equals("bgbb")) {
                start[1] = search.patterns.scale();
                start[3] = model.equals("pareto") ? search.patterns.scale() : 1;
            }
            double[][] starts = new double[8][];
            for (int i = 0; i < starts.length; i++) {
                double spread = i == 0 ? 0 : 2;
                starts[i] = Arrays.stream(start)
                        .map(each -> each * Math.exp(spread * random.nextGaussian()))
                        .toArray();
            }
            double best = MaximumLikelihood.highest(search.patterns, search.likelihood, starts)
                    .logLikelihood();
            assertThat(search.fit.logLikelihood()).as("%s %s", set, search.fit).isGreaterThan(best - 2e-3);
            double one = MaximumLikelihood.highest(search.patterns, search.likelihood, new double[][] {start})
                    .logLikelihood();
            lower += one < best - 2e-3 ? 1 : 0;
            assertThat(search.fit.standardErrors().isEmpty()).isEqualTo(search.fit.status() != Fit.Status.CONVERGED);
        }
        if (model.equals("mbg")) {
            assertThat(lower)
                    .as("sets in which the first start alone stops lower")
                    .isPositive();
        }
    }

    @Test
    void anAgeOutOfAllProportionDoesNotKeepTheOthersFromTheirTop() {
        // The likelihood of one who never came back adds nothing near the top: -r ln(1 + 1e10 / alpha) of a customer
        // without repeat.
        List<RecencyFrequency> customers = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            customers.add(RecoveryTest.timed(
                    random, RecoveryTest.gamma(random, 0.6) / 8, 1e9, RecoveryTest.beta(random, 0.8, 2.5), false));
        }
        BgNbd without = BgNbd.metric().over(customers).orElseThrow().model();
        customers.add(new RecencyFrequency(0, 0, 1e10));
        Fit<BgNbd> fit = BgNbd.metric().over(customers).orElseThrow();
        assertThat(fit.status()).isEqualTo(Fit.Status.CONVERGED);
        // At the top it is at least as good as at the parameters of the others.
        assertThat(fit.logLikelihood())
                .isGreaterThanOrEqualTo(
                        customers.stream().mapToDouble(without::logLikelihood).sum());
        assertThat(fit.model().r()).isBetween(0.5 * without.r(), 2 * without.r());
    }

    @Test
    void theScaleIsTheMedianOfTheAgesAboveNothing() {
        assertThat(RecencyFrequencyPatterns.metric()
                        .over(List.of(
                                RecencyFrequency.NEW,
                                RecencyFrequency.NEW,
                                RecencyFrequency.NEW,
                                new RecencyFrequency(0, 0, 3),
                                new RecencyFrequency(0, 0, 5),
                                new RecencyFrequency(1, 1, 5),
                                new RecencyFrequency(0, 0, 1e10)))
                        .scale())
                .isEqualTo(5);
        assertThat(RecencyFrequencyPatterns.metric()
                        .over(List.of(RecencyFrequency.NEW))
                        .scale())
                .isEqualTo(1);
        assertThat(RecencyFrequencyPatterns.metric().over(List.of()).scale()).isEqualTo(1);
    }
}
