package dev.cxkit.journey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.Definition;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * How the time between two touchpoints of a journey is measured: in {@index "calendar time"} from start to start, from the end of the one to the
 * start of the other, or in {@index "business hours"}. A host writes its own with a name, by which metrics are told apart.
 */
public interface TimeBetween extends Serializable {

    /** Calendar time from the start of the one to the start of the other. */
    TimeBetween CALENDAR = new TimeBetween() {

        @Override
        public long millis(Journey journey, int from, int to) {
            long nanos = to < journey.size() ? journey.nanos(to) - journey.nanos(from) : -1;
            // Below 0 also where a long cannot hold it.
            return nanos >= 0
                    ? nanos / 1_000_000
                    : Duration.between(journey.occurredAt(from), until(journey, to))
                            .toMillis();
        }

        @Override
        public String name() {
            return "calendar";
        }
    };

    /** Calendar time from the end of the one, or its start if it has none, to the start of the other; 0 if they overlap. */
    TimeBetween END_TO_START = new TimeBetween() {

        @Override
        public long millis(Journey journey, int from, int to) {
            Instant over = journey.touchpoint(from).end().orElse(journey.occurredAt(from));
            return Math.max(0, Duration.between(over, until(journey, to)).toMillis());
        }

        @Override
        public String name() {
            return "end to start";
        }
    };

    /**
     * Returns the milliseconds from the touchpoint at one index to that at a later one, at least 0.
     *
     * @param from the index of the earlier one
     * @param to the index of the later one, or the size of the journey for its {@linkplain Journey#end end}
     */
    long millis(Journey journey, int from, int to);

    /** Returns the name by which metrics that measure with another are told apart, the same on every machine. */
    String name();

    /** Returns when the touchpoint at the index occurred, or the end of the journey at its size. */
    private static Instant until(Journey journey, int index) {
        return index < journey.size() ? journey.occurredAt(index) : journey.end();
    }

    /**
     * Returns the business hours, the open time of a schedule, from the start of the one to the start of the other. Metrics that measure by
     * another schedule are told apart by its {@code toString}.
     */
    static TimeBetween businessHours(Schedule schedule) {
        String text = Definition.of(
                "business hours", requireNonNull(schedule, "schedule").toString());
        return new TimeBetween() {

            @Override
            public long millis(Journey journey, int from, int to) {
                Instant start = journey.occurredAt(from);
                Instant end = until(journey, to);
                return start.equals(end) ? 0 : schedule.elapsed(start, end).toMillis();
            }

            @Override
            public String name() {
                return text;
            }
        };
    }
}
