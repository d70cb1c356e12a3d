package dev.cxkit.journey.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Feedback;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.feedback.Subject;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.journey.experience.JourneyScore.Rule;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmotionsTest {

    private static DoubleStream emotions(Scale scale) {
        return IntStream.rangeClosed(scale.min(), scale.max())
                .mapToDouble(value -> Emotions.emotion(scale.rate(value)));
    }

    private static Feedback feedback(String id, Subject subject, String question, Answer answer) {
        return Feedback.builder(id, "survey")
                .occurredAt(SampleTouchpoints.ZERO)
                .subject(subject)
                .unsolicited()
                .answer(question, answer)
                .build();
    }

    @Test
    void fivePointsAreTheFiveEmotions() {
        assertThat(emotions(Scale.CSAT)).containsExactly(-2.0, -1.0, 0.0, 1.0, 2.0);
        assertThat(emotions(Scale.STARS)).containsExactly(-2.0, -1.0, 0.0, 1.0, 2.0);
    }

    @Test
    void otherScalesGoByTheirBands() {
        assertThat(emotions(Scale.CES)).containsExactly(-2.0, -1.5, -1.0, 0.0, 1.0, 1.5, 2.0);
        assertThat(emotions(Scale.CSAT_YES_NO)).containsExactly(-2.0, 2.0);
        double[] nps = emotions(Scale.NPS).toArray();
        assertThat(nps[0]).isEqualTo(-2);
        assertThat(nps[3]).isEqualTo(-1.5);
        assertThat(nps).endsWith(-1, 0, 0, 1, 2).isSorted();
    }

    @Test
    void whereLowIsGoodTheDirectionTurns() {
        assertThat(emotions(Scale.CES_EFFORT)).containsExactly(2.0, 1.0, 0.0, -1.0, -2.0);
    }

    @Test
    void feedbackGoesToTheTouchpointThatItIsAbout() {
        Journey journey = SampleTouchpoints.journey("anna", "visit@0 order@10 delivery@20 use@30");
        Emotions emotions = Emotions.fromFeedback(List.of(
                feedback("f-1", Subject.touchpoint("anna-1"), "csat", Scale.CSAT.rate(5)),
                feedback("f-2", Subject.touchpoint("anna-1"), "effort", Scale.CES_EFFORT.rate(4)),
                feedback("f-3", Subject.touchpoint("anna-2"), "csat", Answer.skipped()),
                feedback("f-4", Subject.order("anna-3"), "csat", Scale.CSAT.rate(1)),
                feedback("f-5", Subject.company(), "csat", Scale.CSAT.rate(1))));
        assertThat(emotions.at(journey.touchpoint(0))).isEmpty();
        assertThat(emotions.at(journey.touchpoint(1))).hasValue(0.5);
        assertThat(emotions.at(journey.touchpoint(2))).isEmpty();
        assertThat(emotions.at(journey.touchpoint(3))).isEmpty();
        assertThat(emotions.name()).startsWith("feedback([], ").hasSize(30).doesNotContain("anna");
        assertThat(emotions).hasToString(emotions.name());
        assertThat(emotions.mean(journey, 0, 4)).hasValue(0.5);
        assertThat(emotions.mean(journey, 2, 4)).isEmpty();
    }

    @Test
    void onlyTheNamedQuestionsCount() {
        Emotions emotions = Emotions.fromFeedback(
                List.of(
                        feedback("f-1", Subject.touchpoint("anna-0"), "csat", Scale.CSAT.rate(4)),
                        feedback("f-2", Subject.touchpoint("anna-0"), "nps", Scale.NPS.rate(0))),
                "csat");
        assertThat(emotions.at(SampleTouchpoints.journey("anna", "visit@0").touchpoint(0)))
                .hasValue(1);
    }

    @Test
    void otherFeedbackOrQuestionsHaveAnotherName() {
        Feedback good = feedback("f-1", Subject.touchpoint("anna-0"), "csat", Scale.CSAT.rate(4));
        Feedback bad = feedback("f-2", Subject.touchpoint("anna-1"), "csat", Scale.CSAT.rate(1));
        Feedback swapped = feedback("f-3", Subject.touchpoint("anna-0"), "csat", Scale.CSAT.rate(1));
        Feedback exchanged = feedback("f-4", Subject.touchpoint("anna-1"), "csat", Scale.CSAT.rate(4));
        assertThat(List.of(
                        Emotions.fromFeedback(List.of(good, bad)).name(),
                        Emotions.fromFeedback(List.of(good)).name(),
                        Emotions.fromFeedback(List.of(swapped, exchanged)).name(),
                        Emotions.fromFeedback(List.of(good, bad), "csat").name()))
                .doesNotHaveDuplicates();
        assertThat(Emotions.fromFeedback(List.of(bad, good)).name())
                .isEqualTo(Emotions.fromFeedback(List.of(good, bad)).name());
    }

    @Test
    void anEmotionBeyondTheScaleIsRefused() {
        Journey journey = SampleTouchpoints.journey("anna", "visit@0");
        Emotions tooGood = Emotions.named("too good", touchpoint -> OptionalDouble.of(2.1));
        assertThatThrownBy(() -> JourneyScore.metric(Rule.MEAN, tooGood).over(List.of(journey)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("emotion 2.1 of touchpoint anna-0 is outside -2..2");
        Emotions nonsense = Emotions.named("nonsense", touchpoint -> OptionalDouble.of(Double.NaN));
        assertThatThrownBy(() -> nonsense.mean(journey, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Kahneman's rule by hand: the peak of +1, -2, +2, 0 is +2, the later of two that are equally intense; the end is 0. */
    @Test
    void theScoreHasThreeRules() {
        double[] emotions = {1, -2, 2, 0};
        assertThat(Rule.MEAN.of(emotions)).hasValue(0.25);
        assertThat(Rule.WEAKEST_LINK.of(emotions)).hasValue(-2);
        assertThat(Rule.PEAK_END.of(emotions)).hasValue(1);
        assertThat(Rule.PEAK_END.of(2, -2, 0.5)).hasValue(-0.75);
        assertThat(Rule.PEAK_END.of()).isEmpty();
    }

    @Test
    void journeysWithoutEmotionsAreCountedApart() {
        Emotions emotions = EmotionJourneys.emotions(Map.of("anna-0", 1.0, "anna-1", -1.0, "bert-0", 2.0));
        JourneyScore scores = JourneyScore.metric(Rule.WEAKEST_LINK, emotions)
                .over(List.of(
                        SampleTouchpoints.journey("anna", "A@0 B@1"),
                        SampleTouchpoints.journey("bert", "A@0"),
                        SampleTouchpoints.journey("carl", "A@0")));
        assertThat(scores.rule()).isEqualTo(Rule.WEAKEST_LINK);
        assertThat(scores.unrated()).isEqualTo(1);
        assertThat(scores.scores().n()).isEqualTo(2);
        assertThat(scores.scores().mean()).hasValue(0.5);
        assertThatThrownBy(() -> new JourneyScore(Rule.MEAN, scores.scores(), -1))
                .hasMessage("unrated -1 is negative");
    }

    @Test
    void theCurveKeepsExpectedAndObservedApart() {
        Emotions emotions = EmotionJourneys.emotions(
                Map.of("anna-0", 2.0, "anna-1", -1.0, "anna-3", 1.5, "bert-0", 1.0, "bert-1", 0.5));
        EmotionCurve curve = EmotionCurve.metric(EmotionJourneys.map(), emotions)
                .over(List.of(
                        SampleTouchpoints.journey("anna", "A@0 B@1 C@2 D@3"),
                        SampleTouchpoints.journey("bert", "A@0 A@1")));
        assertThat(curve.activities()).extracting(EmotionCurve.Point::name).containsExactly("A", "B", "C", "E");
        EmotionCurve.Point a = curve.activities().get(0);
        assertThat(a.expectation()).hasValue(1);
        assertThat(a.observed().n()).isEqualTo(3);
        assertThat(a.observed().mean().orElseThrow()).isCloseTo(3.5 / 3, within(1e-15));
        assertThat(a.gap().orElseThrow()).isCloseTo(0.5 / 3, within(1e-15));
        // SciPy, t interval of the mean of 2, 1 and 0.5
        assertThat(a.observed()
                        .estimate()
                        .orElseThrow()
                        .interval()
                        .orElseThrow()
                        .low())
                .isCloseTo(-0.7306, within(1e-4));
        assertThat(curve.activities().get(2).observed().n()).isZero();
        assertThat(curve.activities().get(2).gap()).isEmpty();
        assertThat(curve.activities().get(3).expectation()).isEmpty();
        assertThat(curve.stages()).extracting(EmotionCurve.Point::name).containsExactly("look", "buy", "use");
        assertThat(curve.stages().get(0).expectation()).hasValue(0.5);
        assertThat(curve.stages().get(0).observed().n()).isEqualTo(4);
        assertThat(curve.stages().get(2).expectation()).isEmpty();
        assertThat(curve.offMap().n()).isEqualTo(1);
        assertThat(curve.offMap().mean()).hasValue(1.5);
    }
}
