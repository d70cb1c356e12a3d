package dev.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.metrics.columns.RatingColumns;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpsTest {

    private static Nps of(int... scores) {
        List<Answer> answers = new ArrayList<>();
        for (int score : scores) {
            answers.add(Scale.NPS.rate(score));
        }
        return Nps.metric().over(answers);
    }

    private static Nps with(long promoters, long passives, long detractors, NpsInterval method, double level) {
        return new Nps(promoters, passives, detractors, 0, 0, method, level);
    }

    @Test
    void everyValueHasItsClassAndZeroIsADetractor() {
        Nps nps = of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(nps.detractors()).isEqualTo(7);
        assertThat(nps.passives()).isEqualTo(2);
        assertThat(nps.promoters()).isEqualTo(2);
        assertThat(of(0).score()).hasValue(-100);
    }

    /** Printed by Delighted (10, 5, 5), the tests of the R package NPS (0,7,7,9,9,9), a Dart package and a BigQuery function. */
    @Test
    void agreesWithPrintedExamples() {
        assertThat(Nps.ofCounts(10, 5, 5).score()).hasValue(25);
        assertThat(of(0, 7, 7, 9, 9, 9).score().getAsDouble()).isEqualTo(100 / 3.0);
        assertThat(of(1, 7, 7, 8, 9, 10).score().getAsDouble()).isCloseTo(16.7, within(0.05));
        assertThat(of(1, 2, 6, 7, 8).score()).hasValue(-60);
        assertThat(of(9, 10, 6, 8).score()).hasValue(25);
    }

    /** 91.5 exactly, which is shown as 92; a difference of two rounded percentages falls short of it. */
    @Test
    void theEstimateIsTheScore() {
        assertThat(Nps.ofCounts(380, 6, 14).estimate().orElseThrow().value()).isEqualTo(91.5);
        assertThat(Nps.ofCounts(380, 6, 14).estimate().orElseThrow().text(0)).startsWith("92 (");
        assertThat(Nps.ofCounts(3, 5, 2).estimate().orElseThrow().value()).isEqualTo(10);
        assertThat(Nps.ofCounts(50, 30, 20)
                        .minus(Nps.ofCounts(40, 30, 30))
                        .orElseThrow()
                        .value())
                .isEqualTo(20);
    }

    @Test
    void theBootstrapKeepsToWhatWasSeenAtAnyLevel() {
        assertThat(NpsInterval.BOOTSTRAP.of(1, 0, 10, 1 - 1e-13)).isEqualTo(new Estimate(1, null, 1 - 1e-13, 10));
    }

    /** 2 promoters, 4 passives, 1 detractor: 14.29, where rounding both percentages first gives 15. */
    @Test
    void nothingIsRoundedOnTheWay() {
        assertThat(Nps.ofCounts(2, 4, 1).score().getAsDouble()).isEqualTo(100.0 / 7);
    }

    @Test
    void intervalsAgreeWithR() {
        for (JsonNode row : Fixture.read("nps.r.json").get("one_sample")) {
            long promoters = row.get("promoters").asLong();
            long passives = row.get("passives").asLong();
            long detractors = row.get("detractors").asLong();
            double raw = row.get("nps").asDouble();
            assertThat(Nps.ofCounts(promoters, passives, detractors).score().getAsDouble())
                    .isCloseTo(100 * raw, within(1e-9));
            assertInterval(
                    with(promoters, passives, detractors, NpsInterval.WALD, 0.95),
                    raw,
                    Fixture.doubles(row.get("wald95")));
            assertInterval(
                    with(promoters, passives, detractors, NpsInterval.ADJUSTED_WALD, 0.95),
                    raw,
                    Fixture.doubles(row.get("adjusted_wald95")));
        }
    }

    /** R does not keep the interval within -1..1, nor does it make it include the raw score; both is promised here. */
    private static void assertInterval(Nps nps, double raw, double[] expected) {
        Estimate estimate = nps.estimate().orElseThrow();
        assertThat(estimate.n()).isEqualTo(nps.answered());
        if (expected[0] == expected[1]) {
            assertThat(estimate.interval()).as("nothing varies").isEmpty();
            return;
        }
        Estimate.Interval interval = estimate.interval().orElseThrow();
        assertThat(interval.low()).isCloseTo(100 * Math.min(raw, Math.max(-1, expected[0])), within(1e-9));
        assertThat(interval.high()).isCloseTo(100 * Math.max(raw, Math.min(1, expected[1])), within(1e-9));
    }

    @Test
    void answersAreAnswersAndCountsAreCounts() {
        // Two promoters and a passive: 2 of 3.
        assertThat(Nps.of(10, 9, 8).score()).hasValue(200.0 / 3);
        assertThat(Nps.of(10, 9, 8)).isEqualTo(Nps.ofCounts(2, 1, 0));
        assertThat(Nps.of(0, 6, 7, 8, 9)).isEqualTo(Nps.ofCounts(1, 2, 2));
        assertThat(Nps.of(List.of(3, 10))).isEqualTo(Nps.ofCounts(1, 0, 1));
        Nps open = Nps.of(Arrays.asList(10, null, 7));
        assertThat(open.skipped()).isEqualTo(1);
        assertThat(open.score()).hasValue(50);
        assertThat(Nps.of().score()).isEmpty();
        assertThatThrownBy(() -> Nps.of(9, 11))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("11");
    }

    /** Spec, service-and-feedback 10.16; the adjusted interval has a width, as three imaginary answers vary. */
    @Test
    void threeWhoAllSayTheSameHaveNoIntervalByWaldOrBootstrap() {
        for (NpsInterval method : List.of(NpsInterval.WALD, NpsInterval.BOOTSTRAP)) {
            Estimate same = with(3, 0, 0, method, 0.95).estimate().orElseThrow();
            assertThat(same.interval()).isEmpty();
            assertThat(same.text(1)).isEqualTo("100.0 (no interval, nothing varies, n 3)");
        }
        assertThat(Nps.of(10, 10, 10).estimate().orElseThrow().interval()).isPresent();
    }

    /** Of one promoter the adjusted interval would be -48.5..98.5, without the 100 that was seen. */
    @Test
    void theIntervalIncludesTheScoreAndStaysOnTheScale() {
        Estimate one = Nps.ofCounts(1, 0, 0).estimate().orElseThrow();
        assertThat(one.interval().orElseThrow().low()).isCloseTo(-48.5, within(0.05));
        assertThat(one.interval().orElseThrow().high()).isEqualTo(100);
        Estimate ten = Nps.ofCounts(10, 0, 0).estimate().orElseThrow();
        assertThat(ten.interval().orElseThrow().low()).isCloseTo(47.5, within(0.05));
        assertThat(ten.interval().orElseThrow().high()).isEqualTo(100);
    }

    /** All 5^5 resamples of 1 detractor, 1 passive and 3 promoters, enumerated by R 4.2.2. */
    @Test
    void theBootstrapIsThatOfAllResamples() {
        JsonNode quantiles =
                Fixture.read("bootstrap.r.json").get("full_enumeration").get("quantiles_type1");
        Estimate wide = with(3, 1, 1, NpsInterval.BOOTSTRAP, 0.95).estimate().orElseThrow();
        assertThat(wide.interval().orElseThrow().low())
                .isCloseTo(100 * quantiles.get("0.025").asDouble(), within(1e-9));
        assertThat(wide.interval().orElseThrow().high())
                .isCloseTo(100 * quantiles.get("0.975").asDouble(), within(1e-9));
        Estimate narrow = with(3, 1, 1, NpsInterval.BOOTSTRAP, 0.9).estimate().orElseThrow();
        assertThat(narrow.interval().orElseThrow().low())
                .isCloseTo(100 * quantiles.get("0.05").asDouble(), within(1e-9));
        assertThat(narrow.interval().orElseThrow().high())
                .isCloseTo(100 * quantiles.get("0.95").asDouble(), within(1e-9));
    }

    /** Drawn here, with a seed, as every textbook does it. */
    @Test
    void theBootstrapOfManyAnswersIsWhereDrawsPutIt() {
        int n = 4_000;
        Random random = new Random(3);
        double[] scores = new double[10_000];
        for (int i = 0; i < scores.length; i++) {
            int sum = 0;
            for (int j = 0; j < n; j++) {
                double u = random.nextDouble();
                sum += u < 0.5 ? 1 : u < 0.8 ? 0 : -1;
            }
            scores[i] = 100.0 * sum / n;
        }
        java.util.Arrays.sort(scores);
        Estimate estimate =
                with(2_000, 1_200, 800, NpsInterval.BOOTSTRAP, 0.95).estimate().orElseThrow();
        // The standard error of such a quantile is about 0.03 points.
        assertThat(estimate.interval().orElseThrow().low()).isCloseTo(scores[249], within(0.12));
        assertThat(estimate.interval().orElseThrow().high()).isCloseTo(scores[9749], within(0.12));
    }

    /** The two ways to calculate the bootstrap meet where one takes over from the other. */
    @Test
    void theExpansionTakesOverWhereItIsAsGood() {
        Estimate exact = NpsInterval.BOOTSTRAP.of(0.55, 0.15, 300, 0.95);
        Estimate expansion = NpsInterval.BOOTSTRAP.of(0.55, 0.15, 300.000001, 0.95);
        assertThat(expansion.interval().orElseThrow().low())
                .isCloseTo(exact.interval().orElseThrow().low(), within(1.0 / 300));
        assertThat(expansion.interval().orElseThrow().high())
                .isCloseTo(exact.interval().orElseThrow().high(), within(1.0 / 300));
    }

    @Test
    void differencesAgreeWithR() {
        for (JsonNode row : Fixture.read("nps.r.json").get("two_sample")) {
            double[] a = Fixture.doubles(row.get("a"));
            double[] b = Fixture.doubles(row.get("b"));
            double sign = Math.signum(row.get("difference_b_minus_a").asDouble());
            Nps first = Nps.ofCounts((long) a[2], (long) a[1], (long) a[0]);
            Nps second = Nps.ofCounts((long) b[2], (long) b[1], (long) b[0]);
            Difference adjusted = second.minus(first).orElseThrow();
            assertThat(adjusted.value())
                    .isCloseTo(100 * row.get("difference_b_minus_a").asDouble(), within(1e-9));
            assertThat(adjusted.pValue()).isCloseTo(row.get("p_adjusted_wald").asDouble(), within(1e-9));
            double[] ends = Fixture.doubles(row.get("adjusted_ci95"));
            assertThat(sign > 0 ? adjusted.low() : -adjusted.high()).isCloseTo(100 * ends[0], within(1e-9));
            assertThat(sign > 0 ? adjusted.high() : -adjusted.low()).isCloseTo(100 * ends[1], within(1e-9));

            Nps wald = with((long) b[2], (long) b[1], (long) b[0], NpsInterval.WALD, 0.95);
            assertThat(wald.minus(first).orElseThrow().pValue())
                    .isCloseTo(row.get("p_wald").asDouble(), within(1e-9));
        }
    }

    @Test
    void noAnswersHaveNoScore() {
        Nps none = Nps.metric().over(List.of(Answer.skipped(), Answer.notApplicable(), Answer.skipped()));
        assertThat(none.score()).isEmpty();
        assertThat(none.estimate()).isEmpty();
        assertThat(none.minus(Nps.ofCounts(1, 1, 1))).isEmpty();
        assertThat(Nps.ofCounts(1, 1, 1).minus(none)).isEmpty();
        assertThat(none.skipped()).isEqualTo(2);
        assertThat(none.notApplicable()).isEqualTo(1);
    }

    /** 5 promoters, 2 passives, 1 detractor and 2 who skipped: 50, not 40. */
    @Test
    void whoSkippedIsNotInTheDenominator() {
        List<Answer> answers = new ArrayList<>(List.of(Answer.skipped(), Answer.skipped()));
        for (int score : new int[] {9, 9, 10, 10, 9, 7, 8, 3}) {
            answers.add(Scale.NPS.rate(score));
        }
        assertThat(Nps.metric().over(answers).score()).hasValue(50);
    }

    @Test
    void answersOfAnotherKindOrScaleAreRefusedByName() {
        assertThatThrownBy(() ->
                        Nps.metric().over(List.of(Scale.of("one-to-ten", 1, 10).rate(9))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a rating of scale one-to-ten 1..10 low to 4 high from 7 where a rating of scale nps 0..10 low to 6 high"
                                + " from 9 is counted");
        assertThatThrownBy(() -> Nps.metric().over(List.of(Answer.text("great"))))
                .hasMessageContaining("a text answer where a rating of scale nps 0..10");
        assertThatThrownBy(() -> Nps.of(Distribution.ofCounts(Scale.STARS, 1, 2, 3, 4, 5)))
                .hasMessageContaining("not of scale stars 1..5");
        assertThatThrownBy(() -> Nps.ofCounts(-1, 0, 0)).hasMessageContaining("-1");
        assertThatThrownBy(() -> Nps.metric(NpsInterval.WALD, 1.0)).hasMessageContaining("level 1.0");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 63, 2039, 2040, 2041, 2048, 10_007})
    void anArrayIsCountedLikeItsAnswers(int length) {
        Random random = new Random(length);
        byte[] scores = new byte[length];
        int[] boxed = new int[length];
        for (int i = 0; i < length; i++) {
            boxed[i] = random.nextInt(11);
            scores[i] = (byte) boxed[i];
        }
        assertThat(RatingColumns.nps(scores)).isEqualTo(of(boxed));
    }

    @Property
    void aByteOutsideIsFoundWhereverItStands(@ForAll @LongRange(min = 0, max = 4_099) long place, @ForAll byte value) {
        byte[] scores = new byte[4_100];
        java.util.Arrays.fill(scores, (byte) 10);
        scores[(int) place] = value;
        if (value >= 0 && value <= 10) {
            assertThat(RatingColumns.nps(scores).answered()).isEqualTo(scores.length);
        } else {
            assertThatThrownBy(() -> RatingColumns.nps(scores))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("rating " + value + " at " + place + " is outside 0..10 of scale nps");
        }
    }

    @Property
    void scoreAndIntervalStayOnTheScale(
            @ForAll @LongRange(min = 0, max = 5_000) long promoters,
            @ForAll @LongRange(min = 0, max = 50) long passives,
            @ForAll @LongRange(min = 0, max = 5_000) long detractors,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double level) {
        for (NpsInterval method : NpsInterval.values()) {
            if (method != NpsInterval.BOOTSTRAP || promoters + detractors < 300) {
                with(promoters, passives, detractors, method, level)
                        .estimate()
                        .ifPresent(estimate -> estimate.interval().ifPresent(interval -> {
                            assertThat(interval.low()).isBetween(-100.0, estimate.value());
                            assertThat(interval.high()).isBetween(estimate.value(), 100.0);
                        }));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"-0.1, 0.5, 10", "0.6, 0.6, 10", "0.5, 0.1, 0", "NaN, 0.1, 10"})
    void sharesThatAreNoneAreRefused(double favour, double against, double n) {
        assertThatThrownBy(() -> NpsInterval.WALD.of(favour, against, n, 0.95))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
