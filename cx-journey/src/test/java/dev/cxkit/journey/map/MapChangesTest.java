package dev.cxkit.journey.map;

import static dev.cxkit.journey.map.SampleMaps.touchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.touchpoint.Owner;
import dev.cxkit.journey.map.MapChange.Element;
import dev.cxkit.journey.map.MapChange.Kind;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MapChangesTest {

    @Test
    void everyDifferenceIsNamedWithItsOldAndNewValue() {
        JourneyMap before = JourneyMap.builder()
                .persona("Ann")
                .stage("look", touchpoint("ad"), touchpoint("visit"), touchpoint("search"))
                .stage("buy", touchpoint("order"))
                .stage("use", touchpoint("delivery"))
                .stage("old", touchpoint("fax"))
                .loop("use", "look", "word of mouth")
                .build();
        JourneyMap after = JourneyMap.builder()
                .persona("Bob")
                .stage(Stage.of("look", touchpoint("search"), touchpoint("ad")).withLimit(Duration.ofDays(1)))
                .stage("use", touchpoint("delivery"), touchpoint("visit"))
                .stage(
                        "buy",
                        PlannedTouchpoint.builder("order")
                                .importance(4)
                                .owner(Owner.of("sales"))
                                .build(),
                        Group.choice(touchpoint("card"), touchpoint("cash")))
                .loop("buy", "look", "word of mouth")
                .build();
        assertThat(before.changesTo(after))
                .containsExactly(
                        new MapChange(Kind.CHANGED, Element.MAP, "map", "persona", "Ann", "Bob"),
                        new MapChange(Kind.REMOVED, Element.STAGE, "old", null, null, null),
                        new MapChange(Kind.MOVED, Element.STAGE, "buy", "position", "2", "3"),
                        new MapChange(Kind.CHANGED, Element.STAGE, "look", "limit", null, "PT24H"),
                        new MapChange(Kind.MOVED, Element.TOUCHPOINT, "ad", "position", "1", "2"),
                        new MapChange(Kind.CHANGED, Element.STAGE, "buy", "flow", "order", "order, choice(card, cash)"),
                        new MapChange(Kind.MOVED, Element.TOUCHPOINT, "visit", "stage", "look", "use"),
                        new MapChange(Kind.CHANGED, Element.TOUCHPOINT, "order", "owner", null, "sales"),
                        new MapChange(Kind.CHANGED, Element.TOUCHPOINT, "order", "importance", null, "4"),
                        new MapChange(Kind.REMOVED, Element.TOUCHPOINT, "fax", "stage", "old", null),
                        new MapChange(Kind.ADDED, Element.TOUCHPOINT, "card", "stage", null, "buy"),
                        new MapChange(Kind.ADDED, Element.TOUCHPOINT, "cash", "stage", null, "buy"),
                        new MapChange(Kind.REMOVED, Element.LOOP, "word of mouth: use -> look", null, null, null),
                        new MapChange(Kind.ADDED, Element.LOOP, "word of mouth: buy -> look", null, null, null));
    }

    @Test
    void thereIsNoChangeExactlyBetweenEqualMaps() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            JourneyMap one = SampleMaps.random(random);
            JourneyMap two = SampleMaps.random(random);
            assertThat(one.changesTo(one)).isEmpty();
            assertThat(one.changesTo(two).isEmpty()).isEqualTo(one.equals(two));
        }
    }
}
