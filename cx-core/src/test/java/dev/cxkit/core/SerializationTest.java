package dev.cxkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.commerce.OrderId;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.customer.Account;
import dev.cxkit.core.customer.AccountId;
import dev.cxkit.core.customer.Customer;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.customer.Identifier;
import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Feedback;
import dev.cxkit.core.feedback.Invitation;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.feedback.Subject;
import dev.cxkit.core.feedback.SurveyKind;
import dev.cxkit.core.identity.IdentityObservation;
import dev.cxkit.core.identity.IdentityResolver;
import dev.cxkit.core.sla.SlaClock;
import dev.cxkit.core.sla.SlaPolicies;
import dev.cxkit.core.sla.SlaPolicy;
import dev.cxkit.core.sla.SlaTarget;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.core.touchpoint.Attributes;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Interaction;
import dev.cxkit.core.touchpoint.Owner;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.core.touchpoint.UnknownTouchpoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Engines that spread work over machines send values by Java serialisation. */
class SerializationTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final CustomerId ANN = CustomerId.of("c-1");

    static List<Object> values() {
        Attributes attributes =
                Attributes.of("list", List.of(1, 2.5, Map.of("a", "b"))).with("none", null);
        return List.of(
                ANN,
                Identifier.weak(Identifier.Kind.PHONE, "1"),
                Customer.of(ANN, Identifier.weak(Identifier.Kind.PHONE, "1")),
                Account.of(AccountId.of("a"), Account.Member.of(ANN, "buyer")),
                Order.of(OrderId.of("o"), ANN, NOON, Money.of("1", "EUR")).with("tea", 1, Money.of("1", "EUR")),
                Subscription.of("s", ANN, Movement.of(Movement.Kind.START, NOON, Money.of("1", "EUR"))),
                IdentityObservation.of("s", NOON, Identifier.weak(Identifier.Kind.PHONE, "1")),
                IdentityResolver.standard()
                        .withCannotLink(
                                Identifier.strong(Identifier.Kind.CARD, "1"),
                                Identifier.strong(Identifier.Kind.CARD, "2")),
                TimeRange.of(NOON, NOON.plusSeconds(1)),
                attributes,
                Scale.of("mine", 1, 7).lowIsBetter(),
                new Answer.Unknown("voice", attributes.asMap()),
                Invitation.of("i", "s", ANN, NOON),
                Feedback.builder("f", "shop")
                        .customer(ANN)
                        .occurredAt(NOON)
                        .subject(Subject.order("o"))
                        .solicited(SurveyKind.TRANSACTIONAL, "s")
                        .answer("q1", Scale.NPS.rate(9))
                        .answer("q2", Answer.chosen("a"))
                        .answer("q3", Answer.skipped())
                        .attribute("n", 1)
                        .build(),
                Interaction.builder("t", TouchpointType.VISIT)
                        .customer(ANN)
                        .channel(Channel.WEB)
                        .occurredAt(NOON)
                        .owner(Owner.of("web"))
                        .build(),
                clock(),
                new UnknownTouchpoint("u", TouchpointType.of("far"), ANN, Channel.IN_APP, NOON, attributes.asMap()));
    }

    /** Its account is worked out when it is asked for, so that it must be before it travels. */
    private static SlaClock clock() {
        SlaTarget target = SlaTarget.resolution(Duration.ofHours(2));
        return SlaPolicies.of(new SlaPolicy("p", Schedule.always(), List.of(target)))
                .clocks(Case.builder("c").opened(NOON, "ann").build(), NOON.plusSeconds(60))
                .get(0);
    }

    @ParameterizedTest
    @MethodSource("values")
    void every_value_travels(Object value) throws Exception {
        assertThat(copy(value)).isEqualTo(value).isNotSameAs(value);
    }

    @Test
    void a_scale_is_whole_when_it_arrives() throws Exception {
        assertThat(copy(Scale.NPS)).isSameAs(Scale.NPS);
        Scale mine = (Scale) copy(Scale.of("mine", 1, 7));
        assertThat(mine.rate(7)).isEqualTo(Scale.of("mine", 1, 7).rate(7));
    }

    private static Object copy(Object value) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
