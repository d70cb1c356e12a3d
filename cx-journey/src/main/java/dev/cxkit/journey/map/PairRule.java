package dev.cxkit.journey.map;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Ending;
import dev.cxkit.journey.Journey;
import java.util.Locale;

/** How two steps stand to each other. */
record PairRule(Relation relation, String first, String second) implements Rule {

    enum Relation {
        PRECEDENCE,
        RESPONSE,
        SUCCESSION,
        RESPONDED_EXISTENCE,
        CO_EXISTENCE,
        EXCLUSIVE,
        CHAIN_PRECEDENCE,
        CHAIN_RESPONSE,
        CHAIN_SUCCESSION
    }

    PairRule {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        if (first.equals(second)) {
            throw new IllegalArgumentException(
                    "step " + first + " cannot stand in " + text(relation) + " to itself; two steps are needed");
        }
    }

    @Override
    public Verdict check(Journey journey) {
        Places one = Places.of(first, journey);
        Places two = Places.of(second, journey);
        Verdict missing = journey.ending() == Ending.OPEN ? Verdict.PENDING : Verdict.BROKEN;
        return switch (relation) {
            case PRECEDENCE -> precedence(one, two);
            case RESPONSE -> response(one, two, missing);
            case SUCCESSION -> precedence(one, two).and(response(one, two, missing));
            case RESPONDED_EXISTENCE -> one.isIn() ? existence(two, missing) : Verdict.NOT_APPLICABLE;
            case CO_EXISTENCE ->
                one.isIn() || two.isIn()
                        ? existence(one, missing).and(existence(two, missing))
                        : Verdict.NOT_APPLICABLE;
            case EXCLUSIVE -> exclusive(one, two);
            case CHAIN_PRECEDENCE -> chainPrecedence(journey);
            case CHAIN_RESPONSE -> chainResponse(journey, missing);
            case CHAIN_SUCCESSION -> chainPrecedence(journey).and(chainResponse(journey, missing));
        };
    }

    private static Verdict precedence(Places one, Places two) {
        if (!two.isIn()) {
            return Verdict.NOT_APPLICABLE;
        }
        return one.isIn() && one.first < two.first ? Verdict.HOLDS : Verdict.BROKEN;
    }

    private static Verdict response(Places one, Places two, Verdict missing) {
        if (!one.isIn()) {
            return Verdict.NOT_APPLICABLE;
        }
        return one.last < two.last ? Verdict.HOLDS : missing;
    }

    private static Verdict existence(Places places, Verdict missing) {
        return places.isIn() ? Verdict.HOLDS : missing;
    }

    private static Verdict exclusive(Places one, Places two) {
        if (!one.isIn() && !two.isIn()) {
            return Verdict.NOT_APPLICABLE;
        }
        return one.isIn() && two.isIn() ? Verdict.BROKEN : Verdict.HOLDS;
    }

    private Verdict chainPrecedence(Journey journey) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (int i = 0; i < journey.size(); i++) {
            if (journey.step(i).equals(second)) {
                boolean holds = i > 0 && journey.step(i - 1).equals(first);
                verdict = verdict.and(holds ? Verdict.HOLDS : Verdict.BROKEN);
            }
        }
        return verdict;
    }

    private Verdict chainResponse(Journey journey, Verdict missing) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        int end = journey.size() - 1;
        for (int i = 0; i < end; i++) {
            if (journey.step(i).equals(first)) {
                boolean holds = journey.step(i + 1).equals(second);
                verdict = verdict.and(holds ? Verdict.HOLDS : Verdict.BROKEN);
            }
        }
        return journey.step(end).equals(first) ? verdict.and(missing) : verdict;
    }

    @Override
    public String name() {
        return text(relation) + "(" + first + ", " + second + ")";
    }

    private static String text(Relation relation) {
        return relation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The first and the last place of a step in a journey, -1 if it is not in it. */
    private record Places(int first, int last) {

        static Places of(String step, Journey journey) {
            int first = -1;
            int last = -1;
            for (int i = 0; i < journey.size(); i++) {
                if (journey.step(i).equals(step)) {
                    first = first < 0 ? i : first;
                    last = i;
                }
            }
            return new Places(first, last);
        }

        boolean isIn() {
            return first >= 0;
        }
    }
}
