package dev.cxkit.journey.map;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks for all that is wrong with a map. */
final class Faults {

    private static final int FEW = 6;
    private static final double MOST_EMOTION = 2;
    private static final int MOST_IMPORTANCE = 5;

    private final List<String> found = new ArrayList<>();

    /** The number of each stage, by its name. */
    private final Map<String, Integer> stages = new HashMap<>();

    private final Map<String, String> stageOfActivity = new HashMap<>();

    private Faults() {}

    static List<String> of(List<Stage> stages, List<Loop> loops) {
        Faults faults = new Faults();
        faults.add(stages.isEmpty(), "there is no stage");
        for (int i = 0; i < stages.size(); i++) {
            faults.stage(i, stages.get(i));
        }
        stages.stream().flatMap(stage -> stage.touchpoints().stream()).forEach(faults::gate);
        Set<Loop> seen = new HashSet<>();
        for (Loop loop : loops) {
            faults.loop(loop);
            faults.add(!seen.add(loop), "loop " + loop + " is there twice");
        }
        return List.copyOf(faults.found);
    }

    private void stage(int index, Stage stage) {
        String where = "stage " + stage.name();
        if (stage.name().isBlank()) {
            where = "stage " + (index + 1);
            found.add("name of " + where + " is blank");
        } else {
            add(stages.putIfAbsent(stage.name(), index) != null, where + " is there twice");
        }
        positive("limit", where, stage.limit());
        for (Part part : stage.parts()) {
            part(where, part);
        }
    }

    private void part(String where, Part part) {
        if (part instanceof PlannedTouchpoint touchpoint) {
            touchpoint(where, touchpoint);
            return;
        }
        Group group = (Group) part;
        int size = group.parts().size();
        int least = group.order() == Group.Order.SEQUENCE ? 1 : 2;
        boolean tooMany = group.order() == Group.Order.ANY_ORDER && size > FEW;
        if (size < least || tooMany) {
            found.add("a group of kind " + group.order() + " in " + where + " has " + size + " parts; allowed are "
                    + (group.order() == Group.Order.ANY_ORDER ? least + ".." + FEW : "at least " + least));
        }
        group.parts().forEach(inner -> part(where, inner));
    }

    private void touchpoint(String where, PlannedTouchpoint touchpoint) {
        String activity = touchpoint.activity();
        if (activity.isBlank()) {
            found.add("activity of a touchpoint in " + where + " is blank");
        } else {
            String other = stageOfActivity.putIfAbsent(activity, where);
            if (other != null) {
                found.add("activity " + activity + " is there twice, in " + other + " and " + where
                        + "; give one of them another name");
            }
        }
        String name = "touchpoint " + activity;
        Double emotion = touchpoint.expectedEmotion();
        // Written so that NaN is a fault.
        if (emotion != null && !(Math.abs(emotion) <= MOST_EMOTION)) {
            found.add("expected emotion " + emotion + " of " + name + " is outside -2..+2");
        }
        Integer importance = touchpoint.importance();
        if (importance != null && (importance < 1 || importance > MOST_IMPORTANCE)) {
            found.add("importance " + importance + " of " + name + " is outside 1.." + MOST_IMPORTANCE);
        }
        if (Set.copyOf(touchpoint.channels()).size() < touchpoint.channels().size()) {
            found.add("channels of " + name + " hold one twice: "
                    + touchpoint.channels().stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        add(touchpoint.stakeholders().stream().anyMatch(String::isBlank), "a stakeholder of " + name + " is blank");
    }

    private void gate(PlannedTouchpoint touchpoint) {
        Gate gate = touchpoint.gate();
        if (gate == null) {
            return;
        }
        String where = "gate of touchpoint " + touchpoint.activity();
        add(gate.condition() == null && gate.within() == null, where + " has neither a condition nor a time limit");
        positive("time limit", where, gate.within());
        String after = gate.after();
        if (after == null) {
            return;
        }
        add(gate.within() == null, where + " names activity " + after + " but no time limit");
        if (!stageOfActivity.containsKey(after) || after.equals(touchpoint.activity())) {
            found.add(where + " runs from activity " + after + ", which is not another activity of the map");
        }
    }

    private void loop(Loop loop) {
        String where = "loop " + loop;
        add(loop.name().isBlank(), "name of " + where + " is blank");
        Integer from = stages.get(loop.from());
        Integer to = stages.get(loop.to());
        add(from == null, where + " leaves from an unknown stage");
        add(to == null, where + " leads to an unknown stage");
        if (from != null && to != null && to > from) {
            found.add(where + " leads forward; allowed are the same stage and earlier ones");
        }
    }

    private void add(boolean fault, String what) {
        if (fault) {
            found.add(what);
        }
    }

    private void positive(String what, String where, @Nullable Duration duration) {
        if (duration != null && (duration.isNegative() || duration.isZero())) {
            found.add(what + " " + duration + " of " + where + " is not above 0");
        }
    }
}
