package dev.cxkit.examples.quickstart;

import dev.cxkit.core.time.Cadence;
import dev.cxkit.metrics.survey.Nps;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The Net Promoter Score of each month, over all answers of the last three. */
public final class RollingNps {

    /**
     * An answer.
     *
     * @param at when
     * @param score 0 to 10
     */
    public record Reply(Instant at, int score) {}

    private RollingNps() {}

    /** Prints the score of the three months up to the end of each month. */
    public static void main(String[] args) {
        List<Reply> replies = List.of(reply("01-05", 10), reply("01-20", 3), reply("02-10", 9), reply("04-02", 8));

        Nps.metric(Reply::score)
                .rolling(3, Cadence.monthly(ZoneOffset.UTC), Reply::at)
                .over(replies)
                .points()
                .forEach(month -> System.out.println(
                        "up to " + month.period().to() + ": " + month.value().text(1)));
    }

    private static Reply reply(String day, int score) {
        return new Reply(Instant.parse("2026-" + day + "T10:00:00Z"), score);
    }
}
