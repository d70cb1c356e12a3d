package dev.cxkit.journey.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Interaction;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.Durations;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.metrics.kit.MetricLaws;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

public class StagesTest {

    /** Look, buy, use and renew; F is of no stage. */
    public static final Stages STAGES = Stages.of(
            List.of("look", "buy", "use", "renew"),
            Map.of("A", "look", "B", "look", "C", "buy", "D", "use", "E", "renew"));

    private static StageTimes over(String... texts) {
        List<Journey> journeys = new ArrayList<>();
        for (String text : texts) {
            journeys.add(SampleTouchpoints.journey("c" + journeys.size(), text));
        }
        return StageTimes.metric(STAGES, Durations.exactMetric(), TimeBetween.CALENDAR)
                .over(journeys);
    }

    private static StageTimes.Stage stage(StageTimes times, String name) {
        return times.stage(name).orElseThrow();
    }

    @Test
    void timeIsGivenToTheStageOfTheEarlierTouchpoint() {
        StageTimes times = over("F@0 A@10 B@30 F@40 C@100 D@300 F@301");
        assertThat(times.before().sum()).as("none before the first").isEqualTo(10);
        assertThat(stage(times, "look").times().sum()).as("F stays where it is").isEqualTo(90);
        assertThat(stage(times, "buy").times().sum()).isEqualTo(200);
        assertThat(stage(times, "use").times().sum())
                .as("the last touchpoint adds nothing")
                .isEqualTo(1);
        assertThat(stage(times, "renew").journeys()).isZero();
        assertThat(stage(times, "renew").times().mean()).isEmpty();
    }

    @Test
    void movesGoForwardBackAndOverStages() {
        StageTimes times = over("A@0 D@10 A@30 C@60 E@100", "F@0");
        assertThat(times.journeys()).isEqualTo(2);
        assertThat(times.staged()).isEqualTo(1);
        assertThat(times.forward()).isEqualTo(3);
        assertThat(times.backward()).isEqualTo(1);
        assertThat(times.skipping()).isEqualTo(2);
        assertThat(times.movesBackward()).isEqualTo(Proportion.of(1, 4));
        assertThat(times.stages()).extracting(StageTimes.Stage::visits).containsExactly(2L, 1L, 1L, 1L);
        assertThat(times.stages()).extracting(StageTimes.Stage::skipped).containsExactly(0L, 1L, 1L, 0L);
        assertThat(times.stages()).extracting(StageTimes.Stage::first).containsExactly(1L, 0L, 0L, 0L);
        assertThat(stage(times, "look").times().sum()).as("10 and 30 s").isEqualTo(40);
        assertThat(stage(times, "look").times().n())
                .as("one journey, two visits")
                .isEqualTo(1);
    }

    @Test
    void firstLastAndDeepestStageAreOfTheJourney() {
        Journey journey = SampleTouchpoints.journey("c", "F@0 C@1 E@2 B@3 F@4");
        assertThat(STAGES.first(journey)).contains("buy");
        assertThat(STAGES.last(journey)).contains("look");
        assertThat(STAGES.deepest(journey)).contains("renew");
        Journey none = SampleTouchpoints.journey("c", "F@0");
        assertThat(STAGES.first(none)).isEmpty();
        assertThat(STAGES.last(none)).isEmpty();
        assertThat(STAGES.deepest(none)).isEmpty();
        StageTimes times = over("F@0 C@1 E@2 B@3 F@4");
        assertThat(times.stages()).extracting(StageTimes.Stage::last).containsExactly(1L, 0L, 0L, 0L);
        assertThat(times.stages()).extracting(StageTimes.Stage::deepest).containsExactly(0L, 0L, 0L, 1L);
    }

    private static Touchpoint lasting(String activity, int from, int seconds) {
        return Interaction.builder("lasting-" + from, TouchpointType.of(activity))
                .customer(CustomerId.of("c"))
                .channel(Channel.WEB)
                .occurredAt(SampleTouchpoints.ZERO.plusSeconds(from))
                .endedAt(SampleTouchpoints.ZERO.plusSeconds(from + seconds))
                .build();
    }

