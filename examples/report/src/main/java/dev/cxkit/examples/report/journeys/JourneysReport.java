package dev.cxkit.examples.report.journeys;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.journey.Journey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked and what came out.
 *
 * @param request what was asked
 * @param file the journeys
 * @param total the figures of all; null if there is no journey
 * @param by the figures by segment and value
 * @param notes what a reader of the figures should know
 */
record JourneysReport(
        JourneysRequest request,
        JourneyFile file,
        @Nullable JourneyFigures total,
        Map<String, Map<String, JourneyFigures>> by,
        List<String> notes)
        implements Result {

    /** Copies the list. */
    JourneysReport {
        notes = List.copyOf(notes);
    }

    /**
     * Returns what the file has, what was asked for, the figures of all and by segment, what a reader should know, and the first rows that
     * were rejected.
     */
    @Override
    public Map<String, Object> document() {
        Document document = Document.start()
                .with("file", file.log().name())
                .with("rows", file.log().rows())
                .with("asOf", file.asOf())
                .with("journeys", file.journeys().size())
                .with("touchpoints", file.touchpoints())
                .with("rejected", file.log().rejected())
                .with("duplicates", file.duplicates())
                .with("revised", file.revised())
                .with("later", file.later());
        file.log().counted().forEach(document::with);
        return document.with("funnels", request.funnels())
                .with("goal", request.goal())
                .with(
                        "per",
                        request.retention() == null ? null : request.retention().unit())
                .with("total", total)
                .with("by", by.isEmpty() ? null : segments().map())
                .with("notes", notes)
                .with("rejectedRows", file.log().rejectedRows())
                .map();
    }

    private Document segments() {
        Document segments = Document.start();
        by.forEach(segments::results);
        return segments;
    }

    /** Measures the journeys. */
    static JourneysReport of(JourneysRequest request, JourneyFile file) {
        Instant asOf = file.asOf();
        if (asOf == null || file.journeys().isEmpty()) {
            return new JourneysReport(request, file, null, Map.of(), List.of());
        }
        JourneyFigures total = JourneyFigures.of(file.journeys(), request, asOf);
        Map<String, Map<String, JourneyFigures>> by = new LinkedHashMap<>();
        List<String> columns = request.fields().by();
        for (int i = 0; i < columns.size(); i++) {
            Map<String, JourneyFigures> parts = new LinkedHashMap<>();
            for (Map.Entry<String, List<Journey>> part :
                    file.by(i, columns.get(i)).entrySet()) {
                parts.put(part.getKey(), JourneyFigures.of(part.getValue(), request, asOf));
            }
            by.put(columns.get(i), Collections.unmodifiableMap(parts));
        }
        return new JourneysReport(request, file, total, Collections.unmodifiableMap(by), notes(request, total));
    }

    /** A step that is nowhere may be a slip of the pen, or may just not have happened. */
    private static List<String> notes(JourneysRequest request, JourneyFigures total) {
        Set<String> steps = total.graph().activities().keySet();
        List<String> notes = new ArrayList<>();
        for (FunnelRequest funnel : request.funnels()) {
            for (String step : funnel.steps()) {
                if (!steps.contains(step)) {
                    notes.add("no touchpoint has the activity '" + step + "' of funnel " + funnel.name());
                }
            }
        }
        if (request.goal() != null && !steps.contains(request.goal())) {
            notes.add("no touchpoint has the activity '" + request.goal() + "' of --attribution");
        }
        return notes;
    }
}
