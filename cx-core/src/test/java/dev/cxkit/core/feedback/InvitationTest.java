package dev.cxkit.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cxkit.core.customer.CustomerId;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class InvitationTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Invitation SENT = Invitation.of("i", "s", CustomerId.of("secret"), NOON);

    @Test
    void each_step_sets_its_own_time() {
        assertThat(SENT.delivered(NOON.plusSeconds(1))
                        .opened(NOON.plusSeconds(2))
                        .started(NOON.plusSeconds(3))
                        .completed(NOON.plusSeconds(4))
                        .declined(NOON.plusSeconds(5)))
                .isEqualTo(new Invitation(
                        "i",
                        "s",
                        CustomerId.of("secret"),
                        NOON,
                        NOON.plusSeconds(1),
                        NOON.plusSeconds(2),
                        NOON.plusSeconds(3),
                        NOON.plusSeconds(4),
                        NOON.plusSeconds(5)));
        assertThat(SENT.declined(NOON.plusSeconds(5))
                        .completed(NOON.plusSeconds(4))
                        .started(NOON.plusSeconds(3))
                        .opened(NOON.plusSeconds(2))
                        .delivered(NOON))
                .extracting(Invitation::deliveredAt, Invitation::openedAt, Invitation::startedAt)
                .containsExactly(NOON, NOON.plusSeconds(2), NOON.plusSeconds(3));
    }

    @Test
    void no_step_is_before_the_invitation() {
        Map<String, BiFunction<Invitation, Instant, Invitation>> steps = Map.of(
                "deliveredAt", Invitation::delivered,
                "openedAt", Invitation::opened,
                "startedAt", Invitation::started,
                "completedAt", Invitation::completed,
                "declinedAt", Invitation::declined);
        steps.forEach((name, step) -> {
            assertThat(step.apply(SENT, NOON)).isNotEqualTo(SENT);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> step.apply(SENT, NOON.minusSeconds(1)))
                    .withMessage(name + " 2026-01-31T11:59:59Z is before invitedAt 2026-01-31T12:00:00Z");
        });
    }

    @Test
    void blank_names_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Invitation.of("", "s", null, NOON))
                .withMessage("id of invitation is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Invitation.of("i", " ", null, NOON))
                .withMessage("survey of invitation is blank");
    }

    @Test
    void the_customer_is_not_printed() {
        assertThat(SENT).hasToString("Invitation[id=i, survey=s, invitedAt=2026-01-31T12:00:00Z]");
    }
}
