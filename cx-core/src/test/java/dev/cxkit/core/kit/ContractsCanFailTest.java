package dev.cxkit.core.kit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.core.touchpoint.Attributes;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Interaction;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointSource;
import dev.cxkit.core.touchpoint.TouchpointType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contracts refuse what breaks them. */
class ContractsCanFailTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final TimeRange DAY = TimeRange.of(NOON, NOON.plusSeconds(86_400));
    private static final List<Touchpoint> VISITS = List.of(visit("a", 0), visit("b", 60), visit("c", 86_399));

    private static Touchpoint visit(String id, long after) {
        return Interaction.builder(id, TouchpointType.VISIT)
                .customer(CustomerId.of("c-1"))
                .channel(Channel.WEB)
                .occurredAt(NOON.plusSeconds(after))
                .build();
    }

    private static TouchpointSourceContract contract(TouchpointSource source) {
        return new TouchpointSourceContract() {
            @Override
            protected TouchpointSource source() {
                return source;
            }

            @Override
            protected TimeRange period() {
                return DAY;
            }
        };
    }

    @Test
    void a_sound_source_passes() {
        TouchpointSourceContract contract = contract(TouchpointSource.of(VISITS));
        assertThatCode(() -> {
                    contract.has_something_in_the_period();
                    contract.gives_only_what_occurred_in_the_period();
                    contract.gives_the_same_again();
                    contract.a_period_cut_in_two_gives_each_thing_once();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void a_source_whose_periods_are_closed_at_both_ends_fails() {
        TouchpointSource closed = period -> VISITS.stream()
                .filter(one -> !one.occurredAt().isBefore(period.from())
                        && !one.occurredAt().isAfter(period.to()));
        assertThatThrownBy(contract(closed)::a_period_cut_in_two_gives_each_thing_once)
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_source_whose_periods_are_open_at_the_start_fails() {
        TouchpointSource open = period -> VISITS.stream()
                .filter(one -> one.occurredAt().isAfter(period.from())
                        && one.occurredAt().isBefore(period.to()));
        assertThatThrownBy(contract(open)::a_period_cut_in_two_gives_each_thing_once)
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_source_that_does_not_look_at_the_period_fails() {
        TouchpointSource all = period -> Stream.of(visit("z", -1));
        assertThatThrownBy(contract(all)::gives_only_what_occurred_in_the_period)
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_source_that_gives_once_fails() {
        Stream<Touchpoint> once = VISITS.stream();
        assertThatThrownBy(contract(period -> once)::gives_the_same_again).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(contract(period -> Stream.empty())::has_something_in_the_period)
                .isInstanceOf(AssertionError.class);
    }

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
                return VISITS.get(0);
            }
        };
        assertThatThrownBy(contract::does_not_end_before_it_begins).isInstanceOf(AssertionError.class);
        assertThatThrownBy(contract::is_equal_by_value).isInstanceOf(AssertionError.class);
        assertThatThrownBy(contract::comes_back_from_json_as_it_was).isInstanceOf(AssertionError.class);
        assertThatThrownBy(contract::is_written_the_same_each_time).isInstanceOf(AssertionError.class);
    }
}
