package dev.cxkit.examples.report.journeys;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.examples.report.log.LoggedTouchpoint;
import dev.cxkit.examples.report.log.TouchpointLog;
import dev.cxkit.examples.report.rows.InputException;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyAssembler;
import dev.cxkit.journey.JourneyAssembly;
import dev.cxkit.journey.Journeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The journeys of a file.
 *
 * @param log what was read
 * @param asOf until when they were observed; null if there is no touchpoint
 * @param journeys the journeys, in the order of the file
 * @param later how many touchpoints came afterwards; nothing looks at them
 * @param duplicates how many touchpoints were duplicates
 * @param revised how many touchpoints were replaced by a later row with the same id
 */
record JourneyFile(
        TouchpointLog log, @Nullable Instant asOf, List<Journey> journeys, long later, long duplicates, long revised) {

    private static final int MOST_SEGMENTS = 1_000;

    /** Copies the list. */
    JourneyFile {
        journeys = List.copyOf(journeys);
    }

    /** Puts the touchpoints of each journey together. */
    static JourneyFile of(TouchpointLog log, JourneysRequest request) {
        Instant asOf = request.asOf();
        Instant newest = asOf;
        long later = 0;
        JourneyAssembly assembly = JourneyAssembler.byCustomer()
                .fromSource(touch -> log.name())
                .inSequence(touch -> ((LoggedTouchpoint) touch).place())
                .newAssembly();
        for (LoggedTouchpoint touch : log.touches()) {
            if (asOf != null && touch.occurredAt().isAfter(asOf)) {
                later++;
            } else {
                newest = newest == null || touch.occurredAt().isAfter(newest) ? touch.occurredAt() : newest;
                assembly.add(touch);
            }
        }
        Journeys journeys = newest == null ? assembly.journeys() : assembly.journeys(newest);
        return new JourneyFile(log, newest, journeys, later, journeys.duplicates(), journeys.revised());
    }

    /** Returns how many touchpoints the journeys have. */
    long touchpoints() {
        return journeys.stream().mapToLong(Journey::size).sum();
    }

    /**
     * Returns the journeys by the value that their first touchpoint has of a segment, in the order of the values.
     *
     * @throws InputException if there are too many values
     */
    Map<String, List<Journey>> by(int segment, String column) {
        Map<String, List<Journey>> parts = new TreeMap<>();
        for (Journey journey : journeys) {
            parts.computeIfAbsent(segmentOf(journey.touchpoint(0), segment), value -> new ArrayList<>())
                    .add(journey);
        }
        if (parts.size() > MOST_SEGMENTS) {
            throw new InputException(
                    log.name() + ": " + column + " has more than " + MOST_SEGMENTS + " values, too many for segments");
        }
        return parts;
    }

    private static String segmentOf(Touchpoint touchpoint, int segment) {
        return ((LoggedTouchpoint) touchpoint).segments().get(segment);
    }
}
