package dev.cxkit.journey.conformance;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Fn;

/** The relation of two activities in one journey, by the templates of Declare. */
final class PairRelation {

    private final Journey journey;
    private final String first;
    private final String second;
    private final Occurrences one;
    private final Occurrences two;

    private PairRelation(Journey journey, String first, String second) {
        this.journey = journey;
        this.first = first;
        this.second = second;
        this.one = Occurrences.of(first, journey);
        this.two = Occurrences.of(second, journey);
    }

    static JourneyRule rule(String relation, String first, String second, Fn<PairRelation, Verdict> check) {
        if (requireNonNull(first, "first").equals(requireNonNull(second, "second"))) {
            throw new IllegalArgumentException(
                    "activity " + first + " cannot stand in " + relation + " to itself; two activities are needed");
        }
        return JourneyRule.named(
                Definition.of(relation, first, second),
                journey -> check.apply(new PairRelation(journey, first, second)));
    }

    Verdict precedence() {
        return two.isIn() ? Verdict.of(one.isIn() && one.first < two.first) : Verdict.NOT_APPLICABLE;
    }

    Verdict response() {
        return one.isIn() ? orMissing(one.last < two.last) : Verdict.NOT_APPLICABLE;
    }

    Verdict respondedExistence() {
        return one.isIn() ? orMissing(two.isIn()) : Verdict.NOT_APPLICABLE;
    }

    Verdict coExistence() {
        return one.isIn() || two.isIn() ? orMissing(one.isIn() && two.isIn()) : Verdict.NOT_APPLICABLE;
    }

    Verdict exclusive() {
        return one.isIn() || two.isIn() ? Verdict.of(!one.isIn() || !two.isIn()) : Verdict.NOT_APPLICABLE;
    }

    Verdict chainPrecedence() {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (int i = 0; i < journey.size(); i++) {
            if (journey.activity(i).equals(second)) {
                verdict =
                        verdict.and(Verdict.of(i > 0 && journey.activity(i - 1).equals(first)));
            }
        }
        return verdict;
    }

    Verdict chainResponse() {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        int end = journey.size() - 1;
        for (int i = 0; i < end; i++) {
            if (journey.activity(i).equals(first)) {
                verdict = verdict.and(Verdict.of(journey.activity(i + 1).equals(second)));
            }
        }
        return journey.activity(end).equals(first) ? verdict.and(Verdict.missing(journey)) : verdict;
    }

    private Verdict orMissing(boolean isFulfilled) {
        return isFulfilled ? Verdict.FULFILLED : Verdict.missing(journey);
    }

    /** The first and the last place of an activity in a journey, -1 if it is not in it. */
    private record Occurrences(int first, int last) {

        static Occurrences of(String activity, Journey journey) {
            int first = -1;
            int last = -1;
            for (int i = 0; i < journey.size(); i++) {
                if (journey.activity(i).equals(activity)) {
                    first = first < 0 ? i : first;
                    last = i;
                }
            }
            return new Occurrences(first, last);
        }

        boolean isIn() {
            return first >= 0;
        }
    }
}