    /** From 00:00 to 02:00 in one stage and from 01:00 to 03:00 in another: one hour and two, of a length of three. */
    @Test
    void theLastStageLastsUntilTheJourneyEnds() {
        Journey journey = Journey.of(List.of(lasting("A", 0, 7200), lasting("C", 3600, 7200)));
        StageTimes times = StageTimes.metric(STAGES).over(List.of(journey));
        assertThat(stage(times, "look").times().sum()).isEqualTo(3600);
        assertThat(stage(times, "buy").times().sum()).isEqualTo(7200);
        assertThat(journey.length()).isEqualTo(Duration.ofHours(3));
    }

    @Property(tries = 100)
    void theTimesInAllStagesAreTheSpansOfTheJourneys(@ForAll Random random) {
        List<Journey> journeys = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Journey journey = SampleTouchpoints.random(random);
            journeys.add(
                    random.nextBoolean()
                            ? journey
                            : journey.plus(lasting("A", random.nextInt(7200), random.nextInt(7200))));
        }
        TimeBetween office = TimeBetween.businessHours(
                Schedule.weekly(ZoneId.of("Europe/Berlin"), "mon-fri 00:30-02:00,02:30-09:00"));
        for (TimeBetween elapsed : List.of(TimeBetween.CALENDAR, TimeBetween.END_TO_START, office)) {
            StageTimes times =
                    StageTimes.metric(STAGES, Durations.exactMetric(), elapsed).over(journeys);
            double spans = journeys.stream()
                    .mapToLong(journey -> elapsed.millis(journey, 0, journey.size()))
                    .sum();
            double sum = times.before().millis().sum();
            long visits = 0;
            for (StageTimes.Stage stage : times.stages()) {
                sum += stage.times().millis().sum();
                visits += stage.visits();
            }
            assertThat(sum).isEqualTo(spans);
            assertThat(visits).isEqualTo(times.staged() + times.forward() + times.backward());
            assertThat(times.stages().stream()
                            .mapToLong(StageTimes.Stage::first)
                            .sum())
                    .isEqualTo(times.staged());
            assertThat(times.stages().stream()
                            .mapToLong(StageTimes.Stage::deepest)
                            .sum())
                    .isEqualTo(times.staged());
        }
    }

    @Test
    void wrongStagesAreRefused() {
        assertThatThrownBy(() -> Stages.of(List.of(), Map.of())).hasMessage("there are no stages");
        assertThatThrownBy(() -> Stages.of(List.of("a", " "), Map.of())).hasMessage("name of stage is blank");
        assertThatThrownBy(() -> Stages.of(List.of("a", "a"), Map.of())).hasMessage("stage 'a' is there twice");
        assertThatThrownBy(() -> Stages.of(List.of("a"), Map.of("A", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stage 'b' of activity 'A' is none of [a]");
        Stages lost = Stages.of(List.of("a"), "wrong", activity -> Optional.of("b"));
        assertThatThrownBy(() -> StageTimes.metric(lost).over(List.of(SampleTouchpoints.journey("c", "A@0"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stage 'b' of activity 'A' is none of [a]");
        MetricLaws.otherConfigurationIsRefused(
                StageTimes.metric(STAGES), StageTimes.metric(Stages.of(List.of("a"), Map.of())));
        MetricLaws.otherConfigurationIsRefused(
                StageTimes.metric(STAGES), StageTimes.metric(Stages.of(STAGES.names(), Map.of("A", "look"))));
        MetricLaws.otherConfigurationIsRefused(
                StageTimes.metric(Stages.of(STAGES.names(), "one", activity -> Optional.empty())),
                StageTimes.metric(Stages.of(STAGES.names(), "another", activity -> Optional.empty())));
        MetricLaws.otherConfigurationIsRefused(
                StageTimes.metric(Stages.of(List.of("a", "b"), Map.of())),
                StageTimes.metric(Stages.of(List.of("a, b"), Map.of())));
    }
}
