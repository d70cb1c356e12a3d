package dev.cxkit.journey.experience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.journey.Journey;
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
                    .abandonedAfter(Duration.ofMinutes(30), Instant.parse("2024-07-01T00:00:00Z")))
            .waitingLongerThan(Duration.ofMinutes(10))
            .supportContactWithin(Duration.ofMinutes(15), "support_chat");

    private static List<Journey> visits = List.of();

    @BeforeAll
    static void readVisits() {
        visits = Log.BY_ROW
                .endingAfterInactivity(Duration.ofMinutes(30))
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

    private static PainPoint find(List<PainPoint> findings, JourneyLocation location, PainSign sign) {
        return findings.stream()
                .filter(one -> one.location().equals(location) && one.sign().equals(sign))
                .findFirst()
                .orElseThrow(() -> new AssertionError(sign + " at " + location + " is none of "
                        + findings.stream().map(pain -> pain.text(1)).toList()));
    }

    @Test
    void visitsAndPurchasesAreThoseOfTheLog() {
        PainCounts all = count(visit -> true);
        assertThat(all.goals().total()).isEqualTo(3605);
        assertThat(all.goals().count()).isEqualTo(470);
        assertThat(all.open()).isZero();
    }

    /** From 19 May to 8 June payments failed. */
    @Test
    void theFailingPaymentsOfMayComeFirst() {
        List<PainPoint> may =
                count(visit -> isIn(visit, "2024-05")).against("in April", count(visit -> isIn(visit, "2024-04")));
        PainPoint worst = may.get(0);
        assertThat(worst.location()).isEqualTo(JourneyLocation.activity("payment_details"));
        assertThat(worst.sign()).isEqualTo(PainSign.GOAL_MISSED);
        assertThat(worst.goalsLost().interval().orElseThrow().low()).isGreaterThan(25);
        assertThat(worst.text(1))
                .startsWith("goal missed after payment_details: 55.1 % of 138 journeys, in April 21.1 %")
                .contains("associated with 46.9 goals lost");
        find(may, JourneyLocation.activity("payment_details"), PainSign.SUPPORT_CONTACT);
    }

    @Test
    void theFailedPaymentItselfStandsOutFromOtherActivities() {
        List<PainPoint> findings = count(visit -> true).elsewhere();
        PainPoint support = find(findings, JourneyLocation.activity("payment_error"), PainSign.SUPPORT_CONTACT);
        assertThat(support.observed().count()).isEqualTo(45);
        assertThat(support.observed().total()).isEqualTo(91);
        assertThat(support.baseline().value()).isLessThan(0.06);
        assertThat(support.examples()).hasSize(5);
        PainPoint missed = find(findings, JourneyLocation.activity("payment_error"), PainSign.GOAL_MISSED);
        assertThat(missed.observed().count()).isEqualTo(84);
        assertThat(missed.goalsLost().interval().orElseThrow().low()).isGreaterThan(10);
    }

    /** From 13 April to 9 May the checkout failed on phones. */
    @Test
    void theCheckoutThatFailsOnPhonesIsFoundBesideOtherPlatforms() {
        List<PainPoint> april = count(visit -> isMobile(visit) && isIn(visit, "2024-04"))
                .against("on other platforms", count(visit -> !isMobile(visit) && isIn(visit, "2024-04")));
        PainPoint checkout = find(april, JourneyLocation.activity("shipping_details"), PainSign.GOAL_MISSED);
        assertThat(checkout.observed().count()).isEqualTo(33);
        assertThat(checkout.observed().total()).isEqualTo(47);
        assertThat(checkout.goalsLost().interval().orElseThrow().low()).isGreaterThan(5);
        find(april, JourneyLocation.activity("cart"), PainSign.GOAL_MISSED);
        assertThat(april).allMatch(one -> one.goalsLost().value() > 0);
    }

    /** 43 of the 382 visits from social media that look at products wait more than 10 minutes there, 5.6 % of the others. */
    @Test
    void visitorsFromSocialMediaStayLongAtProducts() {
        List<PainPoint> findings = count(PlantedTroublesTest::isFromSocial)
                .against("of other visitors", count(visit -> !isFromSocial(visit)));
        PainPoint wait = find(findings, JourneyLocation.activity("product_view"), PainSign.LONG_WAIT);
        assertThat(wait.observed().count()).isEqualTo(43);
        assertThat(wait.observed().total()).isEqualTo(382);
    }

    private static boolean isFromSocial(Journey visit) {
        return visit.touchpoint(0).channel().name().equals("social");
    }
}
