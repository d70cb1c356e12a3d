package dev.cxkit.examples.benchmarks;

import dev.cxkit.metrics.columns.RatingColumns;
import dev.cxkit.metrics.survey.Nps;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The NPS of an array of scores. Everyone refuses a score outside 0..10, since that is part of the work. */
@State(Scope.Benchmark)
public class NpsOfBytes {

    /** How many scores. */
    @Param({"1000000", "10000000", "100000000"})
    public int rows;

    private byte[] scores = {};

    /** Makes the scores. */
    @Setup
    public void makeScores() {
        scores = Survey.npsScores(rows);
    }

    /** The library. */
    @Benchmark
    public Nps cx() {
        return RatingColumns.nps(scores);
    }

    /** The loop that everyone writes. */
    @Benchmark
    public Nps ifElseLoop() {
        long promoters = 0;
        long passives = 0;
        long detractors = 0;
        for (byte score : scores) {
            if (score < 0 || score > 10) {
                throw new IllegalArgumentException("score " + score);
            }
            if (score >= 9) {
                promoters++;
            } else if (score >= 7) {
                passives++;
            } else {
                detractors++;
            }
        }
        return Nps.ofCounts(promoters, passives, detractors);
    }

    /** Two streams of the indices, one for each count, and one for the check. */
    @Benchmark
    public Nps intStream() {
        if (IntStream.range(0, scores.length).anyMatch(i -> scores[i] < 0 || scores[i] > 10)) {
            throw new IllegalArgumentException("score outside 0..10");
        }
        long promoters =
                IntStream.range(0, scores.length).filter(i -> scores[i] >= 9).count();
        long detractors =
                IntStream.range(0, scores.length).filter(i -> scores[i] <= 6).count();
        return Nps.ofCounts(promoters, scores.length - promoters - detractors, detractors);
    }
}
