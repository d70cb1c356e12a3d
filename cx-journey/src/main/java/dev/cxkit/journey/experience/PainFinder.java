package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Proportion;
import dev.cxkit.metrics.stats.ProportionInterval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tests the differences at locations one by one, and then tells which of them are significant. */
final class PainFinder {

    private final String against;
    private final FindingRule findingRule;
    private final List<PainPoint> tested = new ArrayList<>();

    PainFinder(String against, FindingRule findingRule) {
        this.against = against;
        this.findingRule = requireNonNull(findingRule, "findingRule");
    }

    /**
     * Tests all signs of a location.
     *
     * @param rate the goal rate that is to be expected there
     * @param baseline the share of a sign that is to be expected there
     */
    void test(
            JourneyLocation location,
            JourneyLocationCounts count,
            Estimate rate,
            Function<PainSign, Optional<Estimate>> baseline) {
        Optional<Estimate> lost = share(count.goals()).map(here -> lost(rate, here));
        count.signs().forEach((sign, one) -> {
            Optional<Estimate> expected = baseline.apply(sign);
            double support = Math.min(
                    Math.min(one.share().total(), rate.n()),
                    expected.map(Estimate::n).orElse(0.0));
            if (support >= findingRule.support() && lost.isPresent()) {
                Difference difference = Difference.between(share(one.share()).orElseThrow(), expected.orElseThrow());
                tested.add(new PainPoint(
                        location,
                        sign,
                        against,
                        one.share(),
                        expected.orElseThrow(),
                        difference,
                        difference.pValue(),
                        lost.orElseThrow(),
                        one.examples()));
            }
        });
    }

    private Optional<Estimate> share(Proportion proportion) {
        return proportion.estimate(ProportionInterval.WILSON, findingRule.level());
    }

    private static Estimate lost(Estimate rate, Estimate here) {
        Difference goals = Difference.between(rate, here);
        double journeys = here.n();
        return new Estimate(
                goals.value() * journeys, goals.low() * journeys, goals.high() * journeys, goals.level(), journeys);
    }

    List<PainPoint> findings() {
        List<PainPoint> findings =
                new ArrayList<>(findingRule.adjusted(tested, PainPoint::adjustedPValue, PainPoint::withP));
        findings.removeIf(one -> one.difference().value() <= 0 || !findingRule.isSignificant(one.adjustedPValue()));
        // Stable: those with equal losses stay in the order of locations and signs.
        findings.sort(Comparator.comparingDouble(one -> -one.goalsLost().value()));
        return List.copyOf(findings);
    }
}
