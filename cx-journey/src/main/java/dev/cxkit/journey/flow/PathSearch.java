package dev.cxkit.journey.flow;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the {@index path paths} of journeys after an activity, before it, or from it to another, and counts each distinct one: a path is the
 * activity, which is its anchor, with at most so many steps behind or before it. A configuration that is the metric; the answer is {@link Paths}.
 *
 * <ul>
 *   <li>Counted: one path for each anchor, by default the first occurrence of the activity in a journey.
 *   <li>A path that is shorter than was asked for, because the journey ends or starts, counts apart from the same activities in the middle
 *       of a journey; see {@link Paths.Mark}.
 *   <li>An anchor from which no path leads is the {@index "drop-off"}.
 * </ul>
 *
 * <p>Memory grows with the activities of all different paths, 4 bytes each.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.Journey;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.flow.PathSearch;
 * import dev.cxkit.journey.flow.Paths;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 * List<Journey> journeys = JourneyAssembler.byCustomer()
 *         .assemble(Stream.of("ann visit 0", "ann basket 5", "ann order 9",
 *                         "bob visit 1", "bob visit 3", "bob basket 4")
 *                 .map(row -> row.split(" "))
 *                 .map(row -> Interaction.builder(String.join("-", row), TouchpointType.of(row[1]))
 *                         .customer(CustomerId.of(row[0])).channel(Channel.WEB)
 *                         .occurredAt(Instant.EPOCH.plusSeconds(60 * Long.parseLong(row[2]))).build())
 *                 .toList());
 * Paths paths = PathSearch.after("visit", 2).withTop(10).over(journeys);
 * for (Paths.Path path : paths.top()) {
 *     System.out.println(path.activities() + " " + path.count() + " of " + paths.anchors());
 * }
 * // -> [visit, basket, order] 1 of 2
 * // -> [visit, visit, basket] 1 of 2
 * }</pre>
 */
public final class PathSearch implements Metric<Journey, Paths> {

    /** The most steps from the anchor. */
    public static final int MOST_STEPS = 100;

    private static final int DEFAULT_TOP = 10;

    private final Paths.Mark mark;
    private final String activity;
    private final @Nullable String target;
    private final int length;
    private final Anchor anchor;
    private final boolean isCollapsed;
    final int most;

    private PathSearch(
            Paths.Mark mark,
            String activity,
            @Nullable String target,
            int length,
            Anchor anchor,
            boolean isCollapsed,
            int most) {
        this.mark = mark;
        this.activity = requireNonNull(activity, "activity");
        this.target = target;
        this.length = length;
        this.anchor = requireNonNull(anchor, "anchor");
        this.isCollapsed = isCollapsed;
        this.most = most;
        if (length < 1 || length > MOST_STEPS) {
            throw new IllegalArgumentException("length " + length + " of path is outside 1.." + MOST_STEPS);
        }
        Require.that(most >= 0, () -> "most " + most + " is negative");
    }

    /**
     * Returns the search for the paths after the first touchpoint of an activity.
     *
     * @param length how many steps after it
     * @throws IllegalArgumentException if the length is outside 1..{@value #MOST_STEPS}
     */
    public static PathSearch after(String activity, int length) {
        return new PathSearch(Paths.Mark.END, activity, null, length, Anchor.FIRST, false, DEFAULT_TOP);
    }

    /** Returns the same of the activity that is named like the type. */
    public static PathSearch after(TouchpointType type, int length) {
        return after(type.name(), length);
    }

    /**
     * Returns the search for the paths before the first touchpoint of an activity.
     *
     * @param length how many steps before it
     * @throws IllegalArgumentException if the length is outside 1..{@value #MOST_STEPS}
     */
    public static PathSearch before(String activity, int length) {
        return new PathSearch(Paths.Mark.START, activity, null, length, Anchor.FIRST, false, DEFAULT_TOP);
    }

    /** Returns the same of the activity that is named like the type. */
    public static PathSearch before(TouchpointType type, int length) {
        return before(type.name(), length);
    }

