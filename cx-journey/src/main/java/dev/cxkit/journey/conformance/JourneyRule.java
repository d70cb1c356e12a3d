package dev.cxkit.journey.conformance;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.journey.EpochNanos;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyStatus;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.metrics.Definition;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import dev.cxkit.metrics.Fn;

/**
 * Something that should hold for each journey. The names of those that relate two activities are those of Declare (Pesic, Schonenberg and
 * van der Aalst, 2007). A rule of your own is a record with a {@link #check}; rules are immutable and thread-safe.
 *
 * <p>A journey that is not known to be over is {@link Verdict#PENDING} where only something that may still happen is missing. Two activities
 * at one instant count in the order in which they were given.
 */
public interface JourneyRule extends Serializable {

    /** Returns what the rule says of the journey. */
    Verdict check(Journey journey);

    /**
     * Returns the name and all that it depends on, the same on every machine: {@code response(order, delivery)}. The {@code toString} of
     * a record is, that of a lambda is not.
     */
    String name();

    /** Returns the same rule with a name. */
    static JourneyRule named(String name, Fn<? super Journey, Verdict> check) {
        return new NamedJourneyRule(name, check);
    }

    /** Returns that the activity happens at least so often; throws an {@link IllegalArgumentException} if {@code times} is negative. */
    static JourneyRule contains(String activity, int times) {
        return occurring(Definition.of("contains", activity, times), activity, times, Integer.MAX_VALUE);
    }

    /** Returns that the activity never happens. */
    static JourneyRule absent(String activity) {
        return occurring(Definition.of("absent", activity), activity, 0, 0);
    }

    /** Returns that the activity happens just so often; throws an {@link IllegalArgumentException} if {@code times} is negative. */
    static JourneyRule exactly(String activity, int times) {
        return occurring(Definition.of("exactly", activity, times), activity, times, times);
    }

    /**
     * Returns that the activity happens {@code min} to {@code max} times, both inclusive.
     *
     * @throws IllegalArgumentException if {@code min} is negative or above {@code max}
     */
    static JourneyRule between(String activity, int min, int max) {
        return occurring("between(" + Definition.text(activity) + ", " + min + ".." + max + ")", activity, min, max);
    }

    private static JourneyRule occurring(String name, String activity, int min, int max) {
        requireNonNull(activity, "activity");
        if (min < 0 || max < min) {
            throw new IllegalArgumentException(
                    "limits " + min + ".." + max + " of " + name + " are outside 0 <= min <= max");
        }
        return named(name, journey -> {
            int count = 0;
            for (int i = 0; i < journey.size(); i++) {
                count += journey.activity(i).equals(activity) ? 1 : 0;
            }
            return count < min ? Verdict.missing(journey) : Verdict.of(count <= max);
        });
    }

    /** Returns that the journey starts with the activity. */
    static JourneyRule startsWith(String activity) {
        requireNonNull(activity, "activity");
        return named(
                Definition.of("starts with", activity),
                journey -> Verdict.of(journey.activity(0).equals(activity)));
    }

    /** Returns that the journey ends with the activity; pending while it is not over. */
    static JourneyRule endsWith(String activity) {
        requireNonNull(activity, "activity");
        return named(
                Definition.of("ends with", activity),
                journey -> journey.status() == JourneyStatus.OPEN
                        ? Verdict.PENDING
                        : Verdict.of(journey.activity(journey.size() - 1).equals(activity)));
    }

    /** Returns that whenever {@code second} happens, {@code first} has happened before. */
    static JourneyRule precedence(String first, String second) {
        return PairRelation.rule("precedence", first, second, PairRelation::precedence);
    }

    /** Returns that whenever {@code first} happens, {@code second} happens after it. */
    static JourneyRule response(String first, String second) {
        return PairRelation.rule("response", first, second, PairRelation::response);
    }

    /** Returns {@link #precedence} and {@link #response} in one. */
    static JourneyRule succession(String first, String second) {
        return PairRelation.rule(
                "succession", first, second, pair -> pair.precedence().and(pair.response()));
    }

    /** Returns that if {@code first} happens, {@code second} happens too, before or after. */
    static JourneyRule respondedExistence(String first, String second) {
        return PairRelation.rule("responded existence", first, second, PairRelation::respondedExistence);
    }

