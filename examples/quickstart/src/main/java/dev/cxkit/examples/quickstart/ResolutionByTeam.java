package dev.cxkit.examples.quickstart;

import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.service.ElapsedTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long each team takes to solve a ticket, in business hours; tickets that are still open are counted apart. */
public final class ResolutionByTeam {

    /**
     * A ticket of the host's own help desk.
     *
     * @param team who has it
     * @param opened when it was opened
     * @param solved when it was solved; null while it is open
     */
    public record Ticket(
            String team, Instant opened, @Nullable Instant solved) {}

    private ResolutionByTeam() {}

    /** Prints median and 90th percentile of each team. */
    public static void main(String[] args) {
        Instant friday = Instant.parse("2026-03-06T15:00:00Z");
        List<Ticket> tickets = List.of(
                new Ticket("red", friday, friday.plus(Duration.ofHours(66))),
                new Ticket("red", friday, friday.plus(Duration.ofMinutes(45))),
                new Ticket("red", friday, null),
                new Ticket("blue", friday, friday.plus(Duration.ofMinutes(20))));

        Schedule office = Schedule.weekly(ZoneId.of("Europe/Berlin"), "mon-fri 09:00-17:00");
        Instant now = Instant.parse("2026-03-09T12:00:00Z");
        ElapsedTime.metric(Ticket::opened, Ticket::solved, office, now)
                .by(Ticket::team)
                .over(tickets)
                .forEach((team, time) -> System.out.println(team + ": median "
                        + time.median().orElseThrow() + ", p90 " + time.p90().orElseThrow() + ", open " + time.open()));
    }
}
