package dev.cxkit.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cxkit.core.touchpoint.Attributes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {

    @Test
    void what_customers_wrote_is_not_printed() {
        assertThat(List.of(
                        Scale.NPS.rate(9),
                        Answer.chosen("secret", "more"),
                        Answer.ranked("secret"),
                        Answer.text("secret"),
                        Answer.skipped(),
                        Answer.notApplicable(),
                        new Answer.Unknown(
                                "voice", Attributes.of("words", "secret").asMap())))
                .hasToString(
                        "[Rated[scale=nps, value=9], Chosen[2 choices], Ranked[1 choices], Text[6 chars], Skipped[],"
                                + " NotApplicable[], Unknown[kind=voice]]");
    }

    @Test
    void skipped_and_not_applicable_are_facts_that_differ() {
        assertThat(Answer.skipped()).isEqualTo(Answer.skipped()).isNotEqualTo(Answer.notApplicable());
        assertThat(Answer.notApplicable()).isEqualTo(Answer.notApplicable());
    }

    @Test
    void order_matters_where_it_was_asked_for_and_is_kept_where_not() {
        assertThat(Answer.ranked("a", "b")).isNotEqualTo(Answer.ranked("b", "a"));
        assertThat(Answer.chosen("b", "a").choices()).containsExactly("b", "a");
    }

    @Test
    void options_are_copied() {
        List<String> options = new ArrayList<>(List.of("a"));
        Answer.Chosen chosen = new Answer.Chosen(options);
        options.add("b");
        assertThat(chosen.choices()).containsExactly("a");
    }

    @Test
    void an_empty_answer_is_refused_because_it_is_a_skipped_question() {
        assertThatIllegalArgumentException()
                .isThrownBy(Answer::chosen)
                .withMessage("choices are empty; a question left empty is skipped");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Answer.text("\n"))
                .withMessage("text is blank; a question left empty is skipped");
    }

    @Test
    void an_option_twice_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Answer.ranked("a", "b", "a"))
                .withMessage("choices hold one option twice");
    }
}
