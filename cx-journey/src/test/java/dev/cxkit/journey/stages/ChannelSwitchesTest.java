package dev.cxkit.journey.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.journey.TouchpointFilter;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelSwitchesTest {

    private static final Duration LIMIT = Duration.ofSeconds(100);
    private static final TouchpointFilter CALL = TouchpointFilter.activities("call");

    private static ChannelSwitches of(TouchpointFilter facing, String... texts) {
        List<Journey> journeys = List.of(texts).stream()
                .map(text -> SampleTouchpoints.journey("c", text))
                .toList();
        return ChannelSwitches.metric(facing, LIMIT, TimeBetween.CALENDAR).over(journeys);
    }

    private static ChannelSwitches.Switch first(String text) {
        return of(TouchpointFilter.ALL, text).switches().get(0);
    }

    @Test
    void neighboursInDifferentChannelsAreASwitch() {
        ChannelSwitches channels =
                of(TouchpointFilter.ALL, "A@0#web B@1#web C@2#shop D@3#web E@4#shop", "A@0#web", "A@0#web B@1#shop");
        assertThat(channels.journeys()).isEqualTo(3);
        assertThat(channels.multiChannel()).isEqualTo(2);
        assertThat(channels.switches())
                .containsExactly(
                        new ChannelSwitches.Switch(Channel.of("shop"), Channel.of("web"), 1, 0, 0),
                        new ChannelSwitches.Switch(Channel.of("web"), Channel.of("shop"), 3, 0, 0));
        assertThat(channels.continuity()).isEqualTo(Proportion.of(4, 4));
        assertThat(channels.between(Channel.of("shop"), Channel.of("mail"))).isEmpty();
    }

    @Test
    void whatTheCustomerDoesNotSeeIsNoTouchpointOfAChannel() {
        TouchpointFilter facing = TouchpointFilter.where(
                "facing", touchpoint -> !touchpoint.channel().name().equals("back"));
        ChannelSwitches channels = of(facing, "A@0#web X@1#back B@2#web", "X@0#back", "A@0#web X@1#back B@2#shop");
        assertThat(channels.customerFacing()).isEqualTo(2);
        assertThat(channels.multiChannel()).isEqualTo(1);
        assertThat(channels.switches()).hasSize(1);
        assertThat(channels.between(Channel.of("web"), Channel.of("shop"))).isPresent();
    }

    @Test
    void aChannelThatIsNotKnownIsNoSwitch() {
        ChannelSwitches channels =
                of(TouchpointFilter.ALL, "A@0#web B@1#unknown C@2#shop", "A@0#unknown", "A@0#web B@1#unknown");
        assertThat(channels.switches())
                .containsExactly(new ChannelSwitches.Switch(Channel.of("web"), Channel.of("shop"), 1, 0, 0));
        assertThat(List.of(channels.journeys(), channels.customerFacing(), channels.multiChannel()))
                .containsExactly(3L, 2L, 1L);
    }

    @Test
    void aSwitchIsContinuousWithinTheLimitAndIfNothingIsRepeated() {
        assertThat(first("A@0#web B@100#shop").continuity()).isEqualTo(Proportion.of(1, 1));
        assertThat(first("A@0#web B@100.001#shop").late()).isEqualTo(1);
        assertThat(first("A@0#web A@500#shop").repeating()).as("late already").isZero();
        assertThat(first("A@0#web B@10#web C@20#shop A@30#shop").repeating())
                .as("an activity of before, later in the new channel")
                .isEqualTo(1);
        assertThat(first("A@0#web B@10#shop A@20#web").repeating())
                .as("repeated in the old channel itself")
                .isZero();
    }

    @Test
    void onlyWhatWasDoneInTheOldChannelCanBeRepeated() {
        ChannelSwitches channels = of(TouchpointFilter.ALL, "A@0#web B@10#phone A@20#shop");
        assertThat(channels.continuity()).isEqualTo(Proportion.of(2, 2));
        ChannelSwitches repeated = of(TouchpointFilter.ALL, "A@0#web B@10#phone C@20#web A@30#phone");
        assertThat(repeated.between(Channel.of("web"), Channel.of("phone")).orElseThrow())
                .as("also in an earlier stay there")
                .isEqualTo(new ChannelSwitches.Switch(Channel.of("web"), Channel.of("phone"), 2, 0, 1));
    }

    @Test
    void namesOfChannelsMayHoldAnything() {
        ChannelSwitches channels = of(TouchpointFilter.ALL, "A@0#1:2 B@1#:3");
        assertThat(channels.between(Channel.of("1:2"), Channel.of(":3"))).isPresent();
    }

    private static RepeatContactRate repeatContacts(double asOf, String text) {
        return RepeatContactRate.metric(CALL, LIMIT, SampleTouchpoints.ZERO.plusMillis(Math.round(asOf * 1000)))
                .over(List.of(SampleTouchpoints.journey("c", text)));
    }

    @Test
    void aContactAtTheEndOfTheWindowIsARepeatedOne() {
        assertThat(repeatContacts(9999, "call@0 mail@50 call@100"))
                .isEqualTo(new RepeatContactRate(Proportion.of(1, 2), 0));
        assertThat(repeatContacts(9999, "call@0 mail@50 call@100.001"))
                .isEqualTo(new RepeatContactRate(Proportion.of(0, 2), 0));
        assertThat(repeatContacts(9999, "call@0 call@0")).isEqualTo(new RepeatContactRate(Proportion.of(1, 2), 0));
    }

    @Test
    void aContactWhoseWindowIsNotOverIsApartEvenIfFollowed() {
        assertThat(repeatContacts(100, "call@0 call@100 call@101"))
                .isEqualTo(new RepeatContactRate(Proportion.of(1, 1), 1));
        assertThat(repeatContacts(99.999, "call@0 call@50")).isEqualTo(new RepeatContactRate(Proportion.of(0, 0), 2));
    }

    @Test
    void badRulesAreRefused() {
        assertThatThrownBy(() -> RepeatContactRate.metric(CALL, Duration.ZERO, SampleTouchpoints.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("window PT0S is outside");
        assertThatThrownBy(() -> ChannelSwitches.metric(CALL, Duration.ofSeconds(-1), TimeBetween.CALENDAR))
                .hasMessage("limit PT-1S is negative");
    }
}
