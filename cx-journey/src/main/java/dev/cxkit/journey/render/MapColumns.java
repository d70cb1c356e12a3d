package dev.cxkit.journey.render;

import dev.cxkit.journey.map.Group;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.Part;
import dev.cxkit.journey.map.PlannedTouchpoint;
import dev.cxkit.journey.map.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a drawn map: one for each touchpoint, and one for a stage without any. */
final class MapColumns {

    /** More would be a picture that nobody can use and few browsers show. */
    static final int MOST = 200;

    /** One column; no touchpoint in the column of an empty stage. */
    record Column(Stage stage, @Nullable PlannedTouchpoint touchpoint) {}

    /** Several columns side by side. */
    record Span(int first, int end) {}

    /** A group of a stage over its columns. */
    record Bracket(Span span, Group group) {}

    private final List<Column> columns = new ArrayList<>();
    private final Map<String, Span> stages = new HashMap<>();
    private final List<Bracket> brackets = new ArrayList<>();
    private final int touchpoints;
    private int left;

    MapColumns(JourneyMap map) {
        int all = 0;
        for (Stage stage : map.stages()) {
            int first = columns.size();
            for (Part part : stage.parts()) {
                int begin = columns.size();
                List<PlannedTouchpoint> inside = part.touchpoints();
                all += inside.size();
                inside.stream()
                        .limit(Math.max(0, MOST - begin))
                        .forEach(touchpoint -> columns.add(new Column(stage, touchpoint)));
                left += inside.size() - (columns.size() - begin);
                if (part instanceof Group group && columns.size() > begin) {
                    brackets.add(new Bracket(new Span(begin, columns.size()), group));
                }
            }
            if (stage.touchpoints().isEmpty() && columns.size() < MOST) {
                columns.add(new Column(stage, null));
            }
            if (columns.size() > first) {
                stages.put(stage.name(), new Span(first, columns.size()));
            }
        }
        touchpoints = all;
    }

    List<Column> all() {
        return columns;
    }

    int size() {
        return columns.size();
    }

    List<Bracket> brackets() {
        return brackets;
    }

    /** Returns the columns of the stage; null if it has no room. */
    @Nullable
    Span of(String stage) {
        return stages.get(stage);
    }

    /** Says which touchpoints have no room; empty if all have. */
    String note() {
        return left == 0
                ? ""
                : "The first " + Wording.count(touchpoints - left) + " of " + Wording.count(touchpoints, "touchpoint")
                        + " are shown.";
    }
}
