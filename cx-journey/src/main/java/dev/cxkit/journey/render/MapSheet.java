package dev.cxkit.journey.render;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.PlannedTouchpoint;
import dev.cxkit.journey.map.Stage;
import dev.cxkit.journey.render.MapColumns.Column;
import dev.cxkit.journey.render.MapColumns.Span;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;

/** What is drawn on, lane below lane: how far down it has come, where the columns are, and what was measured in them. */
final class MapSheet {

    static final double COLUMN = 140;
    static final double LANE = 104;
    static final double MARGIN = 16;
    static final double LINE = 15;
    static final double SMALL = 11;
    private static final double ROOM = (COLUMN - 16) / SMALL;

    final JourneyMap map;
    final Map<String, MapMeasurement> activities;
    final Map<String, MapMeasurement> stages;
    final MapColumns columns;
    final double width;
    final Svg svg = new Svg();

    /** How far down the drawing has come. */
    double y = MARGIN;

    MapSheet(JourneyMap map, Map<String, MapMeasurement> activities, Map<String, MapMeasurement> stages) {
        this.map = requireNonNull(map, "map");
        this.activities = requireNonNull(activities, "activities");
        this.stages = requireNonNull(stages, "stages");
        columns = new MapColumns(map);
        width = Math.max(420, LANE + columns.size() * COLUMN) + 2 * MARGIN;
    }

    void note(String note, double room) {
        for (String line : SvgText.lines(note, room / SMALL, 3)) {
            y += LINE;
            svg.text(MARGIN, y, "small soft", line);
        }
    }

    double left(int column) {
        return MARGIN + LANE + column * COLUMN;
    }

    /** Begins a lane: a line across, and its name in the margin. */
    void begin(String name) {
        y += 8;
        svg.path("rule", "M", MARGIN, " ", y, "H", width - MARGIN);
        List<String> lines = SvgText.lines(name, (LANE - 8) / SMALL, 3);
        for (int i = 0; i < lines.size(); i++) {
            svg.text(MARGIN, y + 20 + i * 14, "small strong", lines.get(i));
        }
        y += 8;
    }

    /** Writes a text in a column and returns how high it is. */
    double lines(double x, String classes, String text, int most) {
        List<String> lines = SvgText.lines(text, ROOM, most);
        svg.group(SvgText.clean(text));
        for (int i = 0; i < lines.size(); i++) {
            svg.text(x + 8, y + 13 + i * LINE, classes, lines.get(i));
        }
        svg.close();
        return 5 + lines.size() * LINE;
    }

    /** Draws in each column, and goes down by what is highest. */
    void eachColumn(IntToDoubleFunction draw) {
        double most = 0;
        for (int i = 0; i < columns.size(); i++) {
            most = Math.max(most, draw.applyAsDouble(i));
        }
        y += most;
    }

    /** Draws in the columns of each stage, and goes down by what is highest. */
    void eachStage(ToDoubleBiFunction<Stage, Span> draw) {
        double most = 0;
        for (Stage stage : map.stages()) {
            Span span = columns.of(stage.name());
            most = Math.max(most, span == null ? 0 : draw.applyAsDouble(stage, span));
        }
        y += most;
    }

    MapMeasurement at(Stage stage) {
        return stages.getOrDefault(stage.name(), MapMeasurement.NONE);
    }

    MapMeasurement at(int column) {
        return at(columns.all().get(column));
    }

    MapMeasurement at(Column column) {
        PlannedTouchpoint touchpoint = column.touchpoint();
        return touchpoint == null
                ? MapMeasurement.NONE
                : activities.getOrDefault(touchpoint.activity(), MapMeasurement.NONE);
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
