package dev.cxkit.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.feedback.Answer.Rated;
import dev.cxkit.core.feedback.Scale;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private final List<Rated> good = new ArrayList<>();

    private void offerAll(Intake<Rated> intake, double... scores) {
        for (int i = 0; i < scores.length; i++) {
            double score = scores[i];
            intake.offer(i + 1, () -> Scale.NPS.rate(score));
        }
    }

    @Test
    void good_rows_pass_and_bad_ones_are_listed_by_position_and_reason() {
        Intake<Rated> intake = Intake.into(good::add);
        offerAll(intake, 9, 11, 7, 9.7);
        assertThat(good).containsExactly(Scale.NPS.rate(9), Scale.NPS.rate(7));
        assertThat(intake.accepted()).isEqualTo(2);
        assertThat(intake.rejected()).isEqualTo(2);
        assertThat(intake.rejectedRows())
                .containsExactly(
                        new RejectedRow(2, "rating 11.0 is outside 0..10 of scale nps"),
                        new RejectedRow(
                                4, "rating 9.7 is not a whole number; allowed are whole numbers 0..10 of scale nps"));
    }

    @Test
    void only_the_first_are_listed_and_all_are_counted() {
        Intake<Rated> intake = Intake.listing(1, good::add);
        offerAll(intake, 11, 12, 13);
        assertThat(intake.rejectedRows()).extracting(RejectedRow::position).containsExactly(1L);
        assertThat(intake.rejected()).isEqualTo(3);
        assertThat(intake.accepted()).isZero();
    }

    @Test
    void a_strict_intake_fails_on_the_first_bad_row() {
        Intake<Rated> intake = Intake.strict(good::add);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> offerAll(intake, 9, 11, 12))
                .withMessage("row 2: rating 11.0 is outside 0..10 of scale nps")
                .withCauseInstanceOf(IllegalArgumentException.class);
        assertThat(good).hasSize(1);
    }

    @Test
    @SuppressWarnings("NullAway")
    void a_missing_field_a_bad_date_and_a_row_of_nothing_are_rejected_with_a_reason() {
        Intake<Object> intake = Intake.into(row -> {});
        assertThat(intake.offer(1, () -> CustomerId.of(null))).isFalse();
        intake.offer(2, () -> {
            throw new DateTimeParseException("no date", "x", 0);
        });
        intake.offer(3, () -> null);
        intake.offer(4, () -> {
            throw new DateTimeException(null);
        });
        assertThat(intake.offer(5, () -> CustomerId.of("c"))).isTrue();
        assertThat(intake.rejectedRows())
                .extracting(RejectedRow::reason)
                .containsExactly("customer id is missing", "no date", "row is missing", "DateTimeException");
    }

    @Test
    void what_the_next_step_throws_is_not_taken_for_a_bad_row() {
        Intake<Rated> intake = Intake.into(rated -> {
            throw new IllegalArgumentException("disk");
        });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> offerAll(intake, 9))
                .withMessage("disk");
    }

    @Test
    void other_faults_of_the_reader_are_not_swallowed() {
        Intake<Rated> intake = Intake.into(good::add);
        assertThatIllegalStateException()
                .isThrownBy(() -> intake.offer(1, () -> {
                    throw new IllegalStateException("reader");
                }));
    }

    @Test
    void a_negative_limit_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Intake.listing(-1, row -> {}))
                .withMessage("mostListed -1 is negative");
    }

    @Test
    void the_end_logs_one_warning_with_counts_and_no_contents() {
        assertThat(logged(() -> {
                    Intake<CustomerId> intake = Intake.into(id -> {});
                    intake.offer(1, () -> CustomerId.of("c"));
                    intake.offer(2, () -> {
                        throw new IllegalArgumentException("secret");
                    });
                    intake.finish();
                }))
                .singleElement()
                .asString()
                .contains("WARN", "1 of 2 rows were rejected")
                .doesNotContain("secret");
    }

    @Test
    void nothing_is_logged_when_all_is_well() {
        assertThat(logged(() -> {
                    Intake<Rated> intake = Intake.into(good::add);
                    offerAll(intake, 9);
                    intake.finish();
                }))
                .isEmpty();
    }

    @Test
    void a_rejected_row_does_not_print_its_reason() {
        assertThat(new RejectedRow(7, "secret")).hasToString("RejectedRow[position=7]");
    }

    /** The simple logger of the tests writes to the error stream of the process. */
    private static List<String> logged(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
