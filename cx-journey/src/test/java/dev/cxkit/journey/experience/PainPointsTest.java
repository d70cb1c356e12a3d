package dev.cxkit.journey.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.journey.Journey;
import dev.cxkit.journey.Touches;
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
            JourneyGoal.of("buy").givenUpAfter(Duration.ZERO, Touches.ZERO.plusSeconds(864_000));

    private static final PainPoints PAINS = PainPoints.of(BOUGHT);

    private final List<Journey> journeys = new ArrayList<>();

    private void journeys(int count, String text) {
        for (int i = 0; i < count; i++) {
            journeys.add(Touches.journey("c" + journeys.size(), text));
        }
    }

    private static PainPoint find(List<PainPoint> findings, Place place, PainSign sign) {
        return findings.stream()
                .filter(one -> one.place().equals(place) && one.sign().equals(sign))
                .findFirst()
                .orElseThrow(() -> new AssertionError(sign + " at " + place + " is none of " + findings));
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
     * B, 20 of the 120 + 80 at the other steps S and A. What comes after the goal does not count.
     */
    @Test
    void aStepIsComparedWithElsewhere() {
        shop(5);
        List<PainPoint> findings = PAINS.over(journeys).elsewhere();
        PainPoint missed = find(findings, Place.step("B"), PainSign.GOAL_MISSED);
        assertThat(missed.here()).isEqualTo(Proportion.of(35, 40));
        assertThat(missed.baseline().value()).isCloseTo(0.25, within(1e-15));
        assertThat(missed.baseline().n()).isCloseTo(80, within(1e-12));
        assertThat(missed.goalsLost().value()).isCloseTo(25, within(1e-12));
        Difference goals = Proportion.of(60, 80).minus(Proportion.of(5, 40)).orElseThrow();
        assertThat(missed.goalsLost().low()).isCloseTo(40 * goals.low(), within(1e-9));
        assertThat(missed.goalsLost().high()).isCloseTo(40 * goals.high(), within(1e-9));

        PainPoint dropped = find(findings, Place.step("B"), PainSign.DROPPED);
        assertThat(dropped.here()).isEqualTo(Proportion.of(35, 40));
        assertThat(dropped.difference())
                .isEqualTo(Proportion.of(35, 40).minus(Proportion.of(20, 200)).orElseThrow());
        assertThat(dropped.correctedP()).isGreaterThan(dropped.difference().p());
        assertThat(dropped.examples()).hasSize(5).allMatch(id -> Integer.parseInt(id.substring(1)) >= 85);
        assertThat(dropped.text())
                .startsWith("dropped after B: 87.5 % of 40 journeys, elsewhere 10.0 % (+77.5 points, ")
                .contains("; associated with 25.0 goals lost (");
        assertThat(find(findings, Place.transition("S", "B"), PainSign.GOAL_MISSED)
                        .goalsLost()
                        .value())
                .isCloseTo(25, within(1e-12));
        assertThat(findings).extracting(PainPoint::place).doesNotContain(Place.step("A"));
        assertThat(findings).extracting(one -> -one.goalsLost().value()).isSorted();
    }

    /** By hand: 40 x (20/40 - 5/40) = 15. */
    @Test
    void aStepIsComparedWithItselfEarlier() {
        shop(20);
        PainCounts april = PAINS.over(journeys);
        shop(5);
        List<PainPoint> findings = PAINS.over(journeys).against("in April", april);
        PainPoint missed = find(findings, Place.step("B"), PainSign.GOAL_MISSED);
        assertThat(missed.against()).isEqualTo("in April");
        assertThat(missed.goalsLost().value()).isCloseTo(15, within(1e-12));
        assertThat(missed.difference())
                .isEqualTo(Proportion.of(35, 40).minus(Proportion.of(20, 40)).orElseThrow());
        assertThat(findings).extracting(PainPoint::place).doesNotContain(Place.step("A"), Place.step("S"));
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
        PainPoint missed = find(PAINS.over(journeys).elsewhere(), Place.step("X"), PainSign.GOAL_MISSED);
        assertThat(missed.baseline().value()).isCloseTo(0.275, within(1e-12));
        assertThat(missed.baseline().n()).isCloseTo(1600 / 20.5, within(1e-9));
        assertThat(missed.goalsLost().value()).isCloseTo(29, within(1e-12));
    }

    @Test
    void thereIsNoFindingWithoutSupport() {
        shop(5);
        PainCounts counts = PAINS.over(journeys);
        Screening screening = new Screening(41, 0.95, Screening.STANDARD.correction());
        assertThat(counts.elsewhere(screening)).extracting(PainPoint::place).doesNotContain(Place.step("B"));
        assertThat(PAINS.over(List.of()).elsewhere()).isEmpty();
        assertThat(PAINS.over(journeys.subList(100, 101)).elsewhere(FeltJourneys.ANY_SUPPORT))
                .isEmpty();
    }

    private static Proportion share(PainCounts counts, Place place, PainSign sign) {
        return counts.place(place).orElseThrow().sign(sign).orElseThrow().share();
    }

    @Test
    void eachSignIsWhatItSays() {
        PainCounts counts = PainPoints.of(BOUGHT)
                .map(FeltJourneys.map())
                .emotions(FeltJourneys.emotions(Map.of("anna-0", 1.0, "anna-1", -0.5, "anna-2", -1.0)))
                .waitingLongerThan(Duration.ofMinutes(10))
                .support(Duration.ofSeconds(100), "D")
                .over(List.of(Touches.journey("anna", "A@0 B@10 A@700 D@800 C@900")));
        Proportion yes = Proportion.of(1, 1);
        Proportion no = Proportion.of(0, 1);
        Place a = Place.step("A");
        Place b = Place.step("B");
        Place c = Place.step("C");
        Place back = Place.transition("B", "A");
        assertThat(share(counts, a, PainSign.LOOPED)).isEqualTo(yes);
        assertThat(share(counts, b, PainSign.LOOPED)).isEqualTo(no);
        assertThat(share(counts, a, PainSign.LONG_WAIT)).isEqualTo(no);
        assertThat(share(counts, b, PainSign.LONG_WAIT)).isEqualTo(yes);
        assertThat(share(counts, back, PainSign.LONG_WAIT)).isEqualTo(yes);
        assertThat(share(counts, Place.stage("look"), PainSign.LONG_WAIT)).isEqualTo(yes);
        assertThat(counts.place(c).orElseThrow().sign(PainSign.LONG_WAIT)).isEmpty();
        assertThat(share(counts, a, PainSign.SUPPORT_CONTACT)).isEqualTo(yes);
        assertThat(share(counts, b, PainSign.SUPPORT_CONTACT)).isEqualTo(no);
        assertThat(share(counts, back, PainSign.SUPPORT_CONTACT)).isEqualTo(yes);
        assertThat(share(counts, Place.step("D"), PainSign.SUPPORT_CONTACT)).isEqualTo(no);
        assertThat(share(counts, Place.transition("A", "D"), PainSign.SUPPORT_CONTACT))
                .isEqualTo(no);
        assertThat(share(counts, c, PainSign.DROPPED)).isEqualTo(yes);
        assertThat(share(counts, Place.stage("buy"), PainSign.DROPPED)).isEqualTo(yes);
        assertThat(share(counts, Place.transition("D", "C"), PainSign.DROPPED)).isEqualTo(yes);
        assertThat(share(counts, a, PainSign.DROPPED)).isEqualTo(no);
        assertThat(share(counts, a, PainSign.LOW_EMOTION)).isEqualTo(yes);
        assertThat(share(counts, Place.transition("A", "B"), PainSign.LOW_EMOTION))
                .isEqualTo(yes);
        assertThat(counts.place(c).orElseThrow().sign(PainSign.LOW_EMOTION)).isEmpty();
        assertThat(counts.place(a)
                        .orElseThrow()
                        .sign(PainSign.LOOPED)
                        .orElseThrow()
                        .examples())
                .containsExactly("anna");
        assertThat(counts.places()).doesNotContainKey(Place.stage("use"));
    }

    @Test
    void aContactAfterTheGoalCountsToo() {
        PainCounts counts = PainPoints.of(BOUGHT)
                .support(Duration.ofMinutes(1), "call")
                .over(List.of(Touches.journey("anna", "A@0 buy@30 call@60")));
        assertThat(share(counts, Place.step("A"), PainSign.SUPPORT_CONTACT)).isEqualTo(Proportion.of(1, 1));
        assertThat(counts.places()).containsOnlyKeys(Place.step("A"));
    }

    @Test
    void openJourneysAreCountedApart() {
        PainCounts counts = PainPoints.of(JourneyGoal.of("buy"))
                .over(List.of(Touches.journey("anna", "A@0"), Touches.journey("bert", "A@0 buy@1")));
        assertThat(counts.open()).isEqualTo(1);
        assertThat(counts.goals()).isEqualTo(Proportion.of(1, 1));
        assertThat(counts.place(Place.step("A")).orElseThrow().goals()).isEqualTo(Proportion.of(1, 1));
    }

    @Test
    void aLongJourneyOfManyStepsIsCounted() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("s").append(i).append('@').append(i).append(' ');
        }
        PainCounts counts = PAINS.over(List.of(Touches.journey("anna", text.toString())));
        assertThat(counts.places()).hasSize(39_999);
    }

    @Test
    void nonsenseIsRefused() {
        PainPoints builder = PainPoints.of(BOUGHT);
        assertThatThrownBy(() -> builder.waitingLongerThan(Duration.ofSeconds(-1)))
                .hasMessage("limit PT-1S is negative");
        assertThatThrownBy(() -> builder.support(Duration.ofSeconds(-1), "call"))
                .hasMessage("soon PT-1S is negative");
        assertThatThrownBy(() -> builder.support(Duration.ofSeconds(1)))
                .hasMessage("there is no step that is a contact with support");
        assertThatThrownBy(() -> builder.examples(0)).hasMessageContaining("outside 1..1000");
        assertThatThrownBy(() -> Place.step("")).hasMessage("name of place is empty");
        assertThatThrownBy(() -> Place.transition("", "A")).hasMessageContaining("is left from ''");
        assertThatThrownBy(() -> new Place(Place.Kind.STAGE, "A", "B")).hasMessageContaining("is left from 'A'");
        Estimate estimate = new Estimate(0, 0, 0, 0.95, 1);
        assertThatThrownBy(() -> new PainPoint(
                        Place.step("A"),
                        PainSign.LOOPED,
                        "elsewhere",
                        Proportion.of(1, 1),
                        estimate,
                        new Difference(0, 0, 0, 0.95, 1),
                        -1,
                        estimate,
                        List.of()))
                .hasMessage("correctedP -1.0 is outside 0..1");
        assertThat(Place.transition("A", "B")).hasToString("A > B");
        assertThat(PAINS.toString()).startsWith("pain points(").isEqualTo(PAINS.definition());
    }
}
