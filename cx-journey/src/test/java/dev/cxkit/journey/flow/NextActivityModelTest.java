package dev.cxkit.journey.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricContract;
import dev.cxkit.metrics.stats.Proportion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NextActivityModelTest {

    /** A journey with an activity at each second. */
    static Journey journey(String... activities) {
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (String activity : activities) {
            touchpoints.add(SampleTouchpoints.touchpoint(
                    "t-" + touchpoints.size(), "c-1", activity, touchpoints.size(), "web"));
        }
        return Journey.of(touchpoints);
    }

    static Journey random(Random random) {
        String[] activities = new String[1 + random.nextInt(7)];
        for (int i = 0; i < activities.length; i++) {
            activities[i] = random.nextInt(30) == 0 ? "END" : "s" + random.nextInt(4);
        }
        return journey(activities);
    }

    private static final List<Journey> LEARNT =
            List.of(journey("a", "b", "c"), journey("a", "b", "c"), journey("x", "b", "d"), journey("a", "b"));

    /** Counted by hand: after b came c twice, d once, the end once; after "x b" only d. */
    @Test
    void theLongestSequenceThatWasSeenDecides() {
        NextActivityModel model = NextActivity.of(2).over(LEARNT);
        assertThat(model.after().get(List.of("b"))).isEqualTo(new NextActivityCounts(Map.of("c", 2L, "d", 1L), 1));
        assertThat(model.after().get(List.of("a", "b"))).isEqualTo(new NextActivityCounts(Map.of("c", 2L), 1));
        // b, c, d, the end and one for the unknown: 5 kinds, each 1 more.
        assertThat(model.next(List.of("a", "b")))
                .containsExactly(
                        new Forecast("c", 3 / 8.0),
                        new Forecast(null, 2 / 8.0),
                        new Forecast("b", 1 / 8.0),
                        new Forecast("d", 1 / 8.0));
        assertThat(model.next(List.of("x", "b")).get(0)).isEqualTo(new Forecast("d", 2 / 6.0));
        assertThat(model.depth(List.of("a", "b"))).isEqualTo(2);
    }

    @Test
    void whatWasNeverSeenFallsBackToShorterSequences() {
        NextActivityModel model = NextActivity.of(2).over(LEARNT);
        assertThat(model.depth(List.of("new", "b"))).isEqualTo(1);
        assertThat(model.next(List.of("new", "b"))).isEqualTo(model.next(List.of("b")));
        assertThat(model.depth(List.of("b", "new"))).isZero();
        // Of 11 activities and ends, 4 were b, 4 the end, 2 c, 1 d; equals go by name, and the end comes after them.
        assertThat(model.next(List.of("b", "new")))
                .containsExactly(
                        new Forecast("b", 5 / 16.0),
                        new Forecast(null, 5 / 16.0),
                        new Forecast("c", 3 / 16.0),
                        new Forecast("d", 2 / 16.0));
    }

    /** Which activity comes first the model does not know, so it says nothing rather than what follows at all. */
    @Test
    void beforeTheFirstActivityThereIsNoForecast() {
        assertThatThrownBy(() -> NextActivity.of(1).over(LEARNT).next(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("activities are none; a forecast is made after one or more");
    }

    @Test
    void aStepNamedEndIsNoEnd() {
        NextActivityModel model =
                NextActivity.of(1).over(List.of(journey("a", "END"), journey("a", "END"), journey("a")));
        List<Forecast> next = model.next(List.of("a"));
        assertThat(next.get(0).activity()).contains("END");
        assertThat(next.get(0).isEnd()).isFalse();
        assertThat(next.get(1).isEnd()).isTrue();
        assertThat(next.get(0).probability()).isEqualTo(3 / 6.0);
        assertThat(next.get(1).probability()).isEqualTo(2 / 6.0);
    }

    @Test
    void withoutAJourneyThereIsNoForecast() {
        NextActivityModel model = NextActivity.of(3).over(List.of());
        assertThat(model.next(List.of("a"))).isEmpty();
        ForecastAccuracy nothing = ForecastEvaluation.of(model).over(LEARNT);
        assertThat(nothing.forecasts()).isZero();
        assertThat(nothing.logLoss()).isEmpty();
        assertThat(nothing.top1().estimate()).isEmpty();
    }

    /** One journey a b d: after a comes b (4/8 and the base rate's guess), after b comes d (2/9, third), after d the end (2/6). */
    @Test
    void theHoldOutReportIsThatOfACountByHand() {
        NextActivityModel model = NextActivity.of(1).over(LEARNT);
        ForecastAccuracy report = ForecastEvaluation.of(model).over(List.of(journey("a", "b", "d")));
        assertThat(report.top1()).isEqualTo(Proportion.of(2, 3));
        assertThat(report.top3()).isEqualTo(Proportion.of(3, 3));
        assertThat(report.baseline()).isEqualTo(Proportion.of(1, 3));
        assertThat(report.logLoss().orElseThrow())
                .isCloseTo(-(Math.log(4 / 8.0) + Math.log(2 / 9.0) + Math.log(2 / 6.0)) / 3, within(1e-15));

        ForecastAccuracy unknown = ForecastEvaluation.of(model).over(List.of(journey("b", "never")));
        assertThat(unknown.top3()).isEqualTo(Proportion.of(1, 2));
        assertThat(unknown.logLoss().orElseThrow())
                .isCloseTo(-(Math.log(1 / 9.0) + Math.log(5 / 16.0)) / 2, within(1e-15));
    }

    @Test
    void probabilitiesLeaveRoomForOneUnknownStepAndNoMore() {
        Random random = new Random(3);
        List<Journey> journeys = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            journeys.add(random(random));
        }
        NextActivityModel model = new NextActivity(3, 0.5).over(journeys);
        model.after().keySet().forEach(context -> {
            double known = model.after(context).stream()
                    .mapToDouble(Forecast::probability)
                    .sum();
            assertThat(known + model.probability(context, "never")).isCloseTo(1, within(1e-12));
        });
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> NextActivity.of(0)).hasMessage("order 0 is outside 1..8");
        assertThatThrownBy(() -> NextActivity.of(9)).hasMessage("order 9 is outside 1..8");
        assertThatThrownBy(() -> new NextActivity(1, 0)).hasMessage("smoothing 0.0 is not above 0 and finite");
        assertThatThrownBy(() -> new NextActivity(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NextActivityCounts(Map.of("a", 0L), 0))
                .hasMessage("count 0 of activity 'a' is below 1");
        assertThatThrownBy(() -> new NextActivityCounts(Map.of(), -1)).hasMessage("count -1 of ends is negative");
        assertThatThrownBy(() ->
                        new NextActivityModel(1, 1, Map.of(List.of("a", "b"), new NextActivityCounts(Map.of(), 1))))
                .hasMessage("a sequence of 2 activities in a model of order 1");
    }

    @Test
    void itsTextTellsNoStep() {
        assertThat(NextActivity.of(1).over(LEARNT))
                .hasToString("next activity model of order 1, smoothing 1.0, 6 sequences");
    }

    @Test
    void aHundredThousandStepsInOneJourneyAreCounted() {
        List<String> activities = new ArrayList<>(Collections.nCopies(100_000, "a"));
        activities.set(50_000, "b");
        NextActivityModel model = NextActivity.of(3).over(List.of(journey(activities.toArray(String[]::new))));
        assertThat(model.after())
                .containsEntry(List.of("a", "a", "a"), new NextActivityCounts(Map.of("a", 99_993L, "b", 1L), 1));
    }

    @Nested
    class Learning extends MetricContract<Journey, NextActivityModel> {

        @Override
        protected Metric<Journey, NextActivityModel> metric() {
            return NextActivity.of(2);
        }

        @Override
        protected Journey observation(Random random) {
            return random(random);
        }

        @Override
        protected List<Metric<Journey, NextActivityModel>> otherConfigurations() {
            return List.of(NextActivity.of(3));
        }
    }

    @Nested
    class Testing extends MetricContract<Journey, ForecastAccuracy> {

        @Override
        protected Metric<Journey, ForecastAccuracy> metric() {
            return ForecastEvaluation.of(NextActivity.of(2).over(LEARNT));
        }

        @Override
        protected Journey observation(Random random) {
            return random.nextInt(5) == 0 ? random(random) : journey("a", "b", random.nextBoolean() ? "c" : "d");
        }

        @Override
        protected List<Metric<Journey, ForecastAccuracy>> otherConfigurations() {
            return List.of(
                    ForecastEvaluation.of(NextActivity.of(1).over(LEARNT)),
                    ForecastEvaluation.of(NextActivity.of(2).over(LEARNT.subList(1, 4))));
        }
    }

    @Test
    void listsOfTheHostAreCopied() {
        List<String> context = new ArrayList<>(List.of("a"));
        NextActivityModel model =
                new NextActivityModel(1, 1, Map.of(context, new NextActivityCounts(Map.of("b", 1L), 0)));
        context.set(0, "z");

        assertThat(model.after()).containsOnlyKeys(List.of("a"));
        assertThat(model.depth(List.of("a"))).isEqualTo(1);
    }
}
