package dev.cxkit.examples.report.journeys;

import dev.cxkit.journey.Durations;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.render.MapMeasurement;
import dev.cxkit.journey.render.SvgJourneyMap;
import dev.cxkit.journey.stages.StageTimes;
import dev.cxkit.journey.stages.Stages;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The map as it was designed, with what was measured: where journeys come, where they end, and how long it takes until the next activity. */
final class MapPicture {

    private MapPicture() {}

    /** Returns the drawing. */
    static String draw(JourneyMap map, JourneyFigures figures, List<Journey> journeys, TimeBetween timeBetween) {
        Map<String, Durations> times = times(journeys, timeBetween);
        Map<String, MapMeasurement> activities = new HashMap<>();
        figures.graph().activities().forEach((name, activity) -> {
            Durations time = times.get(name);
            activities.put(
                    name,
                    measured(
                            activity.journeys(),
                            activity.ends(),
                            time == null ? Durations.metric().over(List.of()) : time));
        });
        Map<String, MapMeasurement> stages = new HashMap<>();
        StageTimes.metric(Stages.of(map))
                .over(journeys)
                .stages()
                .forEach(stage -> stages.put(stage.name(), measured(stage.journeys(), stage.last(), stage.times())));
        return SvgJourneyMap.render(map, activities, stages);
    }

    private static MapMeasurement measured(long journeys, long ends, Durations times) {
        MapMeasurement seen = MapMeasurement.of(journeys);
        if (journeys > 0) {
            seen = seen.withDropOff(Proportion.of(ends, journeys));
        }
        return times.median().isPresent()
                ? seen.withTime(
                        Duration.ofMillis(Math.round(1000 * times.median().getAsDouble())))
                : seen;
    }

    private static Map<String, Durations> times(List<Journey> journeys, TimeBetween timeBetween) {
        Map<String, Accumulator<Long, Durations>> byActivity = new HashMap<>();
        for (Journey journey : journeys) {
            for (int i = 1; i < journey.size(); i++) {
                byActivity
                        .computeIfAbsent(
                                journey.activity(i - 1),
                                activity -> Durations.metric().start())
                        .add(timeBetween.millis(journey, i - 1, i));
            }
        }
        Map<String, Durations> times = new HashMap<>();
        byActivity.forEach((activity, each) -> times.put(activity, each.result()));
        return times;
    }
}
