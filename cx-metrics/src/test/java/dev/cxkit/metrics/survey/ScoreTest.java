package dev.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreTest {

    /** CYS help page: 1,000 answers on 1 to 7. The sum is 4,080; easy 6-7 and hard 1-3 there, 5-7 is 46 %. */
    private static final Distribution EFFORT =
            Distribution.ofCounts(Scale.of("cys", 1, 7).withBands(3, 6), 80, 210, 140, 110, 160, 180, 120);

    private static Distribution ratings(Scale scale, double... values) {
        long[] counts = new long[scale.points()];
        for (double value : values) {
            counts[(int) value - scale.min()]++;
        }
        return Distribution.ofCounts(scale, counts);
    }

    /** A host that holds numbers gets what a host that holds answers gets. */
    @Test
    void numbersAreRatings() {
        List<Integer> numbers = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            int number = i * i % 13;
            numbers.add(number > 10 ? null : number);
            answers.add(number > 10 ? Answer.skipped() : Scale.NPS.rate(number));
        }
        List<Optional<Integer>> rows =
                numbers.stream().map(Optional::ofNullable).toList();
        Metric<Optional<Integer>, Nps> ofNumbers = Nps.metric(row -> row.orElse(null));
        assertThat(ofNumbers.over(rows)).isEqualTo(Nps.metric().over(answers));
        assertThat(ofNumbers.over(rows).skipped()).isPositive();
        assertThat(ofNumbers.definition()).isEqualTo(Nps.metric().definition());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 11, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aNumberOutsideTheScaleIsRefused(int number) {
        Metric<Integer, Nps> metric = Nps.metric(score -> score);
        assertThatThrownBy(() -> metric.over(List.of(number)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rating " + number + " is outside 0..10 of scale nps");
    }

    @Test
    void theThreeFormsOfEffortDiffer() {
        assertThat(EFFORT.answered()).isEqualTo(1_000);
        assertThat(new Ces(CesForm.MEAN, EFFORT).estimate().orElseThrow().value())
                .isCloseTo(4.08, within(1e-12));
        assertThat(new Ces(CesForm.NET, EFFORT).estimate().orElseThrow().value())
                .isCloseTo(-13, within(1e-9));
        Distribution standard = new Distribution(Scale.CES, EFFORT.counts(), 0, 0);
        assertThat(new Ces(CesForm.EASY, standard).estimate().orElseThrow().value())
                .isEqualTo(0.46);
        assertThat(new Ces(CesForm.MEAN, standard).as(CesForm.EASY)).isEqualTo(new Ces(CesForm.EASY, standard));
    }

    /** Where effort is asked, low is good: 1 and 2 of 5 are the easy ones. */
    @Test
    void theDirectionIsInTheScale() {
        Distribution effort = Distribution.ofCounts(Scale.CES_EFFORT, 3, 3, 2, 1, 1);
        assertThat(new Ces(CesForm.EASY, effort).estimate().orElseThrow().value())
                .isEqualTo(0.6);
        assertThat(Csat.of(effort).satisfied()).isEqualTo(6);
        assertThat(Csat.of(effort).dissatisfied()).isEqualTo(2);
        assertThat(Score.INDEX
                        .of(Distribution.ofCounts(Scale.CES_EFFORT, 1, 0, 0, 0, 0))
                        .orElseThrow()
                        .value())
                .isEqualTo(100);
        Estimate index = Score.INDEX.of(effort).orElseThrow();
        Estimate mean = Score.MEAN.of(effort).orElseThrow();
        assertThat(index.value()).isCloseTo(100 - 25 * (mean.value() - 1), within(1e-9));
        assertThat(index.interval().orElseThrow().low())
                .isCloseTo(100 - 25 * (mean.interval().orElseThrow().high() - 1), within(1e-9));
        assertThat(index.interval().orElseThrow().high())
                .isCloseTo(100 - 25 * (mean.interval().orElseThrow().low() - 1), within(1e-9));
    }

    /** Scales of 4 and 6 points onto 0..100, where a printed table cuts 33.33, 66.66 and 99.99 off. */
    @ParameterizedTest
    @CsvSource({"1, 4, 2, 33.333333333333336", "1, 4, 4, 100", "1, 6, 5, 80", "0, 10, 7, 70", "1, 2, 1, 0"})
    void theIndexIsNotRounded(int min, int max, int value, double expected) {
        Distribution one = ratings(Scale.of("custom", min, max), value);
        assertThat(one.mean(Score.INDEX).getAsDouble()).isCloseTo(expected, within(1e-12));
    }

    /** Simplesat: 7 positive, 1 neutral, 2 negative are 70 %. Assembled on Zendesk: 8 good, 2 bad are 80 %, Wilson 49.0..94.3. */
    @Test
    void satisfactionIsAShareWithTheNeutralOnesInTheDenominator() {
        Csat simplesat = Csat.of(Distribution.ofCounts(Scale.CSAT, 1, 1, 1, 3, 4));
        assertThat(simplesat.share().share()).hasValue(0.7);
        assertThat(simplesat.neutral()).isEqualTo(1);
        Estimate zendesk = Csat.of(Distribution.ofCounts(Scale.CSAT_YES_NO, 2, 8))
                .estimate()
                .orElseThrow();
        assertThat(zendesk.value()).isEqualTo(0.8);
        assertThat(zendesk.interval().orElseThrow().low()).isCloseTo(0.490, within(0.0005));
        assertThat(zendesk.interval().orElseThrow().high()).isCloseTo(0.943, within(0.0005));
        Csat none = Csat.metric().over(List.of(Answer.skipped(), Answer.notApplicable()));
        assertThat(none.estimate()).isEmpty();
        assertThat(none.minus(simplesat)).isEmpty();
        assertThatThrownBy(() -> none.minus(Csat.of(Distribution.ofCounts(Scale.CSAT_YES_NO, 2, 8))))
                .hasMessageContaining("csat-yes-no")
                .hasMessageContaining("is not compared");
        assertThat(none.skipped() + none.notApplicable()).isEqualTo(2);
        assertThat(Csat.metric(Scale.STARS).over(List.of(Scale.STARS.rate(5))).satisfied())
                .isEqualTo(1);
        assertThatThrownBy(() -> new Csat(Scale.CSAT, 1, -1, 0, 0, 0)).hasMessageContaining("-1");
    }

    /** Spec, service-and-feedback 10.12 and 10.16. */
    @Test
    void threeWhoAllSayTheSameHaveAMeanWithoutAnInterval() {
        Distribution same =
                Distribution.metric(Scale.STARS, (Integer stars) -> stars).over(List.of(5, 5, 5));
        Estimate mean = Score.MEAN.of(same).orElseThrow();
        assertThat(mean.value()).isEqualTo(5);
        assertThat(mean.interval()).isEmpty();
        assertThat(mean.text(1)).isEqualTo("5.0 (no interval, nothing varies, n 3)");
        assertThat(Score.INDEX.of(same).orElseThrow().text(0)).isEqualTo("100 (no interval, nothing varies, n 3)");
        Estimate favourable = Score.FAVOURABLE.of(same).orElseThrow();
        assertThat(favourable.text(2)).isEqualTo("1.00 (0.44 to 1.00 at 95 %, n 3)");
        Distribution one =
                Distribution.metric(Scale.STARS, (Integer stars) -> stars).over(List.of(4));
        assertThat(Score.MEAN.of(one).orElseThrow().text(1)).isEqualTo("4.0 (no interval, one observation, n 1)");
        assertThat(Score.INDEX.of(one).orElseThrow().interval()).isEmpty();
        Distribution two =
                Distribution.metric(Scale.STARS, (Integer stars) -> stars).over(List.of(4, 5));
        assertThat(Score.MEAN.of(two).orElseThrow().interval()).isPresent();
    }

    /** Newcombe's method 10 and the pooled z test of 7 of 10 and 4 of 12, worked out in Python. */
    @Test
    void satisfactionIsComparedAsOneShareWithAnother() {
        Csat first = Csat.of(Distribution.ofCounts(Scale.CSAT, 1, 1, 1, 3, 4));
        Csat second = Csat.of(Distribution.ofCounts(Scale.CSAT, 3, 2, 3, 2, 2));
        Difference difference = first.minus(second).orElseThrow();
        assertThat(difference.value()).isCloseTo(0.7 - 4.0 / 12, within(1e-15));
        assertThat(difference.low()).isCloseTo(-0.04338711125336331, within(1e-12));
        assertThat(difference.high()).isCloseTo(0.6406236100573329, within(1e-12));
        assertThat(difference.pValue()).isCloseTo(0.08676817270387571, within(1e-12));
        assertThat(difference.level()).isEqualTo(0.95);
        assertThat(second.minus(first).orElseThrow().value()).isEqualTo(-difference.value());
        Csat none = Csat.of(Distribution.ofCounts(Scale.CSAT, 0, 0, 0, 0, 0));
        assertThat(first.minus(none)).isEmpty();
    }

    /** R 4.2.2 t.test on two samples of 1 to 5. */
    @Test
    void meansAgreeWithR() {
        JsonNode table = Fixture.read("two-samples.r.json").get("cases").get(0);
        Distribution x = ratings(Scale.CSAT, Fixture.doubles(table.get("x")));
        Distribution y = ratings(Scale.CSAT, Fixture.doubles(table.get("y")));
        Estimate mean = Score.MEAN.of(x).orElseThrow();
        double[] ends = Fixture.doubles(table.get("mean_x_ci95"));
        assertThat(mean.interval().orElseThrow().low()).isCloseTo(ends[0], within(1e-9));
        assertThat(mean.interval().orElseThrow().high()).isCloseTo(ends[1], within(1e-9));

        Difference difference = Score.MEAN.difference(x, y, 0.95).orElseThrow();
        double[] welch = Fixture.doubles(table.get("welch_ci95"));
        assertThat(difference.pValue()).isCloseTo(table.get("welch_p").asDouble(), within(1e-9));
        assertThat(difference.low()).isCloseTo(welch[0], within(1e-9));
        assertThat(difference.high()).isCloseTo(welch[1], within(1e-9));

        Difference index = Score.INDEX.difference(x, y, 0.95).orElseThrow();
        assertThat(index.value()).isCloseTo(25 * difference.value(), within(1e-9));
        assertThat(index.pValue()).isEqualTo(difference.pValue());
    }

    @Test
    void oneRatingSaysAlmostNothing() {
        // Spec, service-and-feedback 10.12: only the interval of one value is empty.
        Estimate one = Score.MEAN.of(ratings(Scale.STARS, 4)).orElseThrow();
        assertThat(one).isEqualTo(new Estimate(4, null, 0.95, 1));
        Estimate agreed = Score.MEAN.of(ratings(Scale.STARS, 4, 4, 4)).orElseThrow();
        assertThat(agreed).isEqualTo(new Estimate(4, null, 0.95, 3));
        assertThat(Score.MEAN.difference(ratings(Scale.STARS, 4), ratings(Scale.STARS, 5), 0.95))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Score.class)
    void nothingIsMadeOfNothing(Score score) {
        Distribution none = Distribution.ofCounts(Scale.NPS, new long[11]);
        Distribution some = ratings(Scale.NPS, 3, 9, 10);
        assertThat(score.of(none)).isEmpty();
        assertThat(score.difference(none, some, 0.95)).isEmpty();
        assertThat(score.difference(some, none, 0.95)).isEmpty();
        assertThat(none.mean(score)).isEmpty();
    }

    /** Each score is the mean of what single ratings count; that is what a change is split by. */
    @ParameterizedTest
    @EnumSource(Score.class)
    void aScoreIsAMeanOfContributions(Score score) {
        Distribution some = ratings(Scale.NPS, 0, 3, 6, 7, 8, 9, 9, 10, 10, 10);
        Estimate estimate = score.of(some).orElseThrow();
        assertThat(some.mean(score).getAsDouble()).isCloseTo(estimate.value(), within(1e-9));
        assertThat(estimate.n()).isEqualTo(10);
    }

    @Test
    void scalesAreNotMixed() {
        assertThatThrownBy(() -> Score.MEAN.difference(ratings(Scale.STARS, 4), ratings(Scale.CSAT, 5), 0.95))
                .hasMessage(
                        "ratings of scale stars 1..5 low to 2 high from 4 and of scale csat 1..5 low to 2 high from 4 are not"
                                + " compared");
        assertThatThrownBy(() -> Score.NPS.of(ratings(Scale.of("ten", 1, 10), 9)))
                .hasMessage("NPS is of scale nps 0..10, not of scale ten 1..10; for a net score of that use NET");
    }

    /** American Customer Satisfaction Index, three questions of 1 to 10 with 8, 7 and 6, weights published for Ohio: 67.7; equal 66.7. */
    @Test
    void theIndexOfSeveralQuestionsIsWeighted() {
        Scale ten = Scale.of("acsi", 1, 10);
        List<SatisfactionIndex.Item> ohio = List.of(
                new SatisfactionIndex.Item(ratings(ten, 8), 0.3885),
                new SatisfactionIndex.Item(ratings(ten, 7), 0.3190),
                new SatisfactionIndex.Item(ratings(ten, 6), 0.2925));
        assertThat(SatisfactionIndex.of(ohio).getAsDouble()).isCloseTo(67.7, within(0.05));
        assertThat(SatisfactionIndex.of(List.of(
                                new SatisfactionIndex.Item(ratings(ten, 8), 2),
                                new SatisfactionIndex.Item(ratings(ten, 7), 2),
                                new SatisfactionIndex.Item(ratings(ten, 6), 2)))
                        .getAsDouble())
                .isCloseTo(66.7, within(0.05));
        assertThat(SatisfactionIndex.of(List.of())).isEmpty();
        assertThat(SatisfactionIndex.of(List.of(new SatisfactionIndex.Item(ratings(ten), 1))))
                .isEmpty();
        assertThatThrownBy(() -> new SatisfactionIndex.Item(ratings(ten), 0))
                .hasMessageContaining("weight 0.0 is not above 0");
    }

    @Test
    void countsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> Distribution.ofCounts(Scale.CSAT, 1, 2))
                .hasMessage("2 counts for the 5 values of scale csat");
        assertThatThrownBy(() -> Distribution.ofCounts(Scale.CSAT, 1, 2, -3, 4, 5))
                .hasMessage("count -3 is below 0");
        assertThatThrownBy(
                        () -> Distribution.ofCounts(Scale.CSAT, 1, 2, 3, 4, 5).count(6))
                .hasMessage("rating 6 is outside 1..5 of scale csat");
    }
}
