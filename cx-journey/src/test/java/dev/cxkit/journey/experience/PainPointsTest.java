package dev.cxkit.journey.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.journey.Journey;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PainPointsTest {

    private static final JourneyGoal BOUGHT =
            JourneyGoal.of("buy").abandonedAfter(Duration.ZERO, SampleTouchpoints.ZERO.plusSeconds(864_000));

    private static final PainPoints PAINS = PainPoints.of(BOUGHT);

    private final List<Journey> journeys = new ArrayList<>();

    private void journeys(int count, String text) {
        for (int i = 0; i < count; i++) {
            journeys.add(SampleTouchpoints.journey("c" + journeys.size(), text));
        }
    }

    private static PainPoint find(List<PainPoint> findings, JourneyLocation location, PainSign sign) {
        return findings.stream()
                .filter(one -> one.location().equals(location) && one.sign().equals(sign))
                .findFirst()
                .orElseThrow(() -> new AssertionError(sign + " at " + location + " is none of " + findings));
    }

    private void shop(int boughtAfterB) {
        journeys.clear();
        journeys(60, "S@0 A@1 buy@2 S@3 B@4");
        journeys(20, "S@0 A@1");
        journeys(boughtAfterB, "S@0 B@1 buy@2");
        journeys(40 - boughtAfterB, "S@0 B@1 B@2");
    }

    /**
     * By hand: of 40 who go from S to B 5 buy; of the 80 who leave S otherwise 60 do, so 40 x (0.75 - 0.125) = 25 goals are lost. 35 of 40 end at
     * B, 20 of the 120 + 80 at the other activities S and A. What comes after the goal does not count.
     */
    @Test
    void anActivityIsComparedWithElsewhere() {
        shop(5);
        List<PainPoint> findings = PAINS.over(journeys).elsewhere();
        PainPoint missed = find(findings, JourneyLocation.activity("B"), PainSign.GOAL_MISSED);
        assertThat(missed.observed()).isEqualTo(Proportion.of(35, 40));
        assertThat(missed.baseline().value()).isCloseTo(0.25, within(1e-15));
        assertThat(missed.baseline().n()).isCloseTo(80, within(1e-12));
        assertThat(missed.goalsLost().value()).isCloseTo(25, within(1e-12));
        Difference goals = Proportion.of(60, 80).minus(Proportion.of(5, 40)).orElseThrow();
        assertThat(missed.goalsLost().interval().orElseThrow().low()).isCloseTo(40 * goals.low(), within(1e-9));
        assertThat(missed.goalsLost().interval().orElseThrow().high()).isCloseTo(40 * goals.high(), within(1e-9));

        PainPoint dropped = find(findings, JourneyLocation.activity("B"), PainSign.DROPPED);
        assertThat(dropped.observed()).isEqualTo(Proportion.of(35, 40));
        assertThat(dropped.difference())
                .isEqualTo(Proportion.of(35, 40).minus(Proportion.of(20, 200)).orElseThrow());
        assertThat(dropped.adjustedPValue()).isGreaterThan(dropped.difference().pValue());
        assertThat(dropped.examples()).hasSize(5).allMatch(id -> Integer.parseInt(id.substring(1)) >= 85);
        assertThat(dropped.text(1))
                .startsWith("dropped off after B: 87.5 % of 40 journeys, elsewhere 10.0 % (+77.5 points, ")
                .contains("; associated with 25.0 goals lost (");
        assertThat(find(findings, JourneyLocation.transition("S", "B"), PainSign.GOAL_MISSED)
                        .goalsLost()
                        .value())
                .isCloseTo(25, within(1e-12));
        assertThat(findings).extracting(PainPoint::location).doesNotContain(JourneyLocation.activity("A"));
        assertThat(findings).extracting(one -> -one.goalsLost().value()).isSorted();
    }

    /** By hand: 40 x (20/40 - 5/40) = 15. */
    @Test
    void anActivityIsComparedWithItselfEarlier() {
        shop(20);
        PainCounts april = PAINS.over(journeys);
        shop(5);
        List<PainPoint> findings = PAINS.over(journeys).against("in April", april);
        PainPoint missed = find(findings, JourneyLocation.activity("B"), PainSign.GOAL_MISSED);
        assertThat(missed.against()).isEqualTo("in April");
        assertThat(missed.goalsLost().value()).isCloseTo(15, within(1e-12));
        assertThat(missed.difference())
                .isEqualTo(Proportion.of(35, 40).minus(Proportion.of(20, 40)).orElseThrow());
        assertThat(findings)
                .extracting(PainPoint::location)
                .doesNotContain(JourneyLocation.activity("A"), JourneyLocation.activity("S"));
        assertThat(april.against("now", april)).isEmpty();
    }

    /** By hand: (10 x 20/40 + 30 x 40/50) / 40 = 0.725 with Kish's n of 40^2 / (10^2/40 + 30^2/50) = 78.05. */
    @Test
    void whereJourneysComeFromIsAllowedFor() {
        journeys(10, "S@0 X@1");
        journeys(30, "T@0 X@1");
        journeys(20, "S@0 Y@1 buy@2");
        journeys(20, "S@0 Y@1");
        journeys(40, "T@0 Y@1 buy@2");
        journeys(10, "T@0 Y@1");
        PainPoint missed = find(PAINS.over(journeys).elsewhere(), JourneyLocation.activity("X"), PainSign.GOAL_MISSED);
        assertThat(missed.baseline().value()).isCloseTo(0.275, within(1e-12));
        assertThat(missed.baseline().n()).isCloseTo(1600 / 20.5, within(1e-9));
        assertThat(missed.goalsLost().value()).isCloseTo(29, within(1e-12));
    }

    @Test
    void thereIsNoFindingWithoutSupport() {
        shop(5);
        PainCounts counts = PAINS.over(journeys);
        FindingRule findingRule = new FindingRule(41, 0.95, FindingRule.STANDARD.correction());
        assertThat(counts.elsewhere(findingRule))
                .extracting(PainPoint::location)
                .doesNotContain(JourneyLocation.activity("B"));
        assertThat(PAINS.over(List.of()).elsewhere()).isEmpty();
        assertThat(PAINS.over(journeys.subList(100, 101)).elsewhere(EmotionJourneys.ANY))
                .isEmpty();
    }

    private static Proportion share(PainCounts counts, JourneyLocation location, PainSign sign) {
        return counts.location(location).orElseThrow().sign(sign).orElseThrow().share();
    }

    @Test
    void eachSignIsWhatItSays() {
        PainCounts counts = PainPoints.of(BOUGHT)
                .map(EmotionJourneys.map())
                .emotions(EmotionJourneys.emotions(Map.of("anna-0", 1.0, "anna-1", -0.5, "anna-2", -1.0)))
                .waitingLongerThan(Duration.ofMinutes(10))
                .supportContactWithin(Duration.ofSeconds(100), "D")
                .over(List.of(SampleTouchpoints.journey("anna", "A@0 B@10 A@700 D@800 C@900")));
        Proportion yes = Proportion.of(1, 1);
        Proportion no = Proportion.of(0, 1);
        JourneyLocation a = JourneyLocation.activity("A");
        JourneyLocation b = JourneyLocation.activity("B");
        JourneyLocation c = JourneyLocation.activity("C");
        JourneyLocation back = JourneyLocation.transition("B", "A");
        assertThat(share(counts, a, PainSign.LOOPED)).isEqualTo(yes);
        assertThat(share(counts, b, PainSign.LOOPED)).isEqualTo(no);
        assertThat(share(counts, a, PainSign.LONG_WAIT)).isEqualTo(no);
        assertThat(share(counts, b, PainSign.LONG_WAIT)).isEqualTo(yes);
        assertThat(share(counts, back, PainSign.LONG_WAIT)).isEqualTo(yes);
        assertThat(share(counts, JourneyLocation.stage("look"), PainSign.LONG_WAIT))
                .isEqualTo(yes);
        assertThat(counts.location(c).orElseThrow().sign(PainSign.LONG_WAIT)).isEmpty();
        assertThat(share(counts, a, PainSign.SUPPORT_CONTACT)).isEqualTo(yes);
        assertThat(share(counts, b, PainSign.SUPPORT_CONTACT)).isEqualTo(no);
        assertThat(share(counts, back, PainSign.SUPPORT_CONTACT)).isEqualTo(yes);
        assertThat(share(counts, JourneyLocation.activity("D"), PainSign.SUPPORT_CONTACT))
                .isEqualTo(no);
        assertThat(share(counts, JourneyLocation.transition("A", "D"), PainSign.SUPPORT_CONTACT))
                .isEqualTo(no);
        assertThat(share(counts, c, PainSign.DROPPED)).isEqualTo(yes);
        assertThat(share(counts, JourneyLocation.stage("buy"), PainSign.DROPPED))
                .isEqualTo(yes);
        assertThat(share(counts, JourneyLocation.transition("D", "C"), PainSign.DROPPED))
                .isEqualTo(yes);
        assertThat(share(counts, a, PainSign.DROPPED)).isEqualTo(no);
        assertThat(share(counts, a, PainSign.LOW_EMOTION)).isEqualTo(yes);
        assertThat(share(counts, JourneyLocation.transition("A", "B"), PainSign.LOW_EMOTION))
                .isEqualTo(yes);
        assertThat(counts.location(c).orElseThrow().sign(PainSign.LOW_EMOTION)).isEmpty();
        assertThat(counts.location(a)
                        .orElseThrow()
                        .sign(PainSign.LOOPED)
                        .orElseThrow()
                        .examples())
                .containsExactly("anna");
        assertThat(counts.locations()).doesNotContainKey(JourneyLocation.stage("use"));
    }

    @Test
    void aContactAfterTheGoalCountsToo() {
        PainCounts counts = PainPoints.of(BOUGHT)
                .supportContactWithin(Duration.ofMinutes(1), "call")
                .over(List.of(SampleTouchpoints.journey("anna", "A@0 buy@30 call@60")));
        assertThat(share(counts, JourneyLocation.activity("A"), PainSign.SUPPORT_CONTACT))
                .isEqualTo(Proportion.of(1, 1));
        assertThat(counts.locations()).containsOnlyKeys(JourneyLocation.activity("A"));
    }

    @Test
    void openJourneysAreCountedApart() {
        PainCounts counts = PainPoints.of(JourneyGoal.of("buy"))
                .over(List.of(
                        SampleTouchpoints.journey("anna", "A@0"), SampleTouchpoints.journey("bert", "A@0 buy@1")));
        assertThat(counts.open()).isEqualTo(1);
        assertThat(counts.goals()).isEqualTo(Proportion.of(1, 1));
        assertThat(counts.location(JourneyLocation.activity("A")).orElseThrow().goals())
                .isEqualTo(Proportion.of(1, 1));
    }

    @Test
    void aLongJourneyOfManyActivitiesIsCounted() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("s").append(i).append('@').append(i).append(' ');
        }
        PainCounts counts = PAINS.over(List.of(SampleTouchpoints.journey("anna", text.toString())));
        assertThat(counts.locations()).hasSize(39_999);
    }

    @Test
    void nonsenseIsRefused() {
        PainPoints pains = PainPoints.of(BOUGHT);
        assertThatThrownBy(() -> pains.waitingLongerThan(Duration.ofSeconds(-1)))
                .hasMessage("wait limit PT-1S is negative");
        assertThatThrownBy(() -> pains.supportContactWithin(Duration.ofSeconds(-1), "call"))
                .hasMessage("support window PT-1S is negative");
        assertThatThrownBy(() -> pains.supportContactWithin(Duration.ofSeconds(1), new String[0]))
                .hasMessage("there is no activity that is a support contact");
        assertThatThrownBy(() -> pains.examples(0)).hasMessageContaining("outside 1..1000");
        assertThatThrownBy(() -> JourneyLocation.activity("")).hasMessage("name of location is empty");
        assertThatThrownBy(() -> JourneyLocation.transition("", "A")).hasMessageContaining("is left from ''");
        assertThatThrownBy(() -> new JourneyLocation(JourneyLocation.Kind.STAGE, "A", "B"))
                .hasMessageContaining("is left from 'A'");
        Estimate estimate = new Estimate(0, 0, 0, 0.95, 1);
        assertThatThrownBy(() -> new PainPoint(
                        JourneyLocation.activity("A"),
                        PainSign.LOOPED,
                        "elsewhere",
                        Proportion.of(1, 1),
                        estimate,
                        new Difference(0, 0, 0, 0.95, 1),
                        -1,
                        estimate,
                        List.of()))
                .hasMessage("adjusted p -1.0 is outside 0..1");
        assertThat(JourneyLocation.transition("A", "B")).hasToString("A > B");
        assertThat(PAINS.toString()).startsWith("pain points(").isEqualTo(PAINS.definition());
    }
}
