package dev.cxkit.journey.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyAssembler;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.metrics.kit.MetricLaws;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReturnLoopTest {

    private static final List<String> STAGES = List.of("aware", "explore", "buy", "use");

    /** Each activity is named like its stage; others have none. */
    private static final ReturnLoop LOOP = ReturnLoop.of(
            Stages.of(STAGES, "by name", activity -> Optional.of(activity).filter(STAGES::contains)), "buy");

    private static ReturnLoop referring(Map<String, String> by) {
        Map<String, String> copy = Map.copyOf(by);
        return LOOP.referredBy("by the test", journey -> Optional.ofNullable(copy.get(journey.key())));
    }

    /** Journeys of the customers a, b, c and so on. */
    private static List<Journey> journeys(String... texts) {
        List<Journey> journeys = new ArrayList<>();
        for (String text : texts) {
            journeys.add(SampleTouchpoints.journey(String.valueOf((char) ('a' + journeys.size())), text));
        }
        return journeys;
    }

    @Test
    void aRoundClosesAtTheFirstTouchpointInTheFirstStageAfterTheLastWasReached() {
        ReturnRounds rounds = LOOP.over(journeys(
                "aware@0 buy@1 use@2 use@5 mail@6 aware@12 aware@13 use@20 explore@21 aware@40",
                "aware@0 use@1 explore@2",
                "aware@0 buy@1 aware@2"));
        assertThat(rounds.customers()).isEqualTo(3);
        assertThat(rounds.returnRate()).isEqualTo(Proportion.of(2, 3));
        assertThat(rounds.open()).as("the second has only not returned yet").isEqualTo(1);
        assertThat(rounds.timesToReturn().n()).isEqualTo(2);
        assertThat(rounds.timesToReturn().mean().orElseThrow())
                .as("10 and 20 seconds after the last stage was reached")
                .isCloseTo(15, within(1e-9));
        assertThat(rounds.closedByReferral()).isZero();
    }

    @Test
    void aRoundMayCloseInAnyStageBeforeThePurchase() {
        List<Journey> journeys = journeys("aware@0 buy@1 use@2 explore@12", "use@0 buy@9");
        assertThat(LOOP.over(journeys).returnRate()).isEqualTo(Proportion.of(0, 2));
        assertThat(LOOP.closingBeforePurchase().over(journeys).returnRate()).isEqualTo(Proportion.of(1, 2));
    }

    @Test
    void allJourneysOfAKeyCountTogether() {
        List<Journey> journeys = JourneyAssembler.byCustomer()
                .endingAfterInactivity(Duration.ofSeconds(50))
                .assemble(SampleTouchpoints.of("a", "aware@0 use@10 aware@100 use@110"));
        assertThat(journeys).hasSize(2);
        ReturnRounds rounds = LOOP.over(journeys);
        assertThat(rounds.customers()).isEqualTo(1);
        assertThat(rounds.returnRate()).isEqualTo(Proportion.of(1, 2));
    }

    @Test
    void aRoundClosesByAReferralOfSomebodyWhoThenBegins() {
        List<Journey> journeys =
                journeys("aware@0 use@10 referral@30", "aware@40 buy@50", "aware@30", "aware@29", "aware@60 buy@70");
        ReturnRounds rounds =
                referring(Map.of("b", "a", "c", "a", "d", "a", "e", "nobody")).over(journeys);
        assertThat(rounds.returnRate()).isEqualTo(Proportion.of(1, 1));
        assertThat(rounds.closedByReferral()).isEqualTo(1);
        assertThat(rounds.timesToReturn().sum()).isCloseTo(20, within(1e-9));
        assertThat(rounds.referred()).as("b, and c who began at once").isEqualTo(2);
        assertThat(rounds.unconfirmedReferrals())
                .as("d began before, e names nobody known")
                .isEqualTo(2);
        assertThat(rounds.referredConversion()).isEqualTo(Proportion.of(1, 2));
        assertThat(rounds.referralsPerCustomer().orElseThrow()).isCloseTo(2.0 / 5, within(1e-12));
        assertThat(rounds.wordOfMouthFactor().orElseThrow())
                .as("referrals per customer times the share that converts")
                .isCloseTo(2.0 / 5 * (1.0 / 2), within(1e-12));
    }

    @Test
    void aReferralThatNobodyFollowedClosesNothing() {
        ReturnRounds rounds = referring(Map.of()).over(journeys("aware@0 use@10 referral@30", "aware@40"));
        assertThat(rounds.returnRate()).isEqualTo(Proportion.of(0, 1));
        assertThat(rounds.open()).isEqualTo(1);
        assertThat(rounds.wordOfMouthFactor()).hasValue(0);
    }

    @Test
    void aReferralBeforeTheLastStageClosesNothingButCounts() {
        ReturnRounds rounds = referring(Map.of("b", "a")).over(journeys("aware@0 referral@5 use@10", "aware@40"));
        assertThat(rounds.closed()).isZero();
        assertThat(rounds.referred()).isEqualTo(1);
    }

    @Test
    void theLatestReferralBeforeTheBeginningCounts() {
        ReturnRounds rounds =
                referring(Map.of("b", "a")).over(journeys("use@10 referral@20 referral@35 referral@60", "aware@40"));
        assertThat(rounds.closedByReferral()).isEqualTo(1);
        assertThat(rounds.timesToReturn().sum()).isCloseTo(25, within(1e-9));
    }

    @Test
    void nobodyRefersThemselves() {
        ReturnRounds rounds = referring(Map.of("a", "a")).over(journeys("referral@0 use@10"));
        assertThat(rounds.referred()).isZero();
        assertThat(rounds.unconfirmedReferrals()).isEqualTo(1);
    }

    @Test
    void noJourneysGiveNoFigures() {
        ReturnRounds rounds = LOOP.over(List.of());
        assertThat(rounds.returnRate().share()).isEmpty();
        assertThat(rounds.referralsPerCustomer()).isEmpty();
        assertThat(rounds.wordOfMouthFactor()).isEmpty();
    }

    @Test
    void badStagesAreRefused() {
        assertThatThrownBy(() -> ReturnLoop.of(Stages.of(List.of("a"), Map.of()), "a"))
                .hasMessage("stages [a] are not two or more");
        assertThatThrownBy(() -> ReturnLoop.of(Stages.of(List.of("a", "b"), Map.of()), "a"))
                .hasMessage("purchase 'a' is none of the later of [a, b]");
    }

    @Test
    void partsUnderAnotherRuleAreRefused() {
        MetricLaws.otherConfigurationIsRefused(LOOP, ReturnLoop.of(Stages.of(STAGES, "another", Optional::of), "buy"));
        MetricLaws.otherConfigurationIsRefused(LOOP, LOOP.closingBeforePurchase());
        MetricLaws.otherConfigurationIsRefused(LOOP, referring(Map.of()));
    }
}
