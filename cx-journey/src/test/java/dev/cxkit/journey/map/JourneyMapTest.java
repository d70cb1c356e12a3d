package dev.cxkit.journey.map;

import static dev.cxkit.journey.map.SampleMaps.touchpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cxkit.core.touchpoint.Channel;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JourneyMapTest {

    private static JourneyMap.Builder faulty() {
        PlannedTouchpoint bad = PlannedTouchpoint.builder("pay")
                .expectedEmotion(Double.NaN)
                .importance(0)
                .channels(Channel.WEB, Channel.WEB)
                .stakeholders(" ")
                .gate(new Gate(null, Duration.ZERO, "nowhere"))
                .build();
        PlannedTouchpoint bare = PlannedTouchpoint.builder("sign")
                .gate(new Gate(null, null, null))
                .build();
        PlannedTouchpoint after = PlannedTouchpoint.builder("ship")
                .gate(new Gate("paid", null, "pay"))
                .build();
        return JourneyMap.builder()
                .stage(Stage.of("buy", bad, touchpoint("see")).withLimit(Duration.ofDays(-1)))
                .stage("buy", touchpoint("see"), bare, after)
                .stage(" ", Group.choice(touchpoint("a")), Group.anyOrder(), Group.sequence())
                .loop("buy", "use", " ")
                .loop("buy", "buy", "again")
                .loop("buy", "buy", "again");
    }

    @Test
    void allFaultsAreToldAtOnceAndWithoutAnException() {
        assertThat(faulty().faults())
                .containsExactly(
                        "limit PT-24H of stage buy is not above 0",
                        "expected emotion NaN of touchpoint pay is outside -2..+2",
                        "importance 0 of touchpoint pay is outside 1..5",
                        "channels of touchpoint pay hold one twice: web, web",
                        "a stakeholder of touchpoint pay is blank",
                        "stage buy is there twice",
                        "activity see is there twice, in stage buy and stage buy; give one of them another name",
                        "name of stage 3 is blank",
                        "a group of kind choice in stage 3 has 1 parts; allowed are at least 2",
                        "a group of kind any-order in stage 3 has 0 parts; allowed are 2..6",
                        "a group of kind sequence in stage 3 has 0 parts; allowed are at least 1",
                        "time limit PT0S of gate of touchpoint pay is not above 0",
                        "gate of touchpoint pay runs from activity nowhere, which is not another activity of the map",
                        "gate of touchpoint sign has neither a condition nor a time limit",
                        "gate of touchpoint ship names activity pay but no time limit",
                        "name of loop  : buy -> use is blank",
                        "loop  : buy -> use leads to an unknown stage",
                        "loop again: buy -> buy is there twice");
        InvalidMapException thrown = catchThrowableOfType(InvalidMapException.class, () -> faulty().build());
        assertThat(thrown.faults()).isEqualTo(faulty().faults());
        assertThat(thrown).hasMessageStartingWith("journey map has 18 faults: limit PT-24H of stage buy");
    }

    @Test
    void aLoopDoesNotLeadForward() {
        assertThat(JourneyMap.builder()
                        .stage("a")
                        .stage("b")
                        .loop("a", "b", "on")
                        .faults())
                .containsExactly("loop on: a -> b leads forward; allowed are the same stage and earlier ones");
        assertThat(JourneyMap.builder().faults()).containsExactly("there is no stage");
    }

    @Test
    void stagesAndTouchpointsAreFound() {
        JourneyMap map = SampleMaps.full();
        assertThat(map.stageOf("use").map(Stage::name)).contains("purchase");
        assertThat(map.stageOf("quote").map(Stage::name)).contains("offer");
        assertThat(map.stageOf("nowhere")).isEmpty();
        assertThat(map.stage("offer").orElseThrow().goal()).isEqualTo("A price");
        assertThat(map.stage("nowhere")).isEmpty();
        assertThat(map.touchpoint("order").orElseThrow().importance()).isEqualTo(5);
        assertThat(map.touchpoint("nowhere")).isEmpty();
        assertThat(map.touchpoints())
                .extracting(PlannedTouchpoint::activity)
                .containsExactly("quote", "credit-check", "order", "payment", "invoice", "visit", "use");
        assertThat(map.stages().get(1).flow())
                .isEqualTo("credit-check 0..1, order, choice(payment, any-order(invoice, sequence(visit, use))) 0..2");
    }

    @Test
    void aTemplateIsFilledInStageByStage() {
        Stage contact = Stage.of("contact", touchpoint("call"));
        JourneyMap map = JourneyMaps.b2b().withStage(contact);
        assertThat(map.stage("contact")).contains(contact);
        assertThat(map.stages()).hasSize(7);
        assertThat(map.toBuilder().persona("Plant manager").build().persona()).isEqualTo("Plant manager");
        assertThatThrownBy(() -> map.withStage(Stage.of("repair")))
                .hasMessage("stage repair is not on the map; allowed are [awareness, exploration, contact, negotiation,"
                        + " purchase, use, maintenance]");
    }

    @Test
    void theTemplatesHaveTheirStagesAndLoops() {
        assertThat(JourneyMaps.b2b().loops())
                .extracting(Loop::toString)
                .containsExactly(
                        "evaluation: maintenance -> exploration",
                        "repurchase: maintenance -> negotiation",
                        "word of mouth: maintenance -> awareness");
        assertThat(JourneyMaps.b2c().stages())
                .extracting(Stage::name)
                .containsExactly("awareness", "exploration", "purchase", "delivery", "use", "repair", "disposal");
        assertThat(JourneyMaps.b2c().loops())
                .extracting(Loop::toString)
                .containsExactly(
                        "repair: repair -> use",
                        "repurchase: disposal -> purchase",
                        "word of mouth: disposal -> awareness");
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "0,1,0..1", "2,3,2..3", "0,2147483647,0..*", "100,100,100", "4,2147483647,4..*"})
    void aCardinalityIsItsText(int min, int max, String text) {
        assertThat(Cardinality.of(min, max)).hasToString(text);
        assertThat(Cardinality.parse(text)).isEqualTo(Cardinality.of(min, max));
    }

    @Test
    void aBadCardinalityIsRefused() {
        assertThatThrownBy(() -> Cardinality.of(-1, 1)).hasMessage("least -1 of a cardinality is outside 0..100");
        assertThatThrownBy(() -> Cardinality.of(0, 0))
                .hasMessage("most 0 of a cardinality is outside 1..100 and not unlimited");
        assertThatThrownBy(() -> Cardinality.parse("101")).hasMessage("least 101 of a cardinality is outside 0..100");
        assertThatThrownBy(() -> Cardinality.parse("1..")).hasMessageContaining("'1..' is none");
    }
}
