package dev.cxkit.examples.quickstart;

import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.service.Share;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which share of tickets is solved within eight business hours, by priority; those still open count once they are overdue. */
public final class SolvedInTime {

    /**
     * A ticket of the host's own help desk.
     *
     * @param priority how urgent it is
     * @param opened when it was opened
     * @param solved when it was solved; null while it is open
     */
    public record Ticket(
            String priority, Instant opened, @Nullable Instant solved) {}

    private SolvedInTime() {}

    /** Prints the share of each priority. */
    public static void main(String[] args) {
        Instant thursday = Instant.parse("2026-03-05T08:00:00Z");
        Instant friday = thursday.plus(Duration.ofDays(1));
        List<Ticket> tickets = List.of(
                new Ticket("high", thursday, thursday.plus(Duration.ofHours(2))),
                new Ticket("high", thursday, friday.plus(Duration.ofHours(1))),
                new Ticket("high", thursday, null),
                new Ticket("high", friday, null),
                new Ticket("low", friday, friday.plus(Duration.ofHours(3))));

        Schedule office = Schedule.weekly(ZoneId.of("Europe/Berlin"), "mon-fri 09:00-17:00");
        Instant now = Instant.parse("2026-03-06T12:00:00Z");
        Share.metric(Ticket::opened, Ticket::solved, office, Duration.ofHours(8), now)
                .by(Ticket::priority)
                .over(tickets)
                .forEach((priority, share) -> System.out.println(
                        priority + ": " + share.text(2) + ", open " + share.open() + ", overdue " + share.overdue()));
    }
}
