package dev.cxkit.examples.quickstart;

import dev.cxkit.core.time.Cadence;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.survey.Nps;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The change of the Net Promoter Score between two quarters, with its p-value. */
public final class NpsChange {

    /**
     * An answer.
     *
     * @param at when
     * @param score 0 to 10
     */
    public record Reply(Instant at, int score) {}

    private NpsChange() {}

    /** Prints the second quarter less the first. */
    public static void main(String[] args) {
        List<Reply> replies = List.of(
                reply("01-05", 10),
                reply("02-09", 9),
                reply("02-20", 7),
                reply("03-11", 3),
                reply("03-30", 6),
                reply("04-02", 10),
                reply("04-17", 9),
                reply("05-05", 10),
                reply("06-08", 8));

        Cadence quarters = Cadence.quarterly(ZoneOffset.UTC);
        Difference.metric(
                        Nps.metric(Reply::score),
                        quarters.period(Instant.parse("2026-01-01T00:00:00Z")),
                        quarters.period(Instant.parse("2026-04-01T00:00:00Z")),
                        Reply::at)
                .over(replies)
                .ifPresent(change -> System.out.println(change.text(1)));
    }

    private static Reply reply(String day, int score) {
        return new Reply(Instant.parse("2026-" + day + "T10:00:00Z"), score);
    }
}