    /**
     * Returns the search for the paths from the first touchpoint of an activity to the first later one of another.
     *
     * @param length how many steps after the first the other may come at most
     * @throws IllegalArgumentException if the length is outside 1..{@value #MOST_STEPS}
     */
    public static PathSearch between(String activity, String target, int length) {
        return new PathSearch(
                Paths.Mark.NONE, activity, requireNonNull(target, "target"), length, Anchor.FIRST, false, DEFAULT_TOP);
    }

    /** Returns the same of the activities that are named like the types. */
    public static PathSearch between(TouchpointType type, TouchpointType target, int length) {
        return between(type.name(), target.name(), length);
    }

    /** Returns the same search from other occurrences of the activity; without this call from the first of a journey. */
    public PathSearch withAnchor(Anchor anchor) {
        return new PathSearch(mark, activity, target, length, anchor, isCollapsed, most);
    }

    /** Returns the same search, in which a run of touchpoints of one activity counts as one touchpoint. */
    public PathSearch withoutSelfLoops() {
        return new PathSearch(mark, activity, target, length, anchor, true, most);
    }

    /**
     * Returns the same search with more or fewer paths listed in the answer; all are counted.
     *
     * @throws IllegalArgumentException if {@code most} is negative
     */
    public PathSearch withTop(int most) {
        return new PathSearch(mark, activity, target, length, anchor, isCollapsed, most);
    }

    /** Returns the paths of one journey, each counted once, in the order of their anchors; those that drop off are not among them. */
    public List<Paths.Path> paths(Journey journey) {
        List<Paths.Path> paths = new ArrayList<>();
        search(journey, (codes, from, to, shorter) -> {
            if (to > from) {
                List<String> activities = new ArrayList<>();
                for (int i = from; i < to; i++) {
                    activities.add(journey.activityIndex().name(codes[i]));
                }
                paths.add(new Paths.Path(activities, shorter ? mark : Paths.Mark.NONE, 1));
            }
        });
        return paths;
    }

    /** Takes what is found at an anchor. */
    interface PathConsumer {

        /** Takes the path of these activities, from one place up to another, which is no part of it; an empty one where it drops off. */
        void take(int[] codes, int from, int to, boolean shorter);
    }

    /** Hands on what is found in the journey, and returns at how many anchors. */
    int search(Journey journey, PathConsumer finding) {
        int code = journey.activityIndex().code(activity);
        if (code < 0) {
            return 0;
        }
        int[] codes = new int[journey.size()];
        int size = 0;
        for (int i = 0; i < codes.length; i++) {
            int next = journey.activityCode(i);
            if (!isCollapsed || size == 0 || codes[size - 1] != next) {
                codes[size++] = next;
            }
        }
        int anchors = 0;
        int toTarget = target == null ? -1 : journey.activityIndex().code(target);
        boolean isBackward = anchor == Anchor.LAST;
        for (int i = 0; i < size && (anchors == 0 || anchor == Anchor.EVERY); i++) {
            int place = isBackward ? size - 1 - i : i;
            if (codes[place] == code) {
                anchors++;
                take(codes, size, place, toTarget, finding);
            }
        }
        return anchors;
    }

    private void take(int[] codes, int size, int place, int toTarget, PathConsumer finding) {
        int from = place;
        int to = place + 1;
        switch (mark) {
            case START -> from = Math.max(0, place - length);
            case END -> to = Math.min(size, place + length + 1);
            case NONE -> {
                while (to < size && to < place + length && codes[to] != toTarget) {
                    to++;
                }
                to = to < size && codes[to] == toTarget ? to + 1 : place + 1;
            }
        }
        int steps = to - from - 1;
        finding.take(codes, from, steps == 0 ? from : to, mark != Paths.Mark.NONE && steps < length);
    }

    @Override
    public String definition() {
        return Definition.of("paths", mark, activity, target, length, anchor, isCollapsed ? "collapsed" : "whole");
    }

    @Override
    public Accumulator<Journey, Paths> start() {
        return new PathCounts(this, mark);
    }

    @Override
    public String toString() {
        return definition();
    }
}
