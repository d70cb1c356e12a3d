package dev.cxkit.journey.conformance;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyStatus;
import dev.cxkit.journey.TieOrder;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Fn;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/**
 * A {@index "declarative constraint"} on a journey: a template of {@index Declare} (existence, precedence, response, succession, coexistence and the
 * chain forms), a limit of time, a channel, or one of your own.
 *
 * <ul>
 *   <li>A constraint that an open journey does not fulfil, but still may, is {@link Verdict#PENDING}.
 *   <li>A journey without anything that the constraint is about is {@link Verdict#NOT_APPLICABLE}.
 *   <li>Two activities at one instant count in the order of the journey, {@link TieOrder#SEQUENCE}.
 * </ul>
 *
 * <p>A constraint of your own is a record with a {@link #check} and a {@link #name}, or a {@linkplain #named named} function. Immutable and
 * thread-safe. Source: Pesic, Schonenberg and van der Aalst (2007), <i>DECLARE: full support for loosely-structured processes</i>.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.Journey;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.conformance.JourneyRule;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 * List<Journey> journeys = JourneyAssembler.byCustomer()
 *         .assemble(Stream.of("ann visit 0", "ann basket 5", "ann order 9", "bob visit 1", "bob order 3")
 *                 .map(row -> row.split(" "))
 *                 .map(row -> Interaction.builder(String.join("-", row), TouchpointType.of(row[1]))
 *                         .customer(CustomerId.of(row[0])).channel(Channel.WEB)
 *                         .occurredAt(Instant.EPOCH.plusSeconds(60 * Long.parseLong(row[2]))).build())
 *                 .toList());
 * JourneyRule rule = JourneyRule.precedence("basket", "order");
 * for (Journey journey : journeys) {
 *     System.out.println(journey.key() + " " + rule.check(journey));
 * }
 * // -> ann FULFILLED
 * // -> bob VIOLATED
 * }</pre>
 */
public interface JourneyRule extends Serializable {

    /** Returns the verdict on the journey. */
    Verdict check(Journey journey);

    /** Returns the name with all that the verdict depends on, the same on every machine, such as {@code response(order, delivery)}. */
    String name();

    /**
     * Returns a rule of your own.
     *
     * @param name the name by which it is told from others, not blank
     * @param check the verdict on a journey
     */
    static JourneyRule named(String name, Fn<? super Journey, Verdict> check) {
        return new NamedJourneyRule(name, check);
    }

    /** Returns that the activity happens at least so often; throws an {@link IllegalArgumentException} if {@code times} is negative. */
    static JourneyRule contains(String activity, int times) {
        return occurring(Definition.of("contains", activity, times), activity, times, Integer.MAX_VALUE);
    }

    /** Returns the same of the activity that is named like the type. */
    static JourneyRule contains(TouchpointType type, int times) {
        return contains(type.name(), times);
    }

    /** Returns that the activity never happens. */
    static JourneyRule absent(String activity) {
        return occurring(Definition.of("absent", activity), activity, 0, 0);
    }

    /** Returns the same of the activity that is named like the type. */
    static JourneyRule absent(TouchpointType type) {
        return absent(type.name());
    }

    /** Returns that the activity happens just so often; throws an {@link IllegalArgumentException} if {@code times} is negative. */
    static JourneyRule exactly(String activity, int times) {
        return occurring(Definition.of("exactly", activity, times), activity, times, times);
    }

    /** Returns the same of the activity that is named like the type. */
    static JourneyRule exactly(TouchpointType type, int times) {
        return exactly(type.name(), times);
    }

    /**
     * Returns that the activity happens {@code min} to {@code max} times, both inclusive.
     *
     * @throws IllegalArgumentException if {@code min} is negative or above {@code max}
     */
    static JourneyRule between(String activity, int min, int max) {
        return occurring("between(" + Definition.text(activity) + ", " + min + ".." + max + ")", activity, min, max);
    }

