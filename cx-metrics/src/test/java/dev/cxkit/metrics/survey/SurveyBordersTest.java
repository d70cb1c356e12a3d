package dev.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Band;
import dev.cxkit.core.feedback.Invitation;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.survey.ResponseFunnel.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures at which a sign, a factor or a border that is wrong shows; those with many digits are of NumPy and SciPy. */
class SurveyBordersTest {

    /** The expansion of Cornish and Fisher to its first term, by NumPy; the quantiles of the exact sums are 0.84, 0.915 and -0.581, -0.519. */
    @ParameterizedTest
    @CsvSource({
        "0.9, 0.02, 400, 0.95, 0.841094989040895, 0.9158824481696195",
        "0.05, 0.6, 1000, 0.9, -0.5805070785304722, -0.5191824880206888"
    })
    void theBootstrapOfManyBendsWithTheSkewness(
            double favour, double against, double n, double level, double low, double high) {
        Estimate.Interval interval =
                NpsInterval.BOOTSTRAP.of(favour, against, n, level).interval().orElseThrow();
        assertThat(interval.low()).isCloseTo(low, within(1e-12));
        assertThat(interval.high()).isCloseTo(high, within(1e-12));
    }

    @Test
    void manyWhoAllSayTheSameHaveNoBootstrap() {
        assertThat(NpsInterval.BOOTSTRAP.of(1, 0, 301, 0.95).interval()).isEmpty();
    }

