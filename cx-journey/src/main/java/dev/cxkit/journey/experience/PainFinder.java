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

/** Looks at differences one by one, and then tells which of them are findings. */
final class PainFinder {

    private final String against;
    private final FindingRule findingRule;
    private final List<PainPoint> looked = new ArrayList<>();

    PainFinder(String against, FindingRule screening) {
        this.against = against;
        this.findingRule = requireNonNull(screening, "screening");
    }

    /**
     * Looks at all signs of a place.
     *
     * @param rate the goal rate that is to be expected there
     * @param baseline the share of a sign that is to be expected there
     */
    void look(
            JourneyLocation place,
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
                looked.add(new PainPoint(
                        place,
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
                new ArrayList<>(findingRule.adjusted(looked, PainPoint::adjustedP, PainPoint::withP));
        findings.removeIf(one -> one.difference().value() <= 0 || !findingRule.isSignificant(one.adjustedP()));
        // Stable: those with equal losses stay in the order of places and signs.
        findings.sort(Comparator.comparingDouble(one -> -one.goalsLost().value()));
        return List.copyOf(findings);
    }
}
