package dev.cxkit.examples.quickstart;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyAssembler;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.journey.flow.DirectlyFollows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A process map: which activity directly follows which, how often and how fast. */
public final class ProcessMap {

    /**
     * A page view.
     *
     * @param id the id
     * @param customer who looked
     * @param occurredAt when
     * @param page which page, the activity of the journey
     */
    public record PageView(String id, CustomerId customer, Instant occurredAt, String page) implements Touchpoint {

        @Override
        public TouchpointType type() {
            return TouchpointType.of(page);
        }

        @Override
        public Channel channel() {
            return Channel.WEB;
        }
    }

    private ProcessMap() {}

    /** Prints each edge with how often it was taken and its median time. */
    public static void main(String[] args) {
        List<PageView> views = List.of(
                view("ann", 0, "product"),
                view("ann", 1, "basket"),
                view("ann", 2, "order"),
                view("ben", 0, "product"),
                view("ben", 5, "basket"),
                view("cem", 90, "product"));

        List<Journey> journeys = JourneyAssembler.byCustomer().assemble(views);
        DirectlyFollows.metric(TimeBetween.CALENDAR)
                .over(journeys)
                .edges()
                .forEach(edge ->
                        System.out.println(edge.from() + " > " + edge.to() + ": " + edge.count() + " times, median "
                                + edge.durations().orElseThrow().median().orElseThrow()));
    }

    private static PageView view(String customer, int hour, String page) {
        Instant monday = Instant.parse("2026-03-02T08:00:00Z");
        return new PageView(customer + hour, CustomerId.of(customer), monday.plus(Duration.ofHours(hour)), page);
    }
}
