package dev.cxkit.journey.flow;

import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.numeric.Check;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Counts paths, those that are shorter than asked for apart. */
final class PathCounts extends Accumulator<Journey, Paths> {

    private final PathSearch search;
    private final Paths.Mark mark;
    private final SequenceCounts whole = new SequenceCounts();
    private final SequenceCounts shorter = new SequenceCounts();
    private long journeys;
    private long anchored;
    private long dropOff;

    PathCounts(PathSearch search, Paths.Mark mark) {
        super(search);
        this.search = search;
        this.mark = mark;
    }

    @Override
    public void add(Journey journey) {
        int anchors = search.search(journey, (codes, from, to, isShorter) -> {
            if (to == from) {
                dropOff++;
            } else {
                (isShorter ? shorter : whole).add(journey.activityIndex(), codes, from, to);
            }
        });
        journeys++;
        anchored += anchors > 0 ? 1 : 0;
    }

    @Override
    public Paths result() {
        List<Paths.Path> top = Stream.concat(top(whole, Paths.Mark.NONE), top(shorter, mark))
                .sorted(Comparator.comparingLong((Paths.Path path) -> -path.count())
                        .thenComparing(Paths.Path::activities, PathCounts::compare)
                        .thenComparing(Paths.Path::mark))
                .limit(search.most)
                .toList();
        long anchors = Math.addExact(Math.addExact(whole.total(), shorter.total()), dropOff);
        return new Paths(journeys, anchored, anchors, dropOff, (long) whole.distinct() + shorter.distinct(), top);
    }

    private Stream<Paths.Path> top(SequenceCounts counts, Paths.Mark as) {
        return counts.top(search.most).stream().map(found -> new Paths.Path(found.activities(), as, found.count()));
    }

    private static int compare(List<String> one, List<String> other) {
        return Arrays.compare(one.toArray(String[]::new), other.toArray(String[]::new));
    }

    @Override
    protected void absorb(Accumulator<Journey, Paths> other) {
        PathCounts that = (PathCounts) other;
        whole.add(that.whole);
        shorter.add(that.shorter);
        journeys = Math.addExact(journeys, that.journeys);
        anchored = Math.addExact(anchored, that.anchored);
        dropOff = Math.addExact(dropOff, that.dropOff);
    }

    @Override
    protected void write(StateOutput out) {
        out.count(journeys);
        out.count(anchored);
        out.count(dropOff);
        whole.write(out);
        shorter.write(out);
    }

    @Override
    protected void read(StateInput in) {
        journeys = in.count();
        anchored = in.count();
        dropOff = in.count();
        whole.read(in);
        shorter.read(in);
        in.check(anchored <= journeys, "more journeys have an anchor than there are");
        Check.sum("anchors", Check.sum("anchors", whole.total(), shorter.total()), dropOff);
    }
}
