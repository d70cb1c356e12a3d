package dev.cxkit.journey.map;

import dev.cxkit.journey.map.MapChange.Element;
import dev.cxkit.journey.map.MapChange.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the changes from one map to another. */
final class MapChangeFinder {

    private record Placed(PlannedTouchpoint touchpoint, String stage) {}

    private final List<MapChange> changes = new ArrayList<>();

    private MapChangeFinder() {}

    static List<MapChange> of(JourneyMap before, JourneyMap after) {
        MapChangeFinder finder = new MapChangeFinder();
        finder.field(Element.MAP, "map", "persona", before.persona(), after.persona());
        finder.field(Element.MAP, "map", "scenario", before.scenario(), after.scenario());
        finder.field(Element.MAP, "map", "goal", before.goal(), after.goal());
        finder.list(Element.STAGE, names(before), names(after));
        for (Stage stage : before.stages()) {
            after.stage(stage.name()).ifPresent(other -> finder.stage(stage, other));
        }
        finder.touchpoints(placed(before), placed(after));
        finder.list(Element.LOOP, texts(before.loops()), texts(after.loops()));
        return List.copyOf(finder.changes);
    }

    private void stage(Stage before, Stage after) {
        field(Element.STAGE, before.name(), "goal", before.goal(), after.goal());
        field(Element.STAGE, before.name(), "limit", before.limit(), after.limit());
        // Without groups the places and cardinalities of the touchpoints say it all.
        if (hasGroup(before) || hasGroup(after)) {
            field(Element.STAGE, before.name(), "flow", before.flow(), after.flow());
        }
        List<String> left = activities(before);
        List<String> right = activities(after);
        left.retainAll(new HashSet<>(right));
        right.retainAll(new HashSet<>(left));
        moved(Element.TOUCHPOINT, left, right, activities(before), activities(after));
    }

    private void touchpoints(Map<String, Placed> before, Map<String, Placed> after) {
        before.forEach((activity, old) -> {
            Placed now = after.get(activity);
            if (now == null) {
                changes.add(new MapChange(Kind.REMOVED, Element.TOUCHPOINT, activity, "stage", old.stage, null));
                return;
            }
            if (!now.stage.equals(old.stage)) {
                changes.add(new MapChange(Kind.MOVED, Element.TOUCHPOINT, activity, "stage", old.stage, now.stage));
            }
            Map<String, @Nullable Object> fields = now.touchpoint.fields();
            old.touchpoint
                    .fields()
                    .forEach((name, value) -> field(Element.TOUCHPOINT, activity, name, value, fields.get(name)));
        });
        after.forEach((activity, now) -> {
            if (!before.containsKey(activity)) {
                changes.add(new MapChange(Kind.ADDED, Element.TOUCHPOINT, activity, "stage", null, now.stage));
            }
        });
    }

    private void list(Element element, List<String> before, List<String> after) {
        List<String> left = new ArrayList<>(before);
        left.retainAll(new HashSet<>(after));
        List<String> right = new ArrayList<>(after);
        right.retainAll(new HashSet<>(before));
        before.stream()
                .filter(name -> !left.contains(name))
                .forEach(name -> changes.add(new MapChange(Kind.REMOVED, element, name, null, null, null)));
        after.stream()
                .filter(name -> !right.contains(name))
                .forEach(name -> changes.add(new MapChange(Kind.ADDED, element, name, null, null, null)));
        moved(element, left, right, before, after);
    }

    /** What does not belong to the longest part that kept its order has moved. */
    private void moved(
            Element element, List<String> left, List<String> right, List<String> before, List<String> after) {
        Set<String> kept = longestKept(left, right);
        for (String name : left) {
            if (!kept.contains(name)) {
                String from = Integer.toString(before.indexOf(name) + 1);
                String to = Integer.toString(after.indexOf(name) + 1);
                changes.add(new MapChange(Kind.MOVED, element, name, "position", from, to));
            }
        }
    }

    private static Set<String> longestKept(List<String> left, List<String> right) {
        int size = left.size();
        int[][] length = new int[size + 1][size + 1];
        for (int i = size - 1; i >= 0; i--) {
            for (int j = size - 1; j >= 0; j--) {
                length[i][j] = left.get(i).equals(right.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        Set<String> kept = new HashSet<>();
        int i = 0;
        int j = 0;
        while (i < size && j < size) {
            if (left.get(i).equals(right.get(j))) {
                kept.add(left.get(i));
                i++;
                j++;
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return kept;
    }

    private void field(Element element, String name, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new MapChange(Kind.CHANGED, element, name, field, text(before), text(after)));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static boolean hasGroup(Stage stage) {
        return stage.parts().stream().anyMatch(Group.class::isInstance);
    }

    private static List<String> names(JourneyMap map) {
        return map.stages().stream().map(Stage::name).toList();
    }

    private static List<String> texts(List<Loop> loops) {
        return loops.stream().map(Loop::toString).toList();
    }

    private static List<String> activities(Stage stage) {
        List<String> activities = new ArrayList<>();
        stage.touchpoints().forEach(touchpoint -> activities.add(touchpoint.activity()));
        return activities;
    }

    private static Map<String, Placed> placed(JourneyMap map) {
        Map<String, Placed> placed = new LinkedHashMap<>();
        for (Stage stage : map.stages()) {
            stage.touchpoints()
                    .forEach(touchpoint -> placed.put(touchpoint.activity(), new Placed(touchpoint, stage.name())));
        }
        return placed;
    }
}
