package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.metrics.BiFn;
import dev.cxkit.metrics.Condition;
import java.io.Serializable;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * How well a touchpoint of a journey went: good, bad or unknown, by emotion, by waiting time, by duration or by a condition. Ratings of a
 * host are made with {@link #goodIf} or {@link #named}.
 */
public interface StepRating extends Serializable {

    /** How well a touchpoint went. */
    enum Quality {
        /** Well. */
        GOOD,

        /** Badly. */
        BAD,

        /** Neither, or it is not known. */
        UNKNOWN
    }

    /** Returns how well the touchpoint at the index of the journey went. */
    Quality rate(Journey journey, int index);

    /** Returns the name by which metrics of this rating are told from others; the same on every machine. */
    String name();

    /** Returns the rating by emotion: good above 0, bad below 0, unknown at 0 or without an emotion. */
    static StepRating byEmotion(Emotions emotions) {
        requireNonNull(emotions, "emotions");
        return named("emotion " + emotions.name(), (journey, index) -> {
            OptionalDouble emotion = emotions.checked(journey.touchpoint(index));
            if (emotion.isEmpty() || emotion.getAsDouble() == 0) {
                return Quality.UNKNOWN;
            }
            return emotion.getAsDouble() > 0 ? Quality.GOOD : Quality.BAD;
        });
    }

    /** Returns the rating by waiting time: good if the next touchpoint follows within the limit, bad if later, unknown for the last one. */
    static StepRating followedWithin(Duration limit, TimeBetween elapsed) {
        requireNonNull(elapsed, "elapsed");
        long millis = limit.toMillis();
        return named("followed within " + limit + " " + elapsed.name(), (journey, index) -> {
            if (index + 1 == journey.size()) {
                return Quality.UNKNOWN;
            }
            return elapsed.millis(journey, index, index + 1) <= millis ? Quality.GOOD : Quality.BAD;
        });
    }

    /** Returns the rating by duration: good up to the limit, bad above it, unknown without an end. */
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
     * Returns the rating by a condition: good where it is met, bad where not.
     *
     * @param name the name by which metrics of this rating are told from others
     */
    static StepRating goodIf(String name, Condition<? super Touchpoint> good) {
        requireNonNull(good, "good");
        return named(name, (journey, index) -> good.test(journey.touchpoint(index)) ? Quality.GOOD : Quality.BAD);
    }

    /**
     * Returns a rating of the host.
     *
     * @param name the name by which metrics of this rating are told from others
     * @param rating the rating of the touchpoint at the index of a journey
     */
    static StepRating named(String name, BiFn<? super Journey, Integer, Quality> rating) {
        requireNonNull(name, "name");
        requireNonNull(rating, "rating");
        return new StepRating() {

            @Override
            public Quality rate(Journey journey, int index) {
                return rating.apply(journey, index);
            }

            @Override
            public String name() {
                return name;
            }
        };
    }
}
