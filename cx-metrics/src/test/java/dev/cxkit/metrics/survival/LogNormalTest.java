package dev.cxkit.metrics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cxkit.metrics.tables.Fixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogNormalTest {

    private static KaplanMeier curve(List<Long> events, List<Long> censored) {
        List<SurvivalTime> all = new ArrayList<>();
        events.forEach(time -> all.add(new SurvivalTime(time, true)));
        censored.forEach(time -> all.add(new SurvivalTime(time, false)));
        return KaplanMeier.metric().over(all);
    }

    @Test
    void theCurveOfTheGreatestLikelihoodIsThatOfR() {
        JsonNode r = Fixture.read("time-to-resolution.r.json");
        double[] hours = Fixture.doubles(r.get("hours"));
        double[] resolved = Fixture.doubles(r.get("resolved"));
        List<Long> events = new ArrayList<>();
        List<Long> censored = new ArrayList<>();
        for (int i = 0; i < hours.length; i++) {
            (resolved[i] == 1 ? events : censored).add((long) hours[i]);
        }
        LogNormal fit = LogNormal.fit(curve(events, censored)).orElseThrow();
        JsonNode expected = r.get("lognormal");
        assertThat(fit.meanLog()).isCloseTo(expected.get("meanlog").doubleValue(), within(1e-7));
        assertThat(fit.sdLog()).isCloseTo(expected.get("sdlog").doubleValue(), within(1e-7));
        assertThat(fit.conditionalSurvival(24, 5))
                .isCloseTo(expected.get("p_breach_age5_target24").doubleValue(), within(1e-7));
    }

    @Test
    void theCurveOfTiesAndALongTailIsThatOfSciPy() {
        // SciPy 1.17: maximum likelihood by scipy.optimize.minimize over norm.logpdf and norm.logsf of the
        // logarithms.
        LogNormal fit = LogNormal.fit(curve(List.of(1L, 1L, 2L, 4L, 4L, 8L, 100L), List.of(3L, 3L, 50L, 200L)))
                .orElseThrow();
        assertThat(fit.meanLog()).isCloseTo(2.6404698828554776, within(1e-7));
        assertThat(fit.sdLog()).isCloseTo(2.253748098952659, within(1e-7));
        assertThat(fit.conditionalSurvival(20, 10)).isCloseTo(0.7816009879274678, within(1e-7));
    }

    @Test
    void withoutCensoringItIsTheMeanAndTheDeviationOfTheLogarithms() {
        // The logarithms are 0 and 2 ln 10: mean ln 10, deviation ln 10 with the divisor n.
        LogNormal fit = LogNormal.fit(curve(List.of(1L, 100L), List.of())).orElseThrow();
        assertThat(fit.meanLog()).isCloseTo(Math.log(10), within(1e-12));
        assertThat(fit.sdLog()).isCloseTo(Math.log(10), within(1e-12));
        assertThat(fit.survival(10)).as("half outlast the median").isCloseTo(0.5, within(1e-12));
    }

    @Test
    void whatEndedAtOnceIsHalfAUnitAndWhatWasJustBegunSaysNothing() {
        LogNormal fit = LogNormal.fit(curve(List.of(0L, 2L), List.of(0L, 0L))).orElseThrow();
        assertThat(fit.meanLog()).as("of ln 0.5 and ln 2").isCloseTo(0, within(1e-12));
        assertThat(fit.sdLog()).isCloseTo(Math.log(2), within(1e-12));
    }

    @Test
    void fractionsOfAUnitAreTimesToo() {
        // Hours and days of the same times: the mean of the logarithms differs by ln 24, all else is the same.
        double[] hours = {1, 3, 7, 12, 30, 48, 60};
        boolean[] events = {true, true, false, true, true, true, false};
        LogNormal ofHours = LogNormal.fit(KaplanMeier.of(hours, events)).orElseThrow();
        double[] days = Arrays.stream(hours).map(hour -> hour / 24).toArray();
        LogNormal ofDays = LogNormal.fit(KaplanMeier.of(days, events)).orElseThrow();
        assertThat(ofDays.meanLog()).isCloseTo(ofHours.meanLog() - Math.log(24), within(1e-9));
        assertThat(ofDays.sdLog()).isCloseTo(ofHours.sdLog(), within(1e-9));
        assertThat(ofDays.survival(0.5)).isCloseTo(ofHours.survival(12), within(1e-9));
        assertThat(ofDays.conditionalSurvival(1.25, 0.5)).isCloseTo(ofHours.conditionalSurvival(30, 12), within(1e-9));
        // R: plnorm(0.5, 0, 1, lower.tail = FALSE) is pnorm(log(2)) = 0.7558914.
        assertThat(new LogNormal(0, 1).survival(0.5)).isCloseTo(0.7558914042144173, within(1e-14));
    }

    @Test
    void anEventAtZeroAmongFractionsIsRefused() {
        assertThatThrownBy(() ->
                        LogNormal.fit(KaplanMeier.of(new double[] {0, 0.1, 0.2}, new boolean[] {true, true, true})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "time 0.0 of an event has no logarithm, and among times that are not whole no unit to take half of");
        LogNormal fit = LogNormal.fit(KaplanMeier.of(new double[] {0, 0.1, 0.2}, new boolean[] {false, true, true}))
                .orElseThrow();
        assertThat(fit.meanLog()).as("of ln 0.1 and ln 0.2").isCloseTo(Math.log(0.02) / 2, within(1e-12));
        assertThat(fit.sdLog()).isCloseTo(Math.log(2) / 2, within(1e-12));
    }

    @Test
    void aThousandThatGoOnBesideTwoThatEndedHaveACurveToo() {
        List<Long> censored = new ArrayList<>();
        for (long i = 0; i < 1000; i++) {
            censored.add(1_000_000 + i);
        }
        LogNormal fit = LogNormal.fit(curve(List.of(10L, 900_000L), censored)).orElseThrow();
        assertThat(fit.survival(1_000_000)).isBetween(0.99, 1.0);
    }

    @Test
    void longDurationsThatAreAlmostTheSameHaveTheirSmallSpread() {
        LogNormal fit = LogNormal.fit(curve(List.of(1_000_000_000_000L, 1_000_000_000_002L), List.of()))
                .orElseThrow();
        assertThat(fit.meanLog()).isCloseTo(Math.log(1e12), within(1e-11));
        assertThat(fit.sdLog()).as("half the difference of the logarithms").isCloseTo(1e-12, within(1e-14));
        assertThat(LogNormal.fit(curve(List.of(1L << 52, (1L << 52) + 1), List.of(1L))))
                .as("their logarithms are one double")
                .isEmpty();
    }

    @Test
    void withoutASpreadThereIsNoCurve() {
        assertThat(LogNormal.fit(curve(List.of(), List.of()))).isEmpty();
        assertThat(LogNormal.fit(curve(List.of(), List.of(1L, 2L)))).isEmpty();
        assertThat(LogNormal.fit(curve(List.of(5L, 5L), List.of(1L, 9L)))).isEmpty();
    }

    @Test
    void farOutInTheTailTheRiskIsStillANumber() {
        // ln t = 36 and 40 at a deviation of 1; mpmath: ln Q(40) - ln Q(36) = -152.10521441995539.
        LogNormal far = new LogNormal(0, 1);
        long age = (long) Math.exp(36);
        long target = (long) Math.exp(40);
        assertThat(Math.log(far.conditionalSurvival(target, age))).isCloseTo(-152.1052144199554, within(1e-9));
        assertThat(far.conditionalSurvival(age, age)).isEqualTo(1);
        assertThat(far.conditionalSurvival(Long.MAX_VALUE, 0)).isBetween(0.0, 1e-300);
        assertThat(far.survival(0)).isEqualTo(1);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new LogNormal(Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("meanLog NaN is not a finite number");
        assertThatThrownBy(() -> new LogNormal(0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sdLog 0.0 is not a finite number above 0");
        assertThatThrownBy(() -> new LogNormal(0, 1).conditionalSurvival(1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("target 1.0 is below age 2.0");
        assertThatThrownBy(() -> new LogNormal(0, 1).survival(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time -1.0 is not a finite number of at least 0");
        assertThatThrownBy(() -> new LogNormal(0, 1).conditionalSurvival(1, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("age -1.0 is not a finite number of at least 0");
    }
}
