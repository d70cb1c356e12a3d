package dev.cxkit.core.kit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Attributes;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Interaction;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contracts refuse what breaks them. */
class ContractsCanFailTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Touchpoint VISIT = Interaction.builder("a", TouchpointType.VISIT)
            .customer(CustomerId.of("c-1"))
            .channel(Channel.WEB)
            .occurredAt(NOON)
            .build();

    /** Equal by identity, ends before it begins, and comes back from JSON as something else. */
    private static final class Broken implements Touchpoint {
        @Override
        public String id() {
            return "x";
        }

        @Override
        public TouchpointType type() {
            return TouchpointType.VISIT;
        }

        @Override
        public CustomerId customer() {
            return CustomerId.of("c-1");
        }

        @Override
        public Channel channel() {
            return Channel.WEB;
        }

        @Override
        public Instant occurredAt() {
            return NOON;
        }

        @Override
        public Optional<Instant> end() {
            return Optional.of(NOON.minusSeconds(1));
        }

        @Override
        public Attributes attributes() {
            return Attributes.none();
        }
    }

    @Test
    void a_broken_touchpoint_fails() {
        TouchpointContract contract = new TouchpointContract() {
            @Override
            protected Touchpoint sample() {
                return new Broken();
            }

            @Override
            protected String write(Touchpoint touchpoint) {
                return touchpoint instanceof Broken ? "1" : "2";
            }

            @Override
            protected Touchpoint read(String json) {
                return VISIT;
            }
        };
        assertThatThrownBy(contract::does_not_end_before_it_begins).isInstanceOf(AssertionError.class);
        assertThatThrownBy(contract::is_equal_by_value).isInstanceOf(AssertionError.class);
        assertThatThrownBy(contract::comes_back_from_json_as_it_was).isInstanceOf(AssertionError.class);
        assertThatThrownBy(contract::is_written_the_same_each_time).isInstanceOf(AssertionError.class);
        assertThatThrownBy(contract::comes_back_from_java_serialisation_as_it_was)
                .isInstanceOf(AssertionError.class);
    }
}