    /** Returns the same of the activity that is named like the type. */
    static JourneyRule between(TouchpointType type, int min, int max) {
        return between(type.name(), min, max);
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

    /** Returns the same of the activity that is named like the type. */
    static JourneyRule startsWith(TouchpointType type) {
        return startsWith(type.name());
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

    /** Returns the same of the activity that is named like the type. */
    static JourneyRule endsWith(TouchpointType type) {
        return endsWith(type.name());
    }

    /** Returns that whenever {@code second} happens, {@code first} has happened before. */
    static JourneyRule precedence(String first, String second) {
        return PairRelation.rule("precedence", first, second, PairRelation::precedence);
    }

    /** Returns the same of the activities that are named like the types. */
    static JourneyRule precedence(TouchpointType first, TouchpointType second) {
        return precedence(first.name(), second.name());
    }

    /** Returns that whenever {@code first} happens, {@code second} happens after it. */
    static JourneyRule response(String first, String second) {
        return PairRelation.rule("response", first, second, PairRelation::response);
    }

    /** Returns the same of the activities that are named like the types. */
    static JourneyRule response(TouchpointType first, TouchpointType second) {
        return response(first.name(), second.name());
    }

    /** Returns {@link #precedence} and {@link #response} in one. */
    static JourneyRule succession(String first, String second) {
        return PairRelation.rule(
                "succession", first, second, pair -> pair.precedence().and(pair.response()));
    }

    /** Returns the same of the activities that are named like the types. */
    static JourneyRule succession(TouchpointType first, TouchpointType second) {
        return succession(first.name(), second.name());
    }

    /** Returns that if {@code first} happens, {@code second} happens too, before or after. */
    static JourneyRule respondedExistence(String first, String second) {
        return PairRelation.rule("responded existence", first, second, PairRelation::respondedExistence);
    }

    /** Returns the same of the activities that are named like the types. */
    static JourneyRule respondedExistence(TouchpointType first, TouchpointType second) {
        return respondedExistence(first.name(), second.name());
    }

    /** Returns that both happen or neither (coexistence). */
    static JourneyRule coExistence(String first, String second) {
        return PairRelation.rule("co existence", first, second, PairRelation::coExistence);
    }

    /** Returns the same of the activities that are named like the types. */
    static JourneyRule coExistence(TouchpointType first, TouchpointType second) {
        return coExistence(first.name(), second.name());
    }

    /** Returns that not both happen (not coexistence). */
    static JourneyRule exclusive(String first, String second) {
        return PairRelation.rule("exclusive", first, second, PairRelation::exclusive);
    }

    /** Returns the same of the activities that are named like the types. */
    static JourneyRule exclusive(TouchpointType first, TouchpointType second) {
        return exclusive(first.name(), second.name());
    }

    /** Returns that each {@code second} comes right after a {@code first}. */
    static JourneyRule chainPrecedence(String first, String second) {
        return PairRelation.rule("chain precedence", first, second, PairRelation::chainPrecedence);
    }

    /** Returns the same of the activities that are named like the types. */
    static JourneyRule chainPrecedence(TouchpointType first, TouchpointType second) {
        return chainPrecedence(first.name(), second.name());
    }

    /** Returns that right after each {@code first} comes a {@code second}. */
    static JourneyRule chainResponse(String first, String second) {
        return PairRelation.rule("chain response", first, second, PairRelation::chainResponse);
    }

    /** Returns the same of the activities that are named like the types. */
    static JourneyRule chainResponse(TouchpointType first, TouchpointType second) {
        return chainResponse(first.name(), second.name());
    }

    /** Returns {@link #chainPrecedence} and {@link #chainResponse} in one. */
    static JourneyRule chainSuccession(String first, String second) {
        return PairRelation.rule(
                "chain succession",
                first,
                second,
                pair -> pair.chainPrecedence().and(pair.chainResponse()));
    }

    /** Returns the same of the activities that are named like the types. */
    static JourneyRule chainSuccession(TouchpointType first, TouchpointType second) {
        return chainSuccession(first.name(), second.name());
    }

    /**
     * Returns that each time to {@code second}, from the first {@code first} that it has not followed yet, is no longer than the
     * limit; exactly the limit fulfils it. What has not come yet is no matter of this rule: see {@link #response}.
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

    /** Returns the same of the activities that are named like the types. */
    static JourneyRule maxTimeBetween(TouchpointType first, TouchpointType second, Duration limit) {
        return maxTimeBetween(first.name(), second.name(), limit);
    }

    /**
     * Returns that no visit to the stage lasts longer than the limit; exactly the limit fulfils it. A visit lasts from its first touchpoint to
     * the first one in another stage, or to the end of the journey; a touchpoint that is not on the map stays in the stage of the one before.
     *
     * @throws IllegalArgumentException if the stage is not on the map or the limit is negative
     */
    static JourneyRule maxTimeInStage(JourneyMap map, String stage, Duration limit) {
        notNegative(limit);
        TreeMap<String, String> stageOf = new TreeMap<>(map.stagesOfActivities());
        if (!stageOf.containsValue(requireNonNull(stage, "stage"))) {
            throw new IllegalArgumentException("stage " + stage + " is not on the map, or has no touchpoint");
        }
        // The verdict depends on the activities of the stages too.
        return named(Definition.of("max time in stage", stage, limit, stageOf), journey -> {
            Verdict verdict = Verdict.NOT_APPLICABLE;
            for (Journey.Visit visit : journey.visits(journey.size(), activity -> stageOf.get(activity))) {
                if (visit.name().equals(stage)) {
                    verdict = verdict.and(Verdict.of(!Wait.isLonger(journey, visit, limit)));
                }
            }
            return verdict;
        });
    }

    /**
     * Returns that the activity happens by one of these channels only. One whose channel is {@linkplain Channel#UNKNOWN not known} neither fulfils
     * nor violates it.
     *
     * @throws IllegalArgumentException if there is no channel
     */
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
                        Channel channel = journey.touchpoint(i).channel();
                        if (journey.activity(i).equals(activity) && !channel.equals(Channel.UNKNOWN)) {
                            verdict = verdict.and(Verdict.of(allowed.contains(channel)));
                        }
                    }
                    return verdict;
                });
    }

    /** Returns the same of the activities that are named like the types. */
    static JourneyRule requiredChannel(TouchpointType type, Channel... channels) {
        return requiredChannel(type.name(), channels);
    }

    private static void notNegative(Duration limit) {
        if (limit.isNegative()) {
            throw new IllegalArgumentException("limit " + limit + " is below 0");
        }
    }
}
