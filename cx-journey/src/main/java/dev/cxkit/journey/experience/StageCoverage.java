package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

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
 * Which sources speak of which stages of a map, and where nothing is heard: a stage without touchpoints is more often one that is not
 * measured than one that does not happen.
 *
 * @param cells every stage with every source that is planned or was seen anywhere, by stage in the order of the map, then by source
 * @param unseen the steps of the map of which no touchpoint was seen, in the order of the map
 * @param offMap how many touchpoints have a step that is not on the map
 */
public record StageCoverage(List<Cell> cells, List<String> unseen, long offMap) {

    /**
     * One source in one stage.
     *
     * @param stage the stage
     * @param source the channel or other source
     * @param touchpoints how many were seen, at least 0
     * @param planned whether a touchpoint of the stage is planned for this channel
     */
    public record Cell(String stage, String source, long touchpoints, boolean planned) {

        /** Checks the names. */
        public Cell {
            requireNonNull(stage, "stage");
            requireNonNull(source, "source");
        }
    }

    private record Seen(String activity, String source) {}

    /** Copies the lists. */
    public StageCoverage {
        cells = List.copyOf(cells);
        unseen = List.copyOf(unseen);
    }

    /** Returns the metric by channel. Memory grows with the steps of the map times the channels, of which 10,000 are allowed. */
    public static Metric<Journey, StageCoverage> metric(JourneyMap map) {
        return metric(map, touchpoint -> touchpoint.channel().name(), true);
    }

    /**
     * Returns the metric by another source, such as the system that reported the touchpoint; nothing is planned then. Memory grows with
     * the steps of the map times the sources, of which 10,000 are allowed.
     *
     * @param source the source of a touchpoint, never null
     */
    public static Metric<Journey, StageCoverage> metric(JourneyMap map, Fn<? super Touchpoint, String> source) {
        return metric(map, source, false);
    }

    private static Metric<Journey, StageCoverage> metric(
            JourneyMap map, Fn<? super Touchpoint, String> source, boolean byChannel) {
        requireNonNull(source, "source");
        Map<String, String> stageOf = map.stagesOfActivities();
        Metric<Seen, Moments> count = Moments.metricOfLongs().on(seen -> 1L);
        Metric<Seen, Segments<String, Segments<String, Moments>>> onMap =
                count.by(Seen::source).by(Seen::activity).where(seen -> stageOf.containsKey(seen.activity()));
        Metric<Seen, Moments> offMap = count.where(seen -> !stageOf.containsKey(seen.activity()));
        return Metric.both(onMap, offMap, (seen, off) -> of(map, seen, byChannel, off.n()))
                .onEach((Journey journey) -> seen(journey, source))
                .named(Definition.of("stage coverage", stageOf, byChannel));
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
                        .mapToLong(step -> seen.get(step.activity())
                                .flatMap(of -> of.get(source))
                                .map(Moments::n)
                                .orElse(0L))
                        .sum();
                cells.add(new Cell(stage.name(), source, touchpoints, planned.contains(source)));
            }
        }
        List<String> unseen = map.touchpoints().stream()
                .map(PlannedTouchpoint::activity)
                .filter(step -> seen.get(step).isEmpty())
                .toList();
        return new StageCoverage(cells, unseen, offMap);
    }

    private static Set<String> planned(Stage stage) {
        Set<String> planned = new TreeSet<>();
        stage.touchpoints().forEach(step -> step.channels().forEach(channel -> planned.add(channel.name())));
        return planned;
    }

    /** Returns the stages and sources of which nothing was seen. */
    public List<Cell> gaps() {
        return cells.stream().filter(cell -> cell.touchpoints() == 0).toList();
    }

    /** Returns the stages and channels of which nothing was seen although the map plans them. */
    public List<Cell> plannedGaps() {
        return gaps().stream().filter(Cell::planned).toList();
    }
}
