package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.PlannedTouchpoint;
import dev.cxkit.journey.map.Stage;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.stats.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Coverage of a journey map: how many touchpoints each source (by default the channel) has in each stage, and the stages and channels
 * without any. A stage without touchpoints is more often one that is not measured than one that does not happen.
 *
 * <ul>
 *   <li>Counted are touchpoints whose activity is on the map; others are in {@code offMap}.
 *   <li>A channel is planned for a stage if the map has a touchpoint in it with that channel.
 * </ul>
 *
 * <p>Edge case: without journeys there are cells only for planned channels.
 *
 * @param cells every stage with every source that is planned or was observed anywhere, by stage in the order of the map, then by source
 * @param unseen the activities of the map without a touchpoint, in the order of the map
 * @param offMap how many touchpoints have an activity that is not on the map
 */
public record StageCoverage(List<Cell> cells, List<String> unseen, long offMap) implements Result {

    /**
     * One source in one stage.
     *
     * @param stage the stage
     * @param source the channel or other source
     * @param touchpoints how many touchpoints were observed, at least 0
     * @param planned whether a touchpoint of the stage is planned for this channel
     */
    public record Cell(String stage, String source, long touchpoints, boolean planned) implements Result {

        public Cell {
            requireNonNull(stage, "stage");
            requireNonNull(source, "source");
        }

        /** Returns {@code stage}, {@code source}, {@code touchpoints} and {@code planned}. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("stage", stage)
                    .with("source", source)
                    .with("touchpoints", touchpoints)
                    .with("planned", planned)
                    .map();
        }
    }

    private record Seen(String activity, String source) {}

    public StageCoverage {
        cells = List.copyOf(cells);
        unseen = List.copyOf(unseen);
    }

    /** Returns the metric by channel. Memory grows with the activities of the map times the channels, of which 10,000 are allowed. */
    public static Metric<Journey, StageCoverage> metric(JourneyMap map) {
        return metric(map, "channel", touchpoint -> touchpoint.channel().name(), true);
    }

    /**
     * Returns the metric by another source, such as the system that reported the touchpoint; nothing is planned then. Memory grows with the
     * activities of the map times the sources, of which 10,000 are allowed.
     *
     * @param name the name of the kind of source, by which it is told from others
     * @param source the source of a touchpoint, never null
     */
    public static Metric<Journey, StageCoverage> metric(
            JourneyMap map, String name, Fn<? super Touchpoint, String> source) {
        return metric(map, "source " + name, source, false);
    }

    private static Metric<Journey, StageCoverage> metric(
            JourneyMap map, String name, Fn<? super Touchpoint, String> source, boolean byChannel) {
        requireNonNull(source, "source");
        Map<String, String> stageOf = map.stagesOfActivities();
        Metric<Seen, Moments> count = Moments.metricOfLongs().on(seen -> 1L);
        Metric<Seen, Segments<String, Segments<String, Moments>>> onMap =
                count.by(Seen::source).by(Seen::activity).where(seen -> stageOf.containsKey(seen.activity()));
        Metric<Seen, Moments> offMap = count.where(seen -> !stageOf.containsKey(seen.activity()));
        return Metric.both(onMap, offMap, (seen, off) -> of(map, seen, byChannel, off.n()))
                .onEach((Journey journey) -> seen(journey, source))
                .named(Definition.of("stage coverage", stageOf, name));
    }

    private static List<Seen> seen(Journey journey, Fn<? super Touchpoint, String> source) {
        List<Seen> seen = new ArrayList<>(journey.size());
        for (int i = 0; i < journey.size(); i++) {
            seen.add(new Seen(journey.activity(i), requireNonNull(source.apply(journey.touchpoint(i)), "source")));
        }
        return seen;
    }

    private static StageCoverage of(
            JourneyMap map, Segments<String, Segments<String, Moments>> seen, boolean byChannel, long offMap) {
        Set<String> sources = new TreeSet<>(seen.total().each().keySet());
        if (byChannel) {
            map.stages().forEach(stage -> sources.addAll(planned(stage)));
        }
        List<Cell> cells = new ArrayList<>();
        for (Stage stage : map.stages()) {
            Set<String> planned = byChannel ? planned(stage) : Set.of();
            for (String source : sources) {
                long touchpoints = stage.touchpoints().stream()
                        .mapToLong(touchpoint -> seen.get(touchpoint.activity())
                                .flatMap(bySource -> bySource.get(source))
                                .map(Moments::n)
                                .orElse(0L))
                        .reduce(0, Math::addExact);
                cells.add(new Cell(stage.name(), source, touchpoints, planned.contains(source)));
            }
        }
        List<String> unseen = map.touchpoints().stream()
                .map(PlannedTouchpoint::activity)
                .filter(activity -> seen.get(activity).isEmpty())
                .toList();
        return new StageCoverage(cells, unseen, offMap);
    }

    private static Set<String> planned(Stage stage) {
        Set<String> planned = new TreeSet<>();
        stage.touchpoints()
                .forEach(touchpoint -> touchpoint.channels().forEach(channel -> planned.add(channel.name())));
        return planned;
    }

    /** Returns the stages and sources without a touchpoint. */
    public List<Cell> gaps() {
        return cells.stream().filter(cell -> cell.touchpoints() == 0).toList();
    }

    /** Returns the stages and channels without a touchpoint although the map plans them. */
    public List<Cell> plannedGaps() {
        return gaps().stream().filter(Cell::planned).toList();
    }

    /** Returns {@code cells}, {@code unseen} and {@code offMap}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("cells", cells)
                .with("unseen", unseen)
                .with("offMap", offMap)
                .map();
    }
}
