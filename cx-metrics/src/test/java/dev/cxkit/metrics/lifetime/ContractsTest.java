package dev.cxkit.metrics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.metrics.kit.MetricLaws;
import dev.cxkit.metrics.survival.SurvivalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shifted beta-geometric model, and the values by constant rates that it is better than. */
class ContractsTest {

    private static final ShiftedBetaGeometric HIGH_END = ShiftedBetaGeometric.of(0.668, 3.806);

    /** How many of 1,000 customers are left after each year: Berry and Linoff, by Fader and Hardie (2007). */
    private static List<Long> active(int column) {
        return Published.lines("sbg_two_cohorts.csv").stream()
                .map(row -> Long.parseLong(row[column]))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"1, 0.704, 1.182", "2, 0.668, 3.806"})
    void theFitsToTheTwoCohortsAreThePublishedOnes(int column, double alpha, double beta) {
        List<Long> active = active(column);
        long[] losses = new long[active.size() - 1];
        List<SurvivalTime> customers = new ArrayList<>();
        for (int i = 0; i < losses.length; i++) {
            losses[i] = active.get(i) - active.get(i + 1);
            for (long each = 0; each < losses[i]; each++) {
                customers.add(new SurvivalTime(i + 1, true));
            }
        }
        long survivors = active.get(losses.length);
        for (long each = 0; each < survivors; each++) {
            customers.add(new SurvivalTime(losses.length, false));
        }
        Fit<ShiftedBetaGeometric> fit =
                ShiftedBetaGeometric.fit(losses, survivors).orElseThrow();
        assertThat(fit.status()).isEqualTo(Fit.Status.CONVERGED);
        assertThat(fit.n()).isEqualTo(1000);
        assertThat(fit.model().alpha()).isCloseTo(alpha, within(0.0005));
        assertThat(fit.model().beta()).isCloseTo(beta, within(0.0005));
        assertThat(ShiftedBetaGeometric.metric().over(customers))
                .as("one by one")
                .contains(fit);
    }

    @Test
    void customersBeforeTheirFirstRenewalSayNothing() {
        List<SurvivalTime> customers = new ArrayList<>(List.of(
                new SurvivalTime(1, true),
                new SurvivalTime(1, true),
                new SurvivalTime(2, true),
                new SurvivalTime(3, false),
                new SurvivalTime(5, false)));
        Fit<ShiftedBetaGeometric> before =
                ShiftedBetaGeometric.metric().over(customers).orElseThrow();
        customers.add(new SurvivalTime(0, false));
        customers.add(new SurvivalTime(0, true));
        Fit<ShiftedBetaGeometric> fit =
                ShiftedBetaGeometric.metric().over(customers).orElseThrow();
        assertThat(fit.model()).isEqualTo(before.model());
        assertThat(fit.n()).isEqualTo(5);
        assertThat(fit.excluded()).isEqualTo(1);
        assertThat(ShiftedBetaGeometric.fit(new long[] {0, 0}, 9))
                .as("nobody left")
                .isEmpty();
        assertThat(ShiftedBetaGeometric.fit(new long[0], 0)).isEmpty();
    }

    @Test
    void whoIsSeenFromALaterRenewalOnSaysWhatCameAfterIt() {
        // A customer known from the second period on who leaves at the fourth renewal: S(3) - S(4) over S(2).
        List<SurvivalTime> late = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            late.add(new SurvivalTime(i % 3, 3 + i % 5, i % 2 == 0, 2));
        }
        Fit<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.metric().over(late).orElseThrow();
        double sum = late.stream()
                .mapToDouble(each -> 2 * Math.log(probability(fit.model(), each)))
                .sum();
        assertThat(fit.n()).isEqualTo(600);
        assertThat(fit.logLikelihood()).isCloseTo(sum, within(1e-5));
        assertThatThrownBy(() -> ShiftedBetaGeometric.metric().over(List.of(new SurvivalTime(1.5, true))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time 1.5 is not a whole number of 0..10^9 periods");
        assertThatThrownBy(() -> ShiftedBetaGeometric.metric().over(List.of(new SurvivalTime(1.5, 3, true, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entry 1.5 is not a whole number of 0..10^9 periods");
    }

    @Test
    void aStateOfBillionsOfCustomersIsReadBack() {
        var metric = ShiftedBetaGeometric.metric();
        var state = metric.start();
        state.add(new SurvivalTime(0, 3, true, 3_000_000_000L));
        state.add(new SurvivalTime(0, 4, false, 2));
        var resumed = metric.resume(state.toBytes());
        assertThat(resumed.toBytes()).isEqualTo(state.toBytes());
        assertThat(resumed.result().orElseThrow().n()).isEqualTo(3_000_000_002L);
    }

    @Test
    void aStateWithMoreCustomersThanCanBeIsRefused() {
        var metric = ShiftedBetaGeometric.metric();
        var most = metric.start();
        most.add(new SurvivalTime(0, 3, true, Long.MAX_VALUE));
        assertThat(metric.resume(most.toBytes()).toBytes()).isEqualTo(most.toBytes());
        byte[] bytes = Arrays.copyOf(most.toBytes(), most.toBytes().length - 4);
        // The last number is 2^63 - 2 in groups of seven bits, the lowest first: with the lowest bit it is 2^63 - 1.
        bytes[bytes.length - 9] |= 1;
        assertThatThrownBy(() -> metric.resume(MetricLaws.sealed(bytes)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be read: a number in it is too large");
    }

    private static double probability(ShiftedBetaGeometric model, SurvivalTime of) {
        long duration = (long) of.time();
        double going = of.event() ? model.survival(duration - 1) - model.survival(duration) : model.survival(duration);
        return going / model.survival((long) of.entry());
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, 1e8, 10, 0.9999999999",
        "0.5, 1e9, 1000000, 0.99950037468764838",
        "0.5, 1e16, 10000000000000000, 0.70710678118654752",
        "1e10, 1e16, 10000000, 4.5400156989550365e-5",
        "0.5, 0.25, 100000, 0.0010688154436606861",
        "2.5, 1e-17, 3, 5.0793650793650798e-19",
        "300000, 200000, 40, 1.211757757101714e-16",
        "1, 1, 1000000000000, 9.99999999999e-13"
    })
    void survivalKeepsItsDigitsAtLargeNumbers(double alpha, double beta, long renewals, double expected) {
        // mpmath 1.3, 80 digits: the exponential of four loggamma.
        assertThat(ShiftedBetaGeometric.of(alpha, beta).survival(renewals))
                .isCloseTo(expected, within(1e-12 * expected))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void survivalIsTheProductOfTheRetentionsWhichRise() {
        double left = 1;
        for (int renewal = 1; renewal <= 50; renewal++) {
            left *= HIGH_END.retentionRate(renewal);
            assertThat(HIGH_END.survival(renewal)).isCloseTo(left, within(1e-13));
            assertThat(HIGH_END.retentionRate(renewal + 1)).isGreaterThan(HIGH_END.retentionRate(renewal));
        }
        // (beta + t - 1) / (alpha + beta + t - 1) at t = 1.
        assertThat(HIGH_END.retentionRate(1)).isCloseTo(3.806 / 4.474, within(1e-15));
    }

    @Test
    void theDiscountedLifetimeIsTheSumOverAllPeriods() {
        // mpmath 1.3, nsum with 30 digits of S(t) / 1.1^t, and of S(t) / S(2) / 1.1^(t - 3) from t = 3.
        assertThat(HIGH_END.discountedLifetime(0.1)).isCloseTo(DEL, within(1e-11));
        assertThat(HIGH_END.discountedResidualLifetime(2, 0.1)).isCloseTo(DERL, within(1e-11));
        double constant = new ConstantRetentionValue(1, HIGH_END.retentionRate(3), 0.1).fromNow() - 1;
        assertThat(HIGH_END.discountedResidualLifetime(2, 0.1) / 1.1)
                .as("a constant rate says too little")
                .isGreaterThan(constant);
    }

    private static final double DEL = 5.922596407612764;
    private static final double DERL = 6.294260616793185;

    @Test
    void theSimpleValueHasTwoNamedForms() {
        // Margin 100, retention 0.8, discount 0.1: 100 * 0.8 / 0.3 and 100 * 1.1 / 0.3.
        ConstantRetentionValue value = new ConstantRetentionValue(100, 0.8, 0.1);
        assertThat(value.fromNextPeriod()).isCloseTo(266.6666666666667, within(1e-10));
        assertThat(value.fromNow()).isCloseTo(366.6666666666667, within(1e-10));
        assertThat(ConstantRetentionValue.byChurn(50, 0.8, 0.05)).isCloseTo(800, within(1e-10));
        assertThat(new ConstantRetentionValue(100, 0, 0).fromNow()).isEqualTo(100);
        // 100 / churn, and with r = 1 the margin 100 / d from the next period on.
        assertThat(ConstantRetentionValue.byChurn(100, 1, 1e-9)).isCloseTo(1e11, within(1e-4));
        assertThat(ConstantRetentionValue.byChurn(100, 1, 1e-17)).isCloseTo(1e19, within(1e4));
        assertThat(new ConstantRetentionValue(100, 1, 1e-17).fromNextPeriod()).isCloseTo(1e19, within(1e4));
    }

    @Test
    void anInfiniteValueIsRefused() {
        assertThatThrownBy(() -> new ConstantRetentionValue(100, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("retention 1.0 is outside 0..1, or has an infinite value at effectiveRate 0.0");
        assertThatThrownBy(() -> new ConstantRetentionValue(100, 1.2, 0.5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConstantRetentionValue(Double.NaN, 0.5, 0.5))
                .hasMessage("margin NaN is not a finite number");
        assertThatThrownBy(() -> new ConstantRetentionValue(1, 0.5, -0.5))
                .hasMessage("effectiveRate -0.5 is not a finite number of at least 0");
        assertThatThrownBy(() -> ConstantRetentionValue.byChurn(50, 0.8, 0))
                .hasMessage("churn 0.0 is not above 0 and at most 1");
        assertThatThrownBy(() -> ConstantRetentionValue.byChurn(Double.NaN, 0.8, 0.1))
                .hasMessage("arpa NaN is not a finite number");
        assertThatThrownBy(() -> ConstantRetentionValue.byChurn(50, 1.8, 0.1))
                .hasMessage("marginRate 1.8 is outside 0..1");
        assertThatThrownBy(() -> HIGH_END.discountedLifetime(0))
                .hasMessage("effectiveRate 0.0 is not a finite number above 0");
        assertThatThrownBy(() -> HIGH_END.survival(-1)).hasMessage("renewals -1 is below 0");
        assertThatThrownBy(() -> ShiftedBetaGeometric.fit(new long[] {1, -2}, 3))
                .hasMessage("losses at renewal 2 -2 is below 0");
        assertThatThrownBy(() -> ShiftedBetaGeometric.of(1, 0)).hasMessage("beta 0.0 is not a finite number above 0");
    }
}
