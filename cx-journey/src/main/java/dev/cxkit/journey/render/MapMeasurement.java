package dev.cxkit.journey.render;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measured figures of an activity or stage that are drawn onto a journey map. Each may be unknown.
 *
 * @param journeys in how many journeys it occurs, at least 0; null if that is unknown
 * @param emotion the mean observed emotion, -2 (very bad)..+2 (very good); null if that is unknown
 * @param dropOff how many of the journeys that came here dropped off; null if that is unknown
 * @param time the time spent, at least 0, such as the median time to the next activity; null if that is unknown
 * @param painPoints pain points in words, the most severe first
 */
public record MapMeasurement(
        @Nullable Long journeys,
        @Nullable Estimate emotion,
        @Nullable Proportion dropOff,
        @Nullable Duration time,
        List<String> painPoints) {

    /** Nothing is known. */
    public static final MapMeasurement NONE = new MapMeasurement(null, null, null, null, List.of());

    private static final double MOST = 2;

    /**
     * Checks the ranges and copies the list; throws an {@link IllegalArgumentException} if the count or the time is negative, or the
     * emotion is outside -2..+2.
     */
    public MapMeasurement {
        if (journeys != null && journeys < 0) {
            throw new IllegalArgumentException("count " + journeys + " of journeys is negative");
        }
        if (emotion != null && Math.abs(emotion.value()) > MOST) {
            throw new IllegalArgumentException("observed emotion " + emotion.value() + " is outside -2..+2");
        }
        if (time != null && time.isNegative()) {
            throw new IllegalArgumentException("time " + time + " is negative");
        }
        painPoints = List.copyOf(painPoints);
    }

    /** Returns what is known if only the number of journeys is. */
    public static MapMeasurement of(long journeys) {
        return NONE.withJourneys(journeys);
    }

    /** Returns the same with another number of journeys. */
    public MapMeasurement withJourneys(long journeys) {
        return new MapMeasurement(journeys, emotion, dropOff, time, painPoints);
    }

    /** Returns the same with another emotion. */
    public MapMeasurement withEmotion(Estimate emotion) {
        return new MapMeasurement(journeys, requireNonNull(emotion, "emotion"), dropOff, time, painPoints);
    }

    /** Returns the same with another drop-off. */
    public MapMeasurement withDropOff(Proportion dropOff) {
        return new MapMeasurement(journeys, emotion, requireNonNull(dropOff, "dropOff"), time, painPoints);
    }

    /** Returns the same with another time. */
    public MapMeasurement withTime(Duration time) {
        return new MapMeasurement(journeys, emotion, dropOff, requireNonNull(time, "time"), painPoints);
    }

    /** Returns the same with other pain points. */
    public MapMeasurement withPainPoints(List<String> painPoints) {
        return new MapMeasurement(journeys, emotion, dropOff, time, painPoints);
    }
}
