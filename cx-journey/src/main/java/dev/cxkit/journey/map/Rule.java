package dev.cxkit.journey.map;

import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.journey.Journey;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * Something that should hold for each journey. The names of those that relate two steps are those of Declare (Pesic, Schonenberg and
 * van der Aalst, 2007). A rule of your own is a record with a {@link #check}; rules are immutable and thread-safe.
 *
 * <p>A journey that is not known to be over is {@link Verdict#PENDING} where only something that may still happen is missing. Two steps
 * at one instant count in the order in which they were given.
 */
@FunctionalInterface
public interface Rule extends Serializable {

    /** Returns what the rule says of the journey. */
    Verdict check(Journey journey);

    /**
     * Returns the name and all that it depends on, the same on every machine: {@code response(order, delivery)}. The {@code toString} of
     * a record is, that of a lambda is not.
     */
    default String name() {
        return toString();
    }

    /**
     * Returns that the step happens at least so often.
     *
     * @throws IllegalArgumentException if {@code times} is negative
     */
    static Rule contains(String step, int times) {
        return new OccurrenceRule("contains(" + step + ", " + times + ")", step, times, Integer.MAX_VALUE);
    }

    /** Returns that the step never happens. */
    static Rule absent(String step) {
        return new OccurrenceRule("absent(" + step + ")", step, 0, 0);
    }

    /**
     * Returns that the step happens just so often.
     *
     * @throws IllegalArgumentException if {@code times} is negative
     */
    static Rule exactly(String step, int times) {
        return new OccurrenceRule("exactly(" + step + ", " + times + ")", step, times, times);
    }

    /**
     * Returns that the step happens {@code min} to {@code max} times, both inclusive.
     *
     * @throws IllegalArgumentException if {@code min} is negative or above {@code max}
     */
    static Rule between(String step, int min, int max) {
        return new OccurrenceRule("between(" + step + ", " + min + ".." + max + ")", step, min, max);
    }

    /** Returns that the journey starts with the step. */
    static Rule startsWith(String step) {
        return new EndRule(EndRule.End.FIRST, step);
    }

    /** Returns that the journey ends with the step; pending while it is not over. */
    static Rule endsWith(String step) {
        return new EndRule(EndRule.End.LAST, step);
    }

    /** Returns that whenever {@code second} happens, {@code first} has happened before. */
    static Rule precedence(String first, String second) {
        return new PairRule(PairRule.Relation.PRECEDENCE, first, second);
    }

    /** Returns that whenever {@code first} happens, {@code second} happens after it. */
    static Rule response(String first, String second) {
        return new PairRule(PairRule.Relation.RESPONSE, first, second);
    }

    /** Returns {@link #precedence} and {@link #response} in one. */
    static Rule succession(String first, String second) {
        return new PairRule(PairRule.Relation.SUCCESSION, first, second);
    }

    /** Returns that if {@code first} happens, {@code second} happens too, before or after. */
    static Rule respondedExistence(String first, String second) {
        return new PairRule(PairRule.Relation.RESPONDED_EXISTENCE, first, second);
    }

    /** Returns that both happen or neither. */
    static Rule coExistence(String first, String second) {
        return new PairRule(PairRule.Relation.CO_EXISTENCE, first, second);
    }

    /** Returns that not both happen. */
    static Rule exclusive(String first, String second) {
        return new PairRule(PairRule.Relation.EXCLUSIVE, first, second);
    }

    /** Returns that each {@code second} comes right after a {@code first}. */
    static Rule chainPrecedence(String first, String second) {
        return new PairRule(PairRule.Relation.CHAIN_PRECEDENCE, first, second);
    }

    /** Returns that right after each {@code first} comes a {@code second}. */
    static Rule chainResponse(String first, String second) {
        return new PairRule(PairRule.Relation.CHAIN_RESPONSE, first, second);
    }

    /** Returns {@link #chainPrecedence} and {@link #chainResponse} in one. */
    static Rule chainSuccession(String first, String second) {
        return new PairRule(PairRule.Relation.CHAIN_SUCCESSION, first, second);
    }

    /**
     * Returns that each wait for {@code second}, from the first {@code first} that it has not followed yet, lasts no longer than the
     * limit; exactly the limit holds. What has not come yet is no matter of this rule: see {@link #response}.
     *
     * @throws IllegalArgumentException if the limit is negative
     */
    static Rule maxTimeBetween(String first, String second, Duration limit) {
        return new WaitRule(first, second, limit);
    }

    /**
     * Returns that no visit to the stage lasts longer than the limit; exactly the limit holds. A visit lasts from its first touch to
     * the first one in another stage, or to the last of the journey; a touch that is not on the map stays in the stage of the one before.
     *
     * @throws IllegalArgumentException if the stage is not on the map or the limit is negative
     */
    static Rule maxTimeInStage(JourneyMap map, String stage, Duration limit) {
        return new StageRule(new Visits(map), stage, limit);
    }

    /**
     * Returns that the step happens by one of these channels only.
     *
     * @throws IllegalArgumentException if there is no channel
     */
    static Rule requiredChannel(String step, Channel... channels) {
        return new ChannelRule(step, List.of(channels));
    }
}
