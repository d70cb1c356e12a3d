package dev.cxkit.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JourneyTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    /** A touchpoint type that only a host knows. */
    record Demo(String id, CustomerId customer, Instant occurredAt, int minutes) implements Touchpoint {

        static Demo of(String id, int hour, int minutes) {
            return new Demo(id, CustomerId.of("c-1"), NOON.plus(Duration.ofHours(hour)), minutes);
        }

        @Override
        public TouchpointType type() {
            return TouchpointType.of("demo");
        }

        @Override
        public Channel channel() {
            return Channel.of("showroom");
        }

        @Override
        public Optional<Instant> end() {
            return Optional.of(occurredAt.plus(Duration.ofMinutes(minutes)));
        }
    }

    @Test
    void touchpointsComeInOrderOfTimeAndOtherwiseOfTheirEnds() {
        Demo late = Demo.of("late", 2, 10);
        Demo early = Demo.of("early", 0, 180);
        Demo same = Demo.of("same", 2, 5);
        Journey journey = Journey.of(List.of(late, same)).plus(early);
        assertThat(journey.touchpoints()).containsExactly(early, same, late);
        assertThat(journey.customer()).isEqualTo(CustomerId.of("c-1"));
    }

    @Test
    void itEndsWhenItsLongestTouchpointEnds() {
        Journey journey = Journey.of(List.of(Demo.of("a", 0, 180), Demo.of("b", 2, 10)));
        assertThat(journey.start()).isEqualTo(NOON);
        assertThat(journey.end()).isEqualTo(NOON.plus(Duration.ofHours(3)));
        assertThat(journey.length()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void touchpointsOfSomebodyElseAreRefused() {
        Demo other = new Demo("x", CustomerId.of("c-2"), NOON, 1);
        assertThatThrownBy(() -> Journey.of(List.of(Demo.of("a", 0, 1), other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("touchpoint x is of another customer than the journey");
        assertThatThrownBy(() -> Journey.of(List.of())).hasMessage("a journey has at least one touchpoint");
        assertThatThrownBy(() -> Journey.of(List.of(), Touchpoint::id))
                .hasMessage("a journey has at least one touchpoint");
    }

    @Test
    void otherStepsLeaveEveryTouchpointWhereItIs() {
        Touchpoint shop = SampleTouchpoints.touchpoint("1", "ann", "order", 0, "shop");
        Touchpoint web = SampleTouchpoints.touchpoint("1", "ann", "visit", 0, "web");
        Journey journey = JourneyAssembler.byCustomer()
                .fromSource(touchpoint -> touchpoint.channel().name())
                .assemble(List.of(shop, web))
                .get(0);
        Journey renamed =
                journey.withActivity(touchpoint -> touchpoint.channel().name());
        assertThat(renamed.touchpoints()).containsExactly(shop, web);
        assertThat(renamed.activities()).containsExactly("shop", "web");
        assertThatThrownBy(() -> journey.withActivity(touchpoint -> " "))
                .hasMessage("activity of touchpoint 1 is blank");
    }

    @Test
    void itsTextTellsNothingOfWhatHappened() {
        assertThat(Journey.of(List.of(Demo.of("secret", 0, 1))))
                .asString()
                .contains("touchpoints=1")
                .doesNotContain("secret");
    }
}
