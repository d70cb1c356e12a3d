package dev.cxkit.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Attributes;
import dev.cxkit.core.touchpoint.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedbackTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private static Feedback.Builder feedback(String id, long after) {
        return Feedback.builder(id, "shop")
                .occurredAt(NOON.plusSeconds(after))
                .subject(Subject.company())
                .unsolicited();
    }

    @Test
    void answers_keep_the_order_of_the_questions() {
        Feedback.Builder builder = feedback("f", 0);
        List<String> questions = List.of("z", "a", "m", "b", "y", "c");
        questions.forEach(question -> builder.answer(question, Answer.skipped()));
        assertThat(builder.build().answers().keySet()).containsExactlyElementsOf(questions);
    }

    @Test
    void a_question_that_was_not_asked_has_no_answer_and_one_that_was_skipped_has_one() {
        Feedback feedback = feedback("f", 0)
                .answer("q1", Answer.skipped())
                .answer("q2", Scale.NPS.rate(9))
                .build();
        assertThat(feedback.answer("q1")).contains(Answer.skipped());
        assertThat(feedback.answers("q2")).containsExactly(Scale.NPS.rate(9));
        assertThat(feedback.answer("q3")).isEmpty();
        assertThat(feedback.answers("q3")).isEmpty();
    }

    @Test
    void the_builder_sets_every_field() {
        Feedback feedback = Feedback.builder("f", "shop")
                .customer(CustomerId.of("c"))
                .occurredAt(NOON)
                .subject(Subject.supportCase("k"))
                .solicited(SurveyKind.TRANSACTIONAL, "s")
                .channel(Channel.CHAT)
                .answer("q", Scale.CES.rate(5))
                .attribute("page", 2)
                .build();
        assertThat(feedback)
                .isEqualTo(new Feedback(
                        "f",
                        "shop",
                        CustomerId.of("c"),
                        NOON,
                        Subject.supportCase("k"),
                        true,
                        SurveyKind.TRANSACTIONAL,
                        "s",
                        Channel.CHAT,
                        Map.of("q", Scale.CES.rate(5)),
                        Attributes.of("page", 2)));
    }

    @Test
    void answers_cannot_be_changed_from_outside() {
        Feedback feedback = feedback("f", 0).answer("q", Answer.skipped()).build();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> feedback.answers().put("q", Answer.notApplicable()));
    }

    @Test
    void a_question_is_answered_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> feedback("f", 0).answer("q", Answer.skipped()).answer("q", Answer.skipped()))
                .withMessage("question q is answered twice");
    }

    @Test
    void what_is_missing_is_named() {
        Feedback.Builder builder = Feedback.builder("f", "shop");
        assertThatNullPointerException()
                .isThrownBy(builder::build)
                .withMessage("occurredAt is missing: when the feedback was given");
        builder.occurredAt(NOON);
        assertThatNullPointerException()
                .isThrownBy(builder::build)
                .withMessage("subject is missing: what the feedback is about, such as an order or the company");
        builder.subject(Subject.company());
        assertThatNullPointerException()
                .isThrownBy(builder::build)
                .withMessage(
                        "solicited is missing: call solicited(kind, survey) if the company asked, else unsolicited()");
    }

    @Test
    void blank_names_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(feedback(" ", 0)::build).withMessage("id of feedback is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(feedback("f", 0).solicited(SurveyKind.RELATIONAL, "")::build)
                .withMessage("survey of feedback is blank");
    }

    @Test
    void neither_the_customer_nor_the_words_are_printed() {
        Feedback feedback = feedback("f", 0)
                .customer(CustomerId.of("secret"))
                .answer("q", Answer.text("secret"))
                .attribute("name", "secret")
                .build();
        assertThat(feedback).hasToString("Feedback[id=f, source=shop, subject=company, answers=1]");
    }

    @ParameterizedTest
    @CsvSource({"touchpoint", "case", "order"})
    void a_thing_needs_its_id(String kind) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Subject(Subject.Kind.of(kind), null))
                .withMessage("id of " + kind + " is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Subject(Subject.Kind.of(kind), " "))
                .withMessage("id of " + kind + " is blank");
    }

    @Test
    void the_company_as_a_whole_has_no_id_and_other_things_may_have_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Subject(Subject.Kind.COMPANY, "x"))
                .withMessage("the company as a whole has no id");
        assertThat(new Subject(Subject.Kind.of("vehicle"), null).id()).isNull();
        assertThat(Subject.touchpoint("t")).isEqualTo(new Subject(Subject.Kind.TOUCHPOINT, "t"));
    }
}
