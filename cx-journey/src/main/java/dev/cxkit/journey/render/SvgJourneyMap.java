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
 * A journey map as SVG, with lanes for the ways back, stages, touchpoints, channels, emotion (expected dashed, observed solid with its
 * interval), time, journeys, drop-off and pain points. Lanes of which nothing is known are left out. Back-stage touchpoints have a dashed
 * border, moments of truth a broad one and a star.
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
     * @param steps what was measured at each step, by its label; steps that are not on the map are counted in a note
     * @param stages what was measured in each stage, by its name; the drawing has no place for its emotion
     */
    public static String render(JourneyMap map, Map<String, MapMeasurement> steps, Map<String, MapMeasurement> stages) {
        return new SvgJourneyMap(new MapSheet(map, steps, stages)).drawing();
    }

    private String drawing() {
        String title = title();
        double room = sheet.width - 2 * MapSheet.MARGIN;
        sheet.y += 12;
        svg.text(
                MapSheet.MARGIN,
                sheet.y,
                "head",
                Label.lines(title, room / HEAD, 1).get(0));
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
        return svg.finish(
                sheet.width, sheet.y + MapSheet.MARGIN, title, describe() + (note.isEmpty() ? "" : " " + note));
    }

    private String title() {
        String persona = map.persona();
        return persona == null ? "Journey map" : "Journey map: " + Label.clean(persona);
    }

    private void heading(String name, @Nullable String text, double room) {
        if (text != null) {
            sheet.y += 19;
            svg.open("g").title(Label.clean(text));
            svg.text(
                    MapSheet.MARGIN,
                    sheet.y,
                    "soft",
                    Label.lines(name + ": " + text, room / 14, 1).get(0));
            svg.close("g");
        }
    }

    private String strangers() {
        List<String> known =
                map.touchpoints().stream().map(PlannedTouchpoint::activity).toList();
        var strange = new java.util.HashSet<>(sheet.activities.keySet());
        known.forEach(strange::remove);
        return strange.isEmpty() ? "" : Wording.count(strange.size(), "measured step") + " not on the map.";
    }

    private String describe() {
        String names = map.stages().stream()
                .limit(20)
                .map(stage -> Label.clean(stage.name(), 60) + " ("
                        + stage.touchpoints().size() + ")")
                .collect(Collectors.joining(", "));
        String pains = columns.all().stream()
                .filter(column -> column.touchpoint() != null
                        && !sheet.at(column).painPoints().isEmpty())
                .limit(10)
                .map(column -> Label.clean(requireNonNull(column.touchpoint()).activity(), 60) + ": "
                        + Label.clean(sheet.at(column).painPoints().get(0), 200))
                .collect(Collectors.joining("; "));
        return Wording.count(map.stages().size(), "stage") + " with their touchpoints: " + names + "."
                + (pains.isEmpty() ? "" : " Pain points: " + pains + ".");
    }
}
