package dev.cxkit.core.touchpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.cxkit.core.customer.CustomerId;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TouchpointTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private static Interaction.Builder visit(String id, long after) {
        return Interaction.builder(id, TouchpointType.VISIT)
                .customer(CustomerId.of("secret"))
                .channel(Channel.WEB)
                .occurredAt(NOON.plusSeconds(after));
    }

    @Test
    void the_ready_touchpoint_is_read_for_every_standard_type() throws IllegalAccessException {
        List<String> constants = new ArrayList<>();
        for (Field field : TouchpointType.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                constants.add(((TouchpointType) field.get(null)).name());
            }
        }
        JsonSubTypes.Type known =
                Touchpoint.class.getAnnotation(JsonSubTypes.class).value()[0];
        assertThat(known.value()).isEqualTo(Interaction.class);
        assertThat(known.names()).containsExactlyElementsOf(constants).doesNotHaveDuplicates();
    }

    @Test
    void a_touchpoint_is_direct_and_has_no_end_and_no_owner_unless_it_says_so() {
        Touchpoint bare = visit("t", 0).build();
        assertThat(bare.end()).isEmpty();
        assertThat(bare.owner()).isEmpty();
        assertThat(bare.directness()).isEqualTo(Directness.DIRECT);
        assertThat(bare.attributes()).isEqualTo(Attributes.none());
        Touchpoint unknown = new UnknownTouchpoint(
                "u", TouchpointType.of("far"), CustomerId.of("secret"), Channel.POST, NOON, Map.of("a", "secret"));
        assertThat(unknown.end()).isEmpty();
        assertThat(unknown.owner()).isEmpty();
        assertThat(unknown.directness()).isEqualTo(Directness.DIRECT);
        assertThat(unknown.attributes()).isEqualTo(Attributes.none());
    }

    @Test
    void an_end_may_be_at_the_start_and_not_before() {
        assertThat(visit("t", 0).endedAt(NOON).build().end()).contains(NOON);
        assertThatIllegalArgumentException()
                .isThrownBy(visit("t", 0).endedAt(NOON.minusSeconds(1))::build)
                .withMessage("endedAt 2026-01-31T11:59:59Z is before occurredAt 2026-01-31T12:00:00Z");
    }

    @Test
    void what_is_missing_is_named() {
        Interaction.Builder builder = Interaction.builder("t", TouchpointType.VISIT);
        assertThatNullPointerException()
                .isThrownBy(builder::build)
                .withMessage("customer is missing: who was in touch");
        builder.customer(CustomerId.of("c"));
        assertThatNullPointerException()
                .isThrownBy(builder::build)
                .withMessage("channel is missing: by which way, such as Channel.WEB");
        builder.channel(Channel.IN_APP);
        assertThatNullPointerException()
                .isThrownBy(builder::build)
                .withMessage("occurredAt is missing: when it was or began");
    }

    @Test
    void a_blank_id_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(visit(" ", 0)::build).withMessage("id of touchpoint is blank");
    }

    @Test
    void neither_the_customer_nor_the_attributes_are_printed() {
        assertThat(visit("t", 0).attribute("name", "secret").build())
                .hasToString("Interaction[id=t, type=visit, channel=web, occurredAt=2026-01-31T12:00:00Z]");
        assertThat(new UnknownTouchpoint(
                        "u",
                        TouchpointType.of("far"),
                        CustomerId.of("secret"),
                        Channel.POST,
                        NOON,
                        Map.of("a", "secret")))
                .hasToString("UnknownTouchpoint[id=u, type=far, channel=post, occurredAt=2026-01-31T12:00:00Z]");
    }

    @Test
    void open_enums_take_any_name_but_a_blank_one_and_keep_its_text() {
        assertThat(Channel.of(" Kiosk").name()).isEqualTo(" Kiosk");
        assertThat(Channel.of("web")).isEqualTo(Channel.WEB).isLessThan(Channel.of("wec"));
        assertThat(TouchpointType.of("visit")).isEqualTo(TouchpointType.VISIT).isGreaterThan(TouchpointType.USE);
        assertThatIllegalArgumentException().isThrownBy(() -> Channel.of("")).withMessage("channel is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TouchpointType.of(" "))
                .withMessage("touchpoint type is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Directness.of(" "))
                .withMessage("directness is blank");
        assertThat(Directness.INDIRECT).hasToString("indirect");
    }

    @Test
    void an_owner_has_a_team_and_perhaps_a_role() {
        assertThatIllegalArgumentException().isThrownBy(() -> Owner.of(" ")).withMessage("team of owner is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Owner.of("service", ""))
                .withMessage("role of owner is blank");
        assertThat(Owner.of("service").role()).isNull();
    }
}
