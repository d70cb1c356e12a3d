package dev.cxkit.journey.flow;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.stats.Proportion;
import java.util.List;
import java.util.Map;

/**
 * The distinct paths of journeys after an activity, before it, or from it to another, with their frequencies: the answer of a
 * {@link PathSearch}.
 *
 * <ul>
 *   <li>What is listed, the {@link #rest} and the {@linkplain #dropOff drop-off} add up to the anchors, so that no path is lost.
 *   <li>Without anchors nothing is listed and every share has the total 0.
 * </ul>
 *
 * @param journeys how many journeys there are
 * @param anchored how many of them have an anchor
 * @param anchors from how many touchpoints paths start, or at how many they end if they lead to the activity
 * @param dropOff from how many of these there is no path: the journey ends, or starts, with the anchor, or the other activity does not
 *     come in time
 * @param distinct how many distinct paths there are
 * @param top the most frequent, those of one frequency in the order of their activities
 */
public record Paths(long journeys, long anchored, long anchors, long dropOff, long distinct, List<Path> top)
        implements Result {

    /** Where a path is shorter than was asked for. It is no activity, so one of the same name is told apart. */
    public enum Mark {
        /** It is not shorter. */
        NONE,
        /** The journey starts with the path. */
        START,
        /** The journey ends with the path. */
        END
    }

    /**
     * A path.
     *
     * @param activities the activities in order, with the anchor
     * @param mark where it is shorter than was asked for
     * @param count how often it was taken
     */
    public record Path(List<String> activities, Mark mark, long count) implements Result {

        /** Copies the list. */
        public Path {
            activities = List.copyOf(activities);
            requireNonNull(mark, "mark");
        }

        /** Returns {@code activities}, {@code mark} and {@code count}. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("activities", activities)
                    .with("mark", mark)
                    .with("count", count)
                    .map();
        }
    }

    /** Copies the list. */
    public Paths {
        top = List.copyOf(top);
    }

    /** Returns how often a path was taken that is not listed. */
    public long rest() {
        return anchors - dropOff - top.stream().mapToLong(Path::count).sum();
    }

    /** Returns the share of the anchors from which the path was taken. */
    public Proportion share(Path path) {
        return Proportion.of(path.count(), anchors);
    }

    /** Returns the share of the anchors from which there is no path. */
    public Proportion dropOffShare() {
        return Proportion.of(dropOff, anchors);
    }

    /**
     * Returns {@code journeys}, {@code anchored}, {@code anchors}, {@code dropOff}, {@code dropOffShare}, {@code distinct}, {@code
     * top} and {@code rest}.
     */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("journeys", journeys)
                .with("anchored", anchored)
                .with("anchors", anchors)
                .with("dropOff", dropOff)
                .with("dropOffShare", dropOffShare())
                .with("distinct", distinct)
                .with("top", top)
                .with("rest", rest())
                .map();
    }
}
