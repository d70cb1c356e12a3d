package dev.cxkit.journey.render;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.PlannedTouchpoint;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer journey map as SVG, as it was designed and, if wanted, with what was measured.
 *
 * <ul>
 *   <li>Lanes of the design: loops, stages, touchpoints, channels. Back-stage touchpoints have a dashed border, moments of truth a broad one
 *       and a star.
 *   <li>Lanes of the measurements: emotion (expected dashed, observed solid with its confidence interval), time, journeys, drop-off, pain
 *       points.
 *   <li>A lane of which nothing is known is not drawn. Activities that were measured and are not on the map are counted in a note.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.journey.map.JourneyMaps;
 * import dev.cxkit.journey.render.MapMeasurement;
 * import dev.cxkit.journey.render.SvgJourneyMap;
 * import java.time.Duration;
 * import java.util.Map;
 * MapMeasurement measured = MapMeasurement.of(1200).withTime(Duration.ofHours(3));
 * String svg = SvgJourneyMap.render(JourneyMaps.b2b(), Map.of("order", measured), Map.of());
 * System.out.println(svg.contains("★ order") && svg.contains("1,200") && svg.contains("3 h"));
 * // -> true
 * }</pre>
 */
public final class SvgJourneyMap {

    private static final double HEAD = 19;

    private final MapSheet sheet;
    private final JourneyMap map;
    private final MapColumns columns;
    private final Svg svg;

    private SvgJourneyMap(MapSheet sheet) {
        this.sheet = sheet;
        this.map = sheet.map;
        this.columns = sheet.columns;
        this.svg = sheet.svg;
    }

    /** Returns the drawing of the map as it is designed. */
    public static String render(JourneyMap map) {
        return render(map, Map.of(), Map.of());
    }

    /**
     * Returns the drawing of the map with what was measured. Of more than 200 touchpoints the first 200 are drawn; it says so.
     *
     * @param activities what was measured at each activity, by its name; those that are not on the map are counted in a note
     * @param stages what was measured in each stage, by its name; the drawing has no place for its emotion
     */
    public static String render(
            JourneyMap map, Map<String, MapMeasurement> activities, Map<String, MapMeasurement> stages) {
        return new SvgJourneyMap(new MapSheet(map, activities, stages)).drawing();
    }

    private String drawing() {
        String title = title();
        double room = sheet.width - 2 * MapSheet.MARGIN;
        sheet.y += 12;
        svg.text(MapSheet.MARGIN, sheet.y, "head", SvgText.line(title, room / HEAD));
        heading("Scenario", map.scenario(), room);
        heading("Goal", map.goal(), room);
        sheet.y += 10;
        new PlannedLanes(sheet).draw();
        new EmotionLane(sheet).draw();
        new MeasuredLanes(sheet).draw();
        String note = Stream.of(columns.note(), strangers())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        if (!note.isEmpty()) {
            sheet.y += 8;
            sheet.note(note, room);
        }
        return svg.render(
                sheet.width, sheet.y + MapSheet.MARGIN, title, describe() + (note.isEmpty() ? "" : " " + note));
    }

    private String title() {
        String persona = map.persona();
        return persona == null ? "Journey map" : "Journey map: " + SvgText.clean(persona);
    }

    private void heading(String name, @Nullable String text, double room) {
        if (text != null) {
            sheet.y += 19;
            svg.group(SvgText.clean(text));
            svg.text(MapSheet.MARGIN, sheet.y, "soft", SvgText.line(name + ": " + text, room / 14));
            svg.close();
        }
    }

    private String strangers() {
        List<String> known =
                map.touchpoints().stream().map(PlannedTouchpoint::activity).toList();
        var strange = new java.util.HashSet<>(sheet.activities.keySet());
        known.forEach(strange::remove);
        return strange.isEmpty()
                ? ""
                : (strange.size() == 1 ? "1 measured activity" : Wording.count(strange.size()) + " measured activities")
                        + " not on the map.";
    }

    private String describe() {
        String names = map.stages().stream()
                .limit(20)
                .map(stage -> SvgText.clean(stage.name(), 60) + " ("
                        + stage.touchpoints().size() + ")")
                .collect(Collectors.joining(", "));
        String pains = columns.all().stream()
                .filter(column -> column.touchpoint() != null
                        && !sheet.at(column).painPoints().isEmpty())
                .limit(10)
                .map(column -> SvgText.clean(requireNonNull(column.touchpoint()).activity(), 60) + ": "
                        + SvgText.clean(sheet.at(column).painPoints().get(0), 200))
                .collect(Collectors.joining("; "));
        return Wording.count(map.stages().size(), "stage") + " with their touchpoints: " + names + "."
                + (pains.isEmpty() ? "" : " Pain points: " + pains + ".");
    }
}
