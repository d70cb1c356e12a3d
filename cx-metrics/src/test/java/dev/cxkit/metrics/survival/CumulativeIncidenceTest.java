package dev.cxkit.metrics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricContract;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.tables.Fixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CumulativeIncidenceTest {

    record Member(SurvivalTime survivalTime, String reason) {}

    private static Metric<Member, CumulativeIncidence<String>> metric() {
        return CumulativeIncidence.metric(Member::survivalTime, Member::reason);
    }

    private static CumulativeIncidence<String> of(JsonNode row) {
        double[] time = Fixture.doubles(row.get("time"));
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < time.length; i++) {
            String reason = row.get("reason").get(i).asText();
            members.add(new Member(new SurvivalTime(time[i], !reason.isEmpty()), reason));
        }
        return metric().over(members);
    }

    @Test
    void sharesByReasonAreThoseOfAalenAndJohansenInRWithTiesAsTheyAre() {
        for (JsonNode row : Survivals.json("survival.r.json").get("incidence")) {
            CumulativeIncidence<String> found = of(row);
            double[] at = Fixture.doubles(row.get("at"));
            assertThat(found.causes().keySet()).containsExactlyElementsOf(row.get("reasons")::fieldNames);
            for (int i = 0; i < at.length; i++) {
                double sum = found.survival().survival(at[i]).getAsDouble();
                for (Map.Entry<String, JsonNode> reason : row.get("reasons").properties()) {
                    double share = found.incidence(reason.getKey(), at[i]).getAsDouble();
                    sum += share;
                    assertThat(share)
                            .isCloseTo(reason.getValue().get("incidence").get(i).asDouble(), within(1e-12));
                    double error = reason.getValue().get("se").get(i).asDouble();
                    if (share > 0) {
                        assertThat(error(found, reason.getKey(), at[i])).isCloseTo(error, within(1e-10));
                    }
                }
                assertThat(sum).isCloseTo(1, within(1e-12));
            }
        }
    }

    private static double error(CumulativeIncidence<String> of, String reason, double time) {
        return of.causes().getOrDefault(reason, List.of()).stream()
                .filter(step -> step.time() <= time)
                .reduce((a, b) -> b)
                .orElseThrow()
                .standardError();
    }

    @Test
    void countingOtherReasonsAsGoingOnWouldSayMore() {
        JsonNode row = Survivals.json("survival.r.json").get("incidence").get(1);
        double[] time = Fixture.doubles(row.get("time"));
        boolean[] events = new boolean[time.length];
        for (int i = 0; i < time.length; i++) {
            events[i] = row.get("reason").get(i).asText().equals("price");
        }
        double alone = 1 - KaplanMeier.of(time, events).survival(8).getAsDouble();
        assertThat(of(row).incidence("price", 8).getAsDouble()).isLessThan(alone - 0.01);
    }

    /** By its definition: the sum of the squared derivatives of the estimate by the weight of each observation, taken numerically. */
    @Test
    void theStandardErrorIsTheInfinitesimalJackknife() {
        double[] times = {1, 2, 2, 3, 4, 4, 5, 6, 7, 9};
        String[] reasons = {"price", "", "service", "price", "service", "price", "", "price", "service", ""};
        long many = 1_000_000;
        double f = price(times, reasons, -1, many);
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            double slope = (price(times, reasons, i, many) - f) * many;
            sum += slope * slope;
        }
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            members.add(new Member(new SurvivalTime(times[i], !reasons[i].isEmpty()), reasons[i]));
        }
        assertThat(error(metric().over(members), "price", 8)).isCloseTo(Math.sqrt(sum), within(1e-5));
    }

    private static double price(double[] times, String[] reasons, int heavier, long many) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            SurvivalTime time = new SurvivalTime(times[i], !reasons[i].isEmpty());
            members.add(new Member(time.withFrequency(i == heavier ? many + 1 : many), reasons[i]));
        }
        return metric().over(members).incidence("price", 8).getAsDouble();
    }

    @Test
    void theConfidenceIntervalHoldsTheIncidenceAndStaysWithinItsRange() {
        CumulativeIncidence<String> found =
                of(Survivals.json("survival.r.json").get("incidence").get(1));
        Estimate estimate = found.incidence("price", 8, 0.95).orElseThrow();
        double f = estimate.value();
        double error = error(found, "price", 8);
        // Symmetric on the scale of log(-log F), by the delta method.
        double low = Math.log(-Math.log(estimate.interval().orElseThrow().low())) - Math.log(-Math.log(f));
        assertThat(low).isCloseTo(1.959963984540054 * error / (f * -Math.log(f)), within(1e-12));
        double high = Math.log(-Math.log(estimate.interval().orElseThrow().high())) - Math.log(-Math.log(f));
        assertThat(high).isCloseTo(-low, within(1e-12));
        assertThat(found.incidence("price", 0.5, 0.95)).as("nothing yet").isEmpty();
        assertThat(found.incidence("price", 0.5)).hasValue(0);
        assertThat(found.incidence("a reason that nobody had", 8)).hasValue(0);
        assertThatThrownBy(() -> found.incidence("price", -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time -1.0 is not a finite number of at least 0");
    }

    @Test
    void beyondWhatWasSeenNothingIsKnown() {
        CumulativeIncidence<String> found = metric().over(List.of(
                new Member(new SurvivalTime(2, true), "price"), new Member(new SurvivalTime(5, false), "")));
        assertThat(found.incidence("price", 5)).hasValue(0.5);
        assertThat(found.incidence("price", 6)).isEmpty();
        assertThat(found.incidence("price", 6, 0.9)).isEmpty();
        assertThat(metric().over(List.of()).causes()).isEmpty();
    }

    @Nested
    class Contract extends MetricContract<Member, CumulativeIncidence<String>> {
        @Override
        protected Metric<Member, CumulativeIncidence<String>> metric() {
            return CumulativeIncidenceTest.metric();
        }

        @Override
        protected Member observation(Random random) {
            SurvivalTime survivalTime = new SurvivalTime(1 + random.nextInt(30), random.nextBoolean());
            return new Member(
                    random.nextInt(5) == 0 ? survivalTime.withDelayedEntry(0.5) : survivalTime,
                    "reason " + random.nextInt(3));
        }
    }
}
