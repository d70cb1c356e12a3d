package dev.cxkit.examples.quickstart;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyAssembler;
import dev.cxkit.journey.funnel.Conversion;
import dev.cxkit.journey.funnel.Funnel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A funnel over touchpoints of the host's own type. */
public final class ShopFunnel {

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

    private ShopFunnel() {}

    /** Prints how many reached each page, and what became of the others. */
    public static void main(String[] args) {
        List<PageView> views = List.of(
                view("ann", 0, "product"),
                view("ann", 1, "basket"),
                view("ann", 2, "order"),
                view("ben", 0, "product"),
                view("ben", 5, "basket"),
                view("cem", 90, "product"));

        List<Journey> journeys = JourneyAssembler.byCustomer().assemble(views);
        Conversion conversion = Funnel.builder("product", "basket", "order")
                .window(Duration.ofDays(2))
                .asOf(view("now", 100, "now").occurredAt())
                .build()
                .over(journeys);
        conversion.steps().forEach(step -> System.out.println(step.name() + ": " + step.reached()));
        System.out.println("dropped off " + conversion.droppedOff() + ", still open " + conversion.open());
    }

    private static PageView view(String customer, int hour, String page) {
        Instant monday = Instant.parse("2026-03-02T08:00:00Z");
        return new PageView(customer + hour, CustomerId.of(customer), monday.plus(Duration.ofHours(hour)), page);
    }
}
