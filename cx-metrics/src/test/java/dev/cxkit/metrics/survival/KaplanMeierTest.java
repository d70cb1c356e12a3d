package dev.cxkit.metrics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricContract;
import dev.cxkit.metrics.tables.Fixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

    private static final String R = "time-to-resolution.r.json";

    private static KaplanMeier ofR() {
        double[] hours = Fixture.doubles(Fixture.read(R).get("hours"));
        double[] resolved = Fixture.doubles(Fixture.read(R).get("resolved"));
        List<SurvivalTime> cases = new ArrayList<>();
        for (int i = 0; i < hours.length; i++) {
            cases.add(new SurvivalTime((long) hours[i], resolved[i] == 1));
        }
        return KaplanMeier.metric().over(cases);
    }

    private static KaplanMeier uncensored(long... values) {
        List<SurvivalTime> all = new ArrayList<>();
        for (long time : values) {
            all.add(new SurvivalTime(time, true));
        }
        return KaplanMeier.metric().over(all);
    }

    /** Counts are whole numbers below 2^63: two of 2^63 - 1 are no -2, and what was there before stays. */
    @Test
    void moreThanCanBeCountedFails() {
        SurvivalTime most = new SurvivalTime(1, true).withFrequency(Long.MAX_VALUE);
        Accumulator<SurvivalTime, KaplanMeier> accumulator =
                KaplanMeier.metric().start();
        accumulator.add(most);
        assertThatThrownBy(() -> accumulator.add(most))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("2^63");
        assertThatThrownBy(() -> accumulator.add(new SurvivalTime(2, false).withFrequency(2)))
                .isInstanceOf(ArithmeticException.class);
        Accumulator<SurvivalTime, KaplanMeier> other = KaplanMeier.metric().start();
        other.add(new SurvivalTime(3, false));
        assertThatThrownBy(() -> accumulator.merge(other))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("a count of kaplan-meier is beyond 2^63 - 1");
        assertThat(accumulator.result().n()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void recordsOfTheHostAreReadByGetters() {
        record Life(Number months, boolean churned) {}
        List<Life> lives = List.of(new Life(3, true), new Life(5L, false), new Life(7.5, true), new Life(3, false));
        assertThat(KaplanMeier.metric(Life::months, Life::churned).over(lives))
                .isEqualTo(KaplanMeier.of(new double[] {3, 5, 7.5, 3}, new boolean[] {true, false, true, false}));
        assertThatThrownBy(() -> KaplanMeier.metric((Life life) -> 1L << 53, Life::churned)
                        .over(lives))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time 9007199254740992 is outside 0..2^53 - 1");
    }

    @Test
    void stepsAreThoseOfRsSurvival353() {
        List<KaplanMeier.Step> steps =
                ofR().steps().stream().filter(step -> step.events() > 0).toList();
        List<JsonNode> expected = Fixture.cases(R, "km").toList();
        assertThat(steps).hasSameSizeAs(expected);
        for (int i = 0; i < steps.size(); i++) {
            KaplanMeier.Step step = steps.get(i);
            JsonNode row = expected.get(i);
            assertThat(step.time()).isEqualTo(row.get("time").longValue());
            assertThat(step.atRisk()).isEqualTo(row.get("at_risk").longValue());
            assertThat(step.events()).isEqualTo(row.get("events").longValue());
            assertThat(step.survival()).isCloseTo(row.get("survival").doubleValue(), within(1e-14));
        }
    }

    @Test
    void medianAndConditionalRiskAreThoseOfR() {
        KaplanMeier curve = ofR();
        assertThat(curve.median()).hasValue(Fixture.read(R).get("median").doubleValue());
        Fixture.cases(R, "conditional_breach")
                .forEach(row -> assertThat(curve.conditionalSurvival(
                                        row.get("target").longValue(),
                                        row.get("age").longValue())
                                .getAsDouble())
                        .isCloseTo(row.get("p_breach").doubleValue(), within(1e-14)));
        assertThat(curve.n()).isEqualTo(12);
        assertThat(curve.events()).isEqualTo(8);
    }

    @Test
    void beyondTheLongestThatGoesOnNothingIsKnown() {
        KaplanMeier curve = ofR();
        assertThat(curve.survival(0)).hasValue(1);
        assertThat(curve.survival(72)).isPresent();
        assertThat(curve.survival(73)).isEmpty();
        assertThat(curve.conditionalSurvival(73, 5)).isEmpty();
        assertThat(curve.quantile(0.9)).isEmpty();
        assertThat(curve.atRisk(6)).isEqualTo(8);
        assertThat(curve.atRisk(2)).isEqualTo(12);
    }

    @Test
    void withoutCensoringItIsTheShareThatLastsLonger() {
        KaplanMeier curve = uncensored(4, 1, 2, 3, 5, 6);
        assertThat(curve.survival(2).getAsDouble()).isCloseTo(4.0 / 6, within(0.0));
        assertThat(curve.median()).hasValue(3);
        assertThat(curve.quantile(1)).hasValue(6);
        assertThat(curve.survival(100)).hasValue(0);
        assertThat(curve.conditionalSurvival(7, 6))
                .as("nothing lasts longer than 6")
                .isEmpty();
    }

    @Test
    void ofNothingThereIsNoCurve() {
        KaplanMeier nothing = uncensored();
        assertThat(nothing.n()).isZero();
        assertThat(nothing.median()).isEmpty();
        assertThat(nothing.survival(1)).isEmpty();
        assertThat(nothing.conditionalSurvival(2, 1)).isEmpty();
        assertThat(nothing).hasToString("n 0, events 0, steps 0");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new SurvivalTime(-1, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time -1 is outside 0..2^53 - 1");
        assertThatThrownBy(() -> new SurvivalTime(1L << 53, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time 9007199254740992 is outside 0..2^53 - 1");
        assertThatThrownBy(() -> new SurvivalTime(Double.NaN, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time NaN is not a finite number of at least 0");
        assertThatThrownBy(() -> new SurvivalTime(3, true).withDelayedEntry(3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entry 3.0 is not below time 3.0");
        assertThatThrownBy(() -> new SurvivalTime(3, true).withFrequency(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("frequency 0 is below 1");
        assertThatThrownBy(() -> new KaplanMeier.Step(1, 2, 2, 1, 0, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("events 2 and censored 1 are not 1..2 together");
        assertThatThrownBy(() -> ofR().conditionalSurvival(4, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("target 4.0 is below age 5.0");
        assertThatThrownBy(() -> ofR().quantile(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("p 0.0 is not above 0 and at most 1");
    }

    @Nested
    class ContractOfWholeTimes extends MetricContract<SurvivalTime, KaplanMeier> {
        @Override
        protected Metric<SurvivalTime, KaplanMeier> metric() {
            return KaplanMeier.metric();
        }

        @Override
        protected SurvivalTime observation(Random random) {
            long time = random.nextBoolean() ? random.nextInt(20) : random.nextLong() >>> (11 + random.nextInt(50));
            return new SurvivalTime(time, random.nextInt(3) > 0);
        }
    }

    @Nested
    class Contract extends MetricContract<SurvivalTime, KaplanMeier> {
        @Override
        protected Metric<SurvivalTime, KaplanMeier> metric() {
            return KaplanMeier.metric();
        }

        @Override
        protected SurvivalTime observation(Random random) {
            double time = random.nextBoolean()
                    ? random.nextInt(20)
                    : random.nextInt(3) == 0
                            ? random.nextDouble() * 9
                            : Double.longBitsToDouble(random.nextLong() >>> 2);
            SurvivalTime survivalTime = new SurvivalTime(time, random.nextInt(3) > 0);
            return switch (random.nextInt(4)) {
                case 0 -> survivalTime.withFrequency(1 + random.nextInt(3));
                case 1 -> time > 0 ? survivalTime.withDelayedEntry(time / (1 + random.nextInt(4) + 0.5)) : survivalTime;
                default -> survivalTime;
            };
        }
    }
}
