package dev.cxkit.examples.quickstart;

import dev.cxkit.journey.JourneyAssembler;
import dev.cxkit.journey.Journeys;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.journey.flow.DirectlyFollows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A process map: which activity directly follows which, how often and how fast. */
public final class ProcessMap {

    /**
     * A row of a log of page views, as the host has it.
     *
     * @param customer who looked
     * @param at when
     * @param page which page
     */
    public record Visit(String customer, Instant at, String page) {}

    private ProcessMap() {}

    /** Prints each edge with how often it was taken and its median time. */
    public static void main(String[] args) {
        List<Visit> visits = List.of(
                visit("ann", 0, "product"),
                visit("ann", 1, "basket"),
                visit("ann", 2, "order"),
                visit("ben", 0, "product"),
                visit("ben", 5, "basket"),
                visit("cem", 90, "product"));

        Journeys journeys = JourneyAssembler.of(visits, Visit::customer, Visit::at, Visit::page);
        DirectlyFollows.metric(TimeBetween.CALENDAR)
                .over(journeys)
                .edges()
                .forEach(edge ->
                        System.out.println(edge.from() + " > " + edge.to() + ": " + edge.count() + " times, median "
                                + edge.durations().orElseThrow().median().orElseThrow()));
    }

    private static Visit visit(String customer, int hour, String page) {
        Instant monday = Instant.parse("2026-03-02T08:00:00Z");
        return new Visit(customer, monday.plus(Duration.ofHours(hour)), page);
    }
}
