package dev.cxkit.examples.report.journeys;

import dev.cxkit.core.time.Cadence;
import dev.cxkit.examples.report.cohorts.RetentionCells;
import dev.cxkit.examples.report.log.LogFields;
import dev.cxkit.examples.report.rows.Times;
import dev.cxkit.journey.map.JourneyMap;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a log of touchpoints.
 *
 * @param fields where the file says what
 * @param times reads its times
 * @param funnels the funnels
 * @param goal the activity to which conversions are attributed; null if none
 * @param retention the periods of cohort retention; null if not asked for
 * @param map the journey as it was designed; null without one
 * @param asOf until when the journeys were observed; null for the newest touchpoint
 */
record JourneysRequest(
        LogFields fields,
        Times times,
        List<FunnelRequest> funnels,
        @Nullable String goal,
        @Nullable Periods retention,
        @Nullable JourneyMap map,
        @Nullable Instant asOf) {

    /** Copies the list. */
    JourneysRequest {
        funnels = List.copyOf(funnels);
    }

    /**
     * Periods by their name.
     *
     * @param unit day, week or month
     * @param cadence the periods
     */
    record Periods(String unit, Cadence cadence) {

        /** Returns how cohort retention is shown. */
        RetentionCells cells() {
            return new RetentionCells(unit, "journeys", "first touchpoint", "returned");
        }
    }
}
