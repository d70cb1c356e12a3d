package dev.cxkit.journey.experience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyAssembler;
import dev.cxkit.journey.tables.Log;
import dev.cxkit.metrics.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The troubles that were planted in the clicks of a simulated shop, found by the search for pain points alone. The expected counts were
 * made by a script of its own in Python.
 */
class PlantedTroublesTest {

    private static final PainPoints PAINS = PainPoints.of(JourneyGoal.of("purchase")
                    .givenUpAfter(Duration.ofMinutes(30), Instant.parse("2024-07-01T00:00:00Z")))
            .waitingLongerThan(Duration.ofMinutes(10))
            .support(Duration.ofMinutes(15), "support_chat");

    private static List<Journey> visits = List.of();

    @BeforeAll
    static void readVisits() {
        visits = JourneyAssembler.byCustomer()
                .endingAfter(Duration.ofMinutes(30))
                .assemble(Log.clicks().stream()
                        .flatMap(journey -> journey.touchpoints().stream())
                        .toList());
    }

    private static PainCounts count(Condition<Journey> which) {
        return PAINS.where(which).over(visits);
    }

    private static boolean isMobile(Journey visit) {
        return visit.touchpoint(0).attributes().get("platform").orElseThrow().equals("mobile");
    }

    private static boolean isIn(Journey visit, String month) {
        return visit.start().toString().startsWith(month);
    }

    private static PainPoint find(List<PainPoint> findings, Place place, PainSign sign) {
        return findings.stream()
                .filter(one -> one.place().equals(place) && one.sign().equals(sign))
                .findFirst()
                .orElseThrow(() -> new AssertionError(sign + " at " + place + " is none of "
                        + findings.stream().map(PainPoint::text).toList()));
    }

    @Test
    void visitsAndPurchasesAreThoseOfTheLog() {
        PainCounts all = count(visit -> true);
        assertThat(all.goals().of()).isEqualTo(3605);
        assertThat(all.goals().count()).isEqualTo(470);
        assertThat(all.open()).isZero();
    }

    /** From 19 May to 8 June payments failed. */
    @Test
    void theFailingPaymentsOfMayComeFirst() {
        List<PainPoint> may =
                count(visit -> isIn(visit, "2024-05")).against("in April", count(visit -> isIn(visit, "2024-04")));
        PainPoint worst = may.get(0);
        assertThat(worst.place()).isEqualTo(Place.step("payment_details"));
        assertThat(worst.sign()).isEqualTo(PainSign.GOAL_MISSED);
        assertThat(worst.goalsLost().low()).isGreaterThan(25);
        assertThat(worst.text())
                .startsWith("goal missed after payment_details: 55.1 % of 138 journeys, in April 21.1 %")
                .contains("associated with 46.9 goals lost");
        find(may, Place.step("payment_details"), PainSign.SUPPORT_CONTACT);
    }

    @Test
    void theFailedPaymentItselfStandsOutFromOtherSteps() {
        List<PainPoint> findings = count(visit -> true).elsewhere();
        PainPoint support = find(findings, Place.step("payment_error"), PainSign.SUPPORT_CONTACT);
        assertThat(support.here().count()).isEqualTo(45);
        assertThat(support.here().of()).isEqualTo(91);
        assertThat(support.baseline().value()).isLessThan(0.06);
        assertThat(support.examples()).hasSize(5);
        PainPoint missed = find(findings, Place.step("payment_error"), PainSign.GOAL_MISSED);
        assertThat(missed.here().count()).isEqualTo(84);
        assertThat(missed.goalsLost().low()).isGreaterThan(10);
    }

    /** From 13 April to 9 May the checkout failed on phones. */
    @Test
    void theCheckoutThatFailsOnPhonesIsFoundBesideOtherPlatforms() {
        List<PainPoint> april = count(visit -> isMobile(visit) && isIn(visit, "2024-04"))
                .against("on other platforms", count(visit -> !isMobile(visit) && isIn(visit, "2024-04")));
        PainPoint checkout = find(april, Place.step("shipping_details"), PainSign.GOAL_MISSED);
        assertThat(checkout.here().count()).isEqualTo(33);
        assertThat(checkout.here().of()).isEqualTo(47);
        assertThat(checkout.goalsLost().low()).isGreaterThan(5);
        find(april, Place.step("cart"), PainSign.GOAL_MISSED);
        assertThat(april).allMatch(one -> one.goalsLost().value() > 0);
    }

    /** 43 of the 382 visits from social media that look at products wait more than 10 minutes there, 5.6 % of the others. */
    @Test
    void visitorsFromSocialMediaStayLongAtProducts() {
        List<PainPoint> findings = count(PlantedTroublesTest::isFromSocial)
                .against("of other visitors", count(visit -> !isFromSocial(visit)));
        PainPoint wait = find(findings, Place.step("product_view"), PainSign.LONG_WAIT);
        assertThat(wait.here().count()).isEqualTo(43);
        assertThat(wait.here().of()).isEqualTo(382);
    }

    private static boolean isFromSocial(Journey visit) {
        return visit.touchpoint(0).channel().name().equals("social");
    }
}
