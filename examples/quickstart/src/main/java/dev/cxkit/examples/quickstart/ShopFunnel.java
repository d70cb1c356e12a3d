package dev.cxkit.examples.quickstart;

import dev.cxkit.journey.JourneyAssembler;
import dev.cxkit.journey.Journeys;
import dev.cxkit.journey.funnel.Conversion;
import dev.cxkit.journey.funnel.Funnel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A funnel over rows of the host's own log. */
public final class ShopFunnel {

    /**
     * A row of a log of page views, as the host has it.
     *
     * @param customer who looked
     * @param at when
     * @param page which page
     */
    public record Visit(String customer, Instant at, String page) {}

    private ShopFunnel() {}

    /** Prints how many reached each page, and what became of the others. */
    public static void main(String[] args) {
        List<Visit> visits = List.of(
                visit("ann", 0, "product"),
                visit("ann", 1, "basket"),
                visit("ann", 2, "order"),
                visit("ben", 0, "product"),
                visit("ben", 5, "basket"),
                visit("cem", 90, "product"));

        Journeys journeys = JourneyAssembler.of(visits, Visit::customer, Visit::at, Visit::page);
        Conversion conversion = Funnel.builder("product", "basket", "order")
                .window(Duration.ofDays(2))
                .asOf(visit("now", 100, "now").at())
                .build()
                .over(journeys);
        conversion.steps().forEach(step -> System.out.println(step.name() + ": " + step.reached()));
        System.out.println("dropped off " + conversion.droppedOff() + ", still open " + conversion.open());
    }

    private static Visit visit(String customer, int hour, String page) {
        Instant monday = Instant.parse("2026-03-02T08:00:00Z");
        return new Visit(customer, monday.plus(Duration.ofHours(hour)), page);
    }
}
