package dev.cxkit.metrics.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.metrics.stats.Proportion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QualityScoreTest {

    private static final Scale SOLUTION = Scale.of("solution", 1, 5);
    private static final Answer NOT_APPLICABLE = Answer.notApplicable();
    private static final Answer MET = Rubric.MET.rate(1);
    private static final Answer NOT_MET = Rubric.MET.rate(0);
    private static final Rubric CALLS = new Rubric(
            "calls",
            List.of(
                    Rubric.Item.of("greeting", Rubric.MET, 1),
                    Rubric.Item.of("solution", SOLUTION, 3),
                    Rubric.Item.critical("identity", Rubric.MET, 0)));

    private static Review review(Answer greeting, Answer solution, Answer identity) {
        return new Review(CALLS, Map.of("greeting", greeting, "solution", solution, "identity", identity));
    }

    @Test
    void weightsAreOfTheItemsThatApply() {
        assertThat(review(MET, SOLUTION.rate(3), MET).score())
                .as("(1 * 1 + 3 * 0.5) / 4")
                .hasValue(0.625);
        assertThat(review(NOT_APPLICABLE, SOLUTION.rate(4), MET).score()).hasValue(0.75);
        assertThat(review(NOT_MET, NOT_APPLICABLE, NOT_APPLICABLE).score()).hasValue(0);
        assertThat(review(NOT_APPLICABLE, NOT_APPLICABLE, MET).score()).isEmpty();
    }

    @Test
    void aCriticalItemFailsTheWhole() {
        Review failed = review(MET, SOLUTION.rate(5), NOT_MET);
        assertThat(failed.isFailed()).isTrue();
        assertThat(failed.score()).hasValue(0);
        assertThat(review(NOT_APPLICABLE, NOT_APPLICABLE, NOT_MET).score()).hasValue(0);
        assertThat(review(NOT_MET, SOLUTION.rate(1), MET).isFailed())
                .as("these items are not critical")
                .isFalse();
        Scale tone = Scale.of("tone", 1, 5);
        Rubric graded = new Rubric("graded", List.of(Rubric.Item.critical("tone", tone, 1)));
        assertThat(new Review(graded, Map.of("tone", tone.rate(3))).score())
                .as("neutral is no failure")
                .hasValue(0.5);
        assertThat(new Review(graded, Map.of("tone", tone.rate(2))).score())
                .as("unfavourable is one")
                .hasValue(0);
    }

    @Test
    void onAScaleWhereLowIsGoodTheLowEndIsTheBest() {
        Scale errors = Scale.of("errors", 0, 4).lowIsBetter();
        Rubric rubric = new Rubric("errors", List.of(Rubric.Item.of("errors", errors, 7)));
        assertThat(new Review(rubric, Map.of("errors", errors.rate(0))).score()).hasValue(1);
        assertThat(new Review(rubric, Map.of("errors", errors.rate(3))).score()).hasValue(0.25);
    }

    @Test
    void reviewsWithoutAScoreAreCountedApart() {
        QualityScore quality = QualityScore.metric(CALLS)
                .over(List.of(
                        review(MET, SOLUTION.rate(3), MET),
                        review(NOT_APPLICABLE, SOLUTION.rate(5), NOT_APPLICABLE),
                        review(MET, SOLUTION.rate(5), NOT_MET),
                        review(NOT_APPLICABLE, NOT_APPLICABLE, MET)));
        assertThat(quality.scores().n()).isEqualTo(3);
        assertThat(quality.scores().mean().getAsDouble())
                .as("(0.625 + 1 + 0) / 3")
                .isCloseTo(0.541666666666667, within(1e-15));
        assertThat(quality.failed()).isEqualTo(Proportion.of(1, 3));
        assertThat(quality.withoutScore()).isEqualTo(1);
        QualityScore nothing = QualityScore.metric(CALLS).over(List.of());
        assertThat(nothing.scores().mean()).isEmpty();
        assertThat(nothing.failed().share()).isEmpty();
    }

    @Test
    void aReviewThatDoesNotFitItsRubricIsRefused() {
        assertThatThrownBy(() -> new Review(CALLS, Map.of("greeting", MET, "solution", NOT_APPLICABLE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("item identity of rubric calls has no grade");
        assertThatThrownBy(() -> review(MET, MET, MET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("grade on scale met is not on scale solution of item solution of rubric calls");
        assertThatThrownBy(() -> review(MET, Answer.skipped(), MET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("grade of item solution of rubric calls is skipped; allowed are rated and not-applicable");
        Rubric one = new Rubric("one", List.of(Rubric.Item.of("greeting", Rubric.MET, 1)));
        assertThatThrownBy(() -> new Review(one, Map.of("greeting", MET, "tone", MET)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("grade of tone is of no item of rubric one");
        assertThatThrownBy(() -> QualityScore.metric(one).over(List.of(review(MET, SOLUTION.rate(1), MET))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("review by rubric calls is not by the rubric one of the metric");
    }

    @Test
    void aRubricThatCannotBeIsRefused() {
        assertThatThrownBy(() -> Rubric.Item.of("greeting", Rubric.MET, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weight 0 of item greeting is outside 1..1000000");
        assertThatThrownBy(() -> Rubric.Item.critical("identity", Rubric.MET, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weight -1 of item identity is outside 0..1000000");
        assertThatThrownBy(() -> Rubric.Item.of(" ", Rubric.MET, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name of item is blank");
        assertThatThrownBy(() -> new Rubric("", CALLS.items()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name of rubric is blank");
        assertThatThrownBy(() -> new Rubric("empty", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rubric empty has no items");
        Rubric.Item greeting = CALLS.items().get(0);
        assertThatThrownBy(() -> new Rubric("twice", List.of(greeting, greeting)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rubric twice has an item twice");
        QualityScore quality = QualityScore.metric(CALLS).over(List.of());
        assertThatThrownBy(() -> new QualityScore(CALLS, quality.scores(), Proportion.of(0, 1), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("failed of 1 is not of 0 scores");
        assertThatThrownBy(() -> new QualityScore(CALLS, quality.scores(), Proportion.of(0, 0), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("withoutScore -1 is below 0");
    }
}
