package dev.cxkit.metrics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

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

    @Test
    void explore() {
        Random random = new Random(7);
        String[] names = {"mbg", "bg", "pareto", "bgbb", "gg", "sbg"};
        for (int kind = 0; kind < names.length; kind++) {
            int worse = 0;
            int conv = 0;
            int lower = 0;
            double most = 0;
            StringBuilder sb = new StringBuilder();
            long ns = 0;
            for (int set = 0; set < 60; set++) {
                int n = 10 + random.nextInt(set % 3 == 0 ? 200 : 40);
                RecencyFrequencyPatterns patterns;
                Fit<?> fit;
                Function<RecencyFrequencyPatterns, MaximumLikelihood.LogLikelihood> lik;
                double[] scale;
                double r = Math.exp(random.nextGaussian() - 0.5),
                        alpha = 30 * Math.exp(random.nextGaussian() * .7),
                        a = Math.exp(random.nextGaussian() - 0.5),
                        b = Math.exp(random.nextGaussian());
                final int kk = kind;
                List<RecencyFrequency> list = new ArrayList<>();
                for (int i = 0; i < n; i++) {
                    if (kk < 3) {
                        double rate = RecoveryTest.gamma(random, r) / alpha;
                        list.add(days(RecoveryTest.timed(
                                random,
                                rate,
                                kk == 2
                                        ? -Math.log(random.nextDouble()) / (RecoveryTest.gamma(random, a) / (b * 100))
                                        : 1e9,
                                kk == 2 ? 0 : RecoveryTest.beta(random, a, b),
                                kk == 0)));
                    }
                }
                long t0;
                if (kind < 3) {
                    patterns = RecencyFrequencyPatterns.metric().over(list);
                    t0 = System.nanoTime();
                    var f = kind == 0
                            ? MbgNbd.fit(patterns)
                            : kind == 1 ? BgNbd.fit(patterns) : ParetoNbd.fit(patterns);
                    if (f.isEmpty()) continue;
                    fit = f.get();
                    double t = patterns.scale();
                    scale = kind < 2 ? new double[] {1, t, 1, 1} : new double[] {1, t, 1, t};
                    lik = kind == 2 ? ParetoNbdLikelihood::new : of -> new BetaGeometricLikelihood(of, kk == 0);
                } else if (kind == 3) {
                    for (int i = 0; i < n; i++) {
                        double orders = RecoveryTest.beta(random, r, alpha / 30),
                                stops = RecoveryTest.beta(random, a, 3 * b);
                        int rep = 0, last = 0;
                        int opp = 4 + random.nextInt(6);
                        for (int j = 1; j <= opp && random.nextDouble() >= stops; j++) {
                            boolean o = random.nextDouble() < orders;
                            rep += o ? 1 : 0;
                            last = o ? j : last;
                        }
                        list.add(new RecencyFrequency(rep, last, opp));
                    }
                    patterns = RecencyFrequencyPatterns.metric().over(list);
                    t0 = System.nanoTime();
                    var f = BgBb.fit(patterns);
                    if (f.isEmpty()) continue;
                    fit = f.get();
                    scale = new double[] {1, 1, 1, 1};
                    lik = BgBbLikelihood::new;
                } else if (kind == 4) {
                    List<Spend> sp = new ArrayList<>();
                    for (int i = 0; i < n; i++) {
                        int o = 1 + random.nextInt(6);
                        double sc = RecoveryTest.gamma(random, 4 * b) / 15;
                        sp.add(new Spend(o, RecoveryTest.gamma(random, 5 * r * o) / sc / o));
                    }
                    t0 = System.nanoTime();
                    fit = GammaGamma.metric().over(sp).orElseThrow();
                    final var ps = PatternState.<Spend>metric(
                                    "x", (s, tally) -> tally.add(s.orders(), s.mean(), 0, 1), (x, y, z) -> {})
                            .over(sp);
                    patterns = ps;
                    scale = new double[] {
                        1,
                        2,
                        Math.exp(patterns.mean(java.util.Arrays.stream(patterns.recency)
                                .map(Math::log)
                                .toArray()))
                    };
                    lik = GammaGamma.Likelihood::new;
                } else {
                    continue;
                }
                ns += System.nanoTime() - t0;
                double[][] starts = new double[16][];
                starts[0] = scale;
                for (int s = 1; s < starts.length; s++) {
                    starts[s] = scale.clone();
                    for (int j = 0; j < scale.length; j++) starts[s][j] *= Math.exp(2 * random.nextGaussian());
                }
                MaximumLikelihood best = MaximumLikelihood.highest(patterns, lik, starts);
                MaximumLikelihood one = MaximumLikelihood.highest(patterns, lik, new double[][] {scale});
                if (fit.status() == Fit.Status.CONVERGED) conv++;
                double miss = best.logLikelihood() - fit.logLikelihood();
                if (best.logLikelihood() - one.logLikelihood() > 1e-3) lower++;
                if (miss > 1e-3) {
                    worse++;
                    most = Math.max(most, miss);
                    sb.append(String.format(
                            Locale.ROOT,
                            "%n   n %d miss %.4f %s %s vs %s",
                            n,
                            miss,
                            fit.status(),
                            fit.parameters(),
                            java.util.Arrays.toString(best.parameters())));
                }
                if (fit.status() == Fit.Status.CONVERGED) {
                    double se = 0;
                    for (String k : fit.parameters().keySet())
                        se = Math.max(
                                se,
                                fit.standardErrors().get(k) / fit.parameters().get(k));
                    if (se > 20) sb.append(String.format("%n   SE %.1f %s", se, fit.parameters()));
                }
                if (fit.status() == Fit.Status.FAILED || fit.status() == Fit.Status.NOT_IDENTIFIED)
                    sb.append(String.format(
                            "%n   %s %s best %s miss %s",
                            fit.status(), fit.parameters(), java.util.Arrays.toString(best.parameters()), miss));
            }
            System.out.println(names[kind] + " worse " + worse + " one start lower " + lower + " converged " + conv
                    + " most " + most + " ms " + ns / 1000000 + sb);
        }
    }

    private static RecencyFrequency days(RecencyFrequency of) {
        double scale = 5;
        double last = of.frequency() == 0 ? 0 : Math.max(1, Math.round(of.recency() * scale));
        return new RecencyFrequency(of.frequency(), last, Math.max(last, Math.round(of.age() * scale)));
    }
}
