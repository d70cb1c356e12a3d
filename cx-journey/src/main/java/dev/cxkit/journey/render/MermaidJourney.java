package dev.cxkit.journey.render;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.Owner;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.PlannedTouchpoint;
import dev.cxkit.journey.map.Stage;
import java.util.Map;

/**
 * A journey map as a user journey of Mermaid 11.
 *
 * <ul>
 *   <li>Each stage is a section and each touchpoint a task, done by the persona and the owner.
 *   <li>The score of a task is 3 plus the emotion, rounded to one digit: 1 (very bad)..5 (very good). Mermaid wants a score everywhere: where
 *       the emotion is unknown it is 3.
 *   <li>Names of more than 60 characters are shortened. Stages without touchpoints are not drawn, as Mermaid cannot draw them.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.journey.map.JourneyMap;
 * import dev.cxkit.journey.map.PlannedTouchpoint;
 * import dev.cxkit.journey.map.Stage;
 * import dev.cxkit.journey.render.MapMeasurement;
 * import dev.cxkit.journey.render.MermaidJourney;
 * import dev.cxkit.metrics.stats.Estimate;
 * import java.util.Map;
 * JourneyMap map = JourneyMap.builder().stage(Stage.of("buy", PlannedTouchpoint.of("order"), PlannedTouchpoint.of("pay"))).build();
 * MapMeasurement pay = MapMeasurement.NONE.withEmotion(Estimate.wald(-1.5, 0.2, 0.95, 40));
 * System.out.println(MermaidJourney.render(map, Map.of("pay", pay)).strip());
 * // -> journey
 * // ->   section buy
 * // ->     order: 3
 * // ->     pay: 1.5
 * }</pre>
 */
public final class MermaidJourney {

    private static final double NEUTRAL = 3;

    /** Mermaid reads 50,000 characters at most unless it is told otherwise. */
    private static final int MOST = 100;

    private MermaidJourney() {}

    /** Returns the text with the emotions that the map expects. */
    public static String render(JourneyMap map) {
        return render(map, Map.of());
    }

    /**
     * Returns the text with the emotions that were observed, and those that the map expects where none was. Of more than 100 touchpoints
     * the first 100 are there; a comment says so.
     *
     * @param observed what was measured at each activity, by its name
     */
    public static String render(JourneyMap map, Map<String, MapMeasurement> observed) {
        requireNonNull(observed, "observed");
        StringBuilder text = new StringBuilder("journey\n");
        String title = map.scenario() == null ? map.persona() : map.scenario();
        if (title != null) {
            text.append("  title ").append(MermaidText.of(title)).append('\n');
        }
        int left = map.touchpoints().size();
        int room = MOST;
        for (Stage stage : map.stages()) {
            if (stage.touchpoints().isEmpty() || room == 0) {
                continue;
            }
            text.append("  section ").append(MermaidText.of(stage.name())).append('\n');
            for (PlannedTouchpoint touchpoint : stage.touchpoints()
                    .subList(0, Math.min(room, stage.touchpoints().size()))) {
                task(text, map, touchpoint, observed.getOrDefault(touchpoint.activity(), MapMeasurement.NONE));
                room--;
                left--;
            }
        }
        if (left > 0) {
            text.append("  %% not shown: ")
                    .append(Wording.count(left, "touchpoint"))
                    .append('\n');
        }
        return text.toString();
    }

    private static void task(StringBuilder text, JourneyMap map, PlannedTouchpoint touchpoint, MapMeasurement seen) {
        Double expected = touchpoint.expectedEmotion();
        double emotion = seen.emotion() != null ? seen.emotion().value() : expected != null ? expected : 0;
        text.append("    ").append(MermaidText.of(touchpoint.activity())).append(": ");
        text.append(Wording.number(NEUTRAL + emotion, 1));
        String persona = map.persona();
        Owner owner = touchpoint.owner();
        if (persona != null || owner != null) {
            text.append(": ");
            text.append(persona == null ? "" : actor(persona));
            text.append(persona == null || owner == null ? "" : ", ");
            text.append(owner == null ? "" : actor(owner.team()));
        }
        text.append('\n');
    }

    /** A comma would make two of one. */
    private static String actor(String name) {
        return MermaidText.of(name).replace(",", "#44;");
    }
}