    @Test
    void anIntervalSaysItsNameAndRefusesWhatIsNoShare() {
        assertThat(NpsInterval.ADJUSTED_WALD).hasToString("adjusted-wald");
        assertThatThrownBy(() -> NpsInterval.WALD.of(0.5, 0.6, 10, 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shares 0.5 and 0.6 are not two parts of 1");
        for (double n : new double[] {0, -1, Double.POSITIVE_INFINITY, Double.NaN}) {
            assertThatThrownBy(() -> NpsInterval.WALD.of(0.5, 0.5, n, 0.95))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("n " + n + " is not above 0");
        }
        assertThat(NpsInterval.WALD.of(0, 0, 10, 0.95).value()).isZero();
    }

    /** 1, 1, 2, 2, 2, 4, 5 six times: variance 3 by NumPy (ddof 1). */
    @Test
    void theVarianceIsThatOfTheRatings() {
        Distribution ratings = Distribution.ofCounts(Scale.STARS, 2, 3, 0, 1, 6);
        assertThat(ratings.mean()).hasValue(3.5);
        assertThat(ratings.variance().getAsDouble()).isCloseTo(3, within(1e-12));
        assertThat(Distribution.ofCounts(Scale.STARS, 0, 0, 1, 0, 0).variance()).isEmpty();
        assertThat(Distribution.ofCounts(Scale.STARS, 0, 0, 0, 0, 0).share(Band.FAVOURABLE))
                .isEmpty();
    }

    /** 1, 2, 5, 5, 4 against 3, 3, 4, 2, by SciPy's Welch test; the index is 25 points for each star. */
    @Test
    void aDifferenceOfIndexesIsThatOfMeansInPoints() {
        Distribution first = Distribution.ofCounts(Scale.STARS, 1, 1, 0, 1, 2);
        Distribution second = Distribution.ofCounts(Scale.STARS, 0, 1, 2, 1, 0);
        Difference means = Score.MEAN.difference(first, second, 0.95).orElseThrow();
        assertThat(means.value()).isCloseTo(0.4, within(1e-12));
        assertThat(means.low()).isCloseTo(-1.8451033727626114, within(1e-8));
        assertThat(means.high()).isCloseTo(2.645103372762611, within(1e-8));
        Difference index = Score.INDEX.difference(first, second, 0.95).orElseThrow();
        assertThat(index.value()).isCloseTo(10, within(1e-9));
        assertThat(index.low()).isCloseTo(25 * -1.8451033727626114, within(1e-6));
        assertThat(index.high()).isCloseTo(25 * 2.645103372762611, within(1e-6));
        assertThat(index.pValue()).isCloseTo(0.6759418112121486, within(1e-9));
    }

    /** Where low is good, the ends change places: much effort is few points. */
    @Test
    void aDifferenceOfIndexesTurnsWhereLowIsGood() {
        Distribution first = Distribution.ofCounts(Scale.CES_EFFORT, 1, 1, 0, 1, 2);
        Distribution second = Distribution.ofCounts(Scale.CES_EFFORT, 0, 1, 2, 1, 0);
        Difference index = Score.INDEX.difference(first, second, 0.95).orElseThrow();
        assertThat(index.value()).isCloseTo(-10, within(1e-9));
        assertThat(index.low()).isCloseTo(25 * -2.645103372762611, within(1e-6));
        assertThat(index.high()).isCloseTo(25 * 1.8451033727626114, within(1e-6));
    }

    /** Two and two at both ends: the interval of Welch is far beyond what a scale of 1 to 5 allows. */
    @Test
    void aDifferenceOfMeansStaysOnTheScale() {
        Distribution both = Distribution.ofCounts(Scale.STARS, 1, 0, 0, 0, 1);
        Difference none = Score.MEAN.difference(both, both, 0.95).orElseThrow();
        assertThat(none.low()).isEqualTo(-4);
        assertThat(none.high()).isEqualTo(4);
    }

    @Test
    void aDifferenceOfScoresIsOfItsScaleAlone() {
        Distribution stars = Distribution.ofCounts(Scale.STARS, 1, 0, 0, 0, 1);
        Distribution nps =
                Distribution.ofCounts(Scale.NPS, LongStream.range(0, 11).toArray());
        assertThatThrownBy(() -> Score.NPS.difference(stars, stars, 0.95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Score.MEAN.difference(stars, nps, 0.95)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-100, 1e100})
    void weightsUpToTheirBordersCount(double weight) {
        WeightedDistribution one = weighted(weight).over(List.of(5));
        assertThat(one.weight(5)).isEqualTo(weight);
        assertThat(one.weight(4)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-300, 0.9e-100, 1.1e100, Double.NaN})
    void weightsBeyondAreRefused(double weight) {
        assertThatThrownBy(() -> weighted(weight).over(List.of(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weight " + weight + " is neither 0 nor within 1e-100..1e100");
    }

    private static Metric<Integer, WeightedDistribution> weighted(double weight) {
        return WeightedDistribution.metricOfAnswers(Scale.STARS, Scale.STARS::rate, stars -> weight);
    }

    @Test
    void ratingsAtTheEndsOfAScaleAreOnIt() {
        Metric<Integer, Distribution> metric = Distribution.metric(Scale.STARS, stars -> stars);
        assertThat(metric.over(List.of(1, 5)).counts()).containsExactly(1L, 0L, 0L, 0L, 1L);
        for (int outside : new int[] {0, 6}) {
            assertThatThrownBy(() -> metric.over(List.of(outside))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void askedAreAllWhoSawTheQuestion() {
        Metric<Answer, Distribution> metric = Distribution.metric(Scale.STARS);
        Distribution of = metric.over(
                List.of(Scale.STARS.rate(1), Answer.skipped(), Answer.notApplicable(), Answer.notApplicable()));
        assertThat(of.asked()).isEqualTo(4);
    }

    /** Three invited, of whom two got the mail and one opened it: by flow the steps are counted each by itself. */
    @Test
    void aRatioIsOfTwoStepsAndARateOfOneInAnother() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        TimeRange january = TimeRange.of(start, Instant.parse("2026-02-01T00:00:00Z"));
        List<Invitation> three = List.of(invitation(start, 2), invitation(start, 1), invitation(start, 0));
        ResponseFunnel funnel = ResponseFunnel.metric(january).over(three);
        assertThat(funnel.ratio(Step.DELIVERED, Step.INVITED).getAsDouble()).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(funnel.ratio(Step.COMPLETED, Step.STARTED)).isEmpty();
        assertThat(funnel.rate(Step.OPENED, Step.OPENED).orElseThrow().value()).isEqualTo(1);
        assertThat(funnel.rate(Step.DECLINED, Step.DELIVERED).orElseThrow().value())
                .isZero();
        assertThatThrownBy(() -> funnel.rate(Step.DECLINED, Step.OPENED)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> funnel.rate(Step.INVITED, Step.DELIVERED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Invitation invitation(Instant at, int steps) {
        return new Invitation(
                "i",
                "s",
                CustomerId.of("c"),
                at,
                steps > 0 ? at.plusSeconds(60) : null,
                steps > 1 ? at.plusSeconds(120) : null,
                null,
                null,
                null);
    }

    @Test
    void aCohortThatIsAsOldAsItMustBeCounts() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        TimeRange january = TimeRange.of(start, Instant.parse("2026-02-01T00:00:00Z"));
        Instant asOf = start.plus(Duration.ofDays(14));
        ResponseFunnel old =
                ResponseFunnel.metric(january, Duration.ofDays(14), asOf).over(List.of(invitation(start, 1)));
        assertThat(old.count(Step.INVITED)).isEqualTo(1);
        ResponseFunnel young = ResponseFunnel.metric(january, Duration.ofDays(14), asOf)
                .over(List.of(invitation(start.plusSeconds(1), 1)));
        assertThat(young.count(Step.INVITED)).isZero();
        assertThat(young.tooYoung()).isEqualTo(1);
    }

    /** Two cells of one margin: 3 of 4 are women, who are half of the population, so 2/3 and 2 are the weights; 16 / (4 + 4/3) = 3. */
    @Test
    void rakedWeightsOfOneMarginAreSharesByShares() {
        Raking raking = Raking.of(new Raking.Margin("sex", Map.of("f", 0.5, "m", 0.5)));
        Raking.Weights weights = raking.weights(Map.of(List.of("f"), 3L, List.of("m"), 1L));
        assertThat(weights.weights().get(List.of("f"))).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(weights.weights().get(List.of("m"))).isCloseTo(2, within(1e-12));
        assertThat(weights.effectiveN()).isCloseTo(3, within(1e-12));
        assertThat(weights.designEffect()).isCloseTo(4.0 / 3, within(1e-12));
    }

    @Test
    void marginsUpToTheirBordersAreTaken() {
        assertThat(new Raking.Margin("all", Map.of("one", 1.0, "none", 0.0)).targets())
                .containsEntry("one", 1.0);
        assertThatThrownBy(() -> new Raking.Margin("all", Map.of("one", 1.1, "none", -0.1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Raking.Margin("all", Map.of("one", 0.5, "none", 0.49)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSmallestGroupThatIsShownHasItsMinimum() {
        assertThat(new MinimumGroup(2).people()).isEqualTo(2);
        assertThatThrownBy(() -> new MinimumGroup(1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new SatisfactionIndex.Item(Distribution.ofCounts(Scale.STARS, 1, 0, 0, 0, 0), 1e100).weight())
                .isEqualTo(1e100);
    }
}