    /** Returns that both happen or neither. */
    static JourneyRule coExistence(String first, String second) {
        return PairRelation.rule("co existence", first, second, PairRelation::coExistence);
    }

    /** Returns that not both happen. */
    static JourneyRule exclusive(String first, String second) {
        return PairRelation.rule("exclusive", first, second, PairRelation::exclusive);
    }

    /** Returns that each {@code second} comes right after a {@code first}. */
    static JourneyRule chainPrecedence(String first, String second) {
        return PairRelation.rule("chain precedence", first, second, PairRelation::chainPrecedence);
    }

    /** Returns that right after each {@code first} comes a {@code second}. */
    static JourneyRule chainResponse(String first, String second) {
        return PairRelation.rule("chain response", first, second, PairRelation::chainResponse);
    }

    /** Returns {@link #chainPrecedence} and {@link #chainResponse} in one. */
    static JourneyRule chainSuccession(String first, String second) {
        return PairRelation.rule(
                "chain succession",
                first,
                second,
                pair -> pair.chainPrecedence().and(pair.chainResponse()));
    }

    /**
     * Returns that each wait for {@code second}, from the first {@code first} that it has not followed yet, lasts no longer than the
     * limit; exactly the limit holds. What has not come yet is no matter of this rule: see {@link #response}.
     *
     * @throws IllegalArgumentException if the limit is negative
     */
    static JourneyRule maxTimeBetween(String first, String second, Duration limit) {
        notNegative(limit);
        if (first.equals(requireNonNull(second, "second"))) {
            throw new IllegalArgumentException(
                    "activity " + first + " cannot be waited for from itself; two activities are needed");
        }
        Wait wait = new Wait(first, second);
        return named(Definition.of("max time between", first, second, limit), journey -> {
            Wait.Count count = wait.over(journey, limit);
            return count.ended() == 0 ? Verdict.NOT_APPLICABLE : Verdict.of(count.late() == 0);
        });
    }

    /**
     * Returns that no visit to the stage lasts longer than the limit; exactly the limit holds. A visit lasts from its first touchpoint to
     * the first one in another stage, or to the last of the journey; a touchpoint that is not on the map stays in the stage of the one before.
     *
     * @throws IllegalArgumentException if the stage is not on the map or the limit is negative
     */
    static JourneyRule maxTimeInStage(JourneyMap map, String stage, Duration limit) {
        notNegative(limit);
        StageVisits visits = new StageVisits(map);
        if (!visits.stageOf().containsValue(requireNonNull(stage, "stage"))) {
            throw new IllegalArgumentException("stage " + stage + " is not on the map, or has no touchpoint");
        }
        long nanos = EpochNanos.clamped(limit);
        // The verdict depends on the activities of the stages too.
        return named(Definition.of("max time in stage", stage, limit, new TreeMap<>(visits.stageOf())), journey -> {
            Verdict[] verdict = {Verdict.NOT_APPLICABLE};
            visits.of(journey, (visited, from, to) -> {
                if (visited.equals(stage)) {
                    verdict[0] = verdict[0].and(Verdict.of(!EpochNanos.isLonger(from, to, nanos)));
                }
            });
            return verdict[0];
        });
    }

    /** Returns that the activity happens by one of these channels only; throws an {@link IllegalArgumentException} if there is no channel. */
    static JourneyRule requiredChannel(String activity, Channel... channels) {
        requireNonNull(activity, "activity");
        List<Channel> allowed = List.of(channels);
        if (allowed.isEmpty()) {
            throw new IllegalArgumentException(
                    "channels required of activity " + activity + " are none; allowed is at least one");
        }
        return named(
                Definition.of(
                        "required channel",
                        activity,
                        allowed.stream().map(Channel::name).sorted().toList()),
                journey -> {
                    Verdict verdict = Verdict.NOT_APPLICABLE;
                    for (int i = 0; i < journey.size(); i++) {
                        if (journey.activity(i).equals(activity)) {
                            verdict = verdict.and(Verdict.of(
                                    allowed.contains(journey.touchpoint(i).channel())));
                        }
                    }
                    return verdict;
                });
    }

    private static void notNegative(Duration limit) {
        if (limit.isNegative()) {
            throw new IllegalArgumentException("limit " + limit + " is below 0");
        }
    }
}
