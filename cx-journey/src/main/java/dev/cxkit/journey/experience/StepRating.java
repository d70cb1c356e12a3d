package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.metrics.Condition;
import java.io.Serializable;
import java.time.Duration;
import java.util.OptionalDouble;

/** How well a touchpoint of a journey went. */
@FunctionalInterface
public interface StepRating extends Serializable {

    /** How well it went. */
    enum Quality {
        /** Well. */
        GOOD,

        /** Badly. */
        BAD,

        /** Neither, or that is not known. */
        UNKNOWN
    }

    /** Returns how well the touchpoint at the index of the journey went. */
    Quality rate(Journey journey, int index);

    /** Returns the name by which counts under another rule are told apart; the same on every machine. */
    default String name() {
        return "passing";
    }

    /** Returns that it went well where the customer felt better than 0, badly where worse. */
    static StepRating byEmotion(Emotions emotions) {
        requireNonNull(emotions, "emotions");
        return named("felt", (journey, index) -> {
            OptionalDouble emotion = emotions.checked(journey.touchpoint(index));
            if (emotion.isEmpty() || emotion.getAsDouble() == 0) {
                return Quality.UNKNOWN;
            }
            return emotion.getAsDouble() > 0 ? Quality.GOOD : Quality.BAD;
        });
    }

    /** Returns that it went well where the next touchpoint followed within the limit, badly where later; the last is not known. */
    static StepRating followedWithin(Duration limit, TimeBetween elapsed) {
        requireNonNull(elapsed, "elapsed");
        long millis = limit.toMillis();
        return named("followed within " + limit + " " + elapsed, (journey, index) -> {
            if (index + 1 == journey.size()) {
                return Quality.UNKNOWN;
            }
            return elapsed.millis(journey, index, index + 1) <= millis ? Quality.GOOD : Quality.BAD;
        });
    }

    /** Returns that it went well where it lasted no longer than the limit, badly where longer; not known where it has no end. */
    static StepRating lastingAtMost(Duration limit) {
        requireNonNull(limit, "limit");
        return named(
                "lasting up to " + limit,
                (journey, index) -> journey.touchpoint(index)
                        .end()
                        .map(end ->
                                Duration.between(journey.occurredAt(index), end).compareTo(limit) <= 0
                                        ? Quality.GOOD
                                        : Quality.BAD)
                        .orElse(Quality.UNKNOWN));
    }

    /**
     * Returns that it went well where it meets the condition, badly where not.
     *
     * @param name the name by which counts under another rule are told apart
     */
    static StepRating goodIf(String name, Condition<? super Touchpoint> good) {
        requireNonNull(good, "good");
        return named(name, (journey, index) -> good.test(journey.touchpoint(index)) ? Quality.GOOD : Quality.BAD);
    }

    /** Returns the same rule with a name. */
    static StepRating named(String name, StepRating passing) {
        requireNonNull(name, "name");
        requireNonNull(passing, "passing");
        return new StepRating() {

            @Override
            public Quality rate(Journey journey, int index) {
                return passing.rate(journey, index);
            }

            @Override
            public String name() {
                return name;
            }
        };
    }
}
