package dev.cxkit.journey.funnel;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.journey.Durations;
import dev.cxkit.metrics.stats.Proportion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The result of a {@link Funnel}: entered, converted, {@index "drop-off dropped off"} and still open, with step
 * {@index "conversion rate conversion rates"} and {@index "time to convert"}.
 *
 * <ul>
 *   <li>Counted are journeys or, under {@link EntryRule#TOTALS}, attempts; with a value held for each, journeys and values.
 *   <li>Entered is the sum of converted, dropped off and open.
 *   <li>Excluded is what an exclusion took out of all other counts.
 * </ul>
 *
 * <ul>
 *   <li>If none entered, the rates have the total 0 and no value, and the times are empty.
 *   <li>Rates over all hold what is open in their denominator; those closed only leave it out of both.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.Journey;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.funnel.Conversion;
 * import dev.cxkit.journey.funnel.Funnel;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 * List<Journey> journeys = JourneyAssembler.byCustomer()
 *         .assemble(Stream.of("ann visit 0", "ann basket 5", "ann order 9",
 *                         "bob visit 1", "bob visit 3", "bob basket 4")
 *                 .map(row -> row.split(" "))
 *                 .map(row -> Interaction.builder(String.join("-", row), TouchpointType.of(row[1]))
 *                         .customer(CustomerId.of(row[0])).channel(Channel.WEB)
 *                         .occurredAt(Instant.EPOCH.plusSeconds(60 * Long.parseLong(row[2]))).build())
 *                 .toList());
 * Conversion conversion = Funnel.of("visit", "basket", "order").over(journeys);
 * System.out.println(conversion.stepRate(3).count() + " of " + conversion.stepRate(3).total());
 * System.out.println(conversion.steps().get(2).timeFromFirst().median().orElseThrow() + " s");
 * // -> 1 of 2
 * // -> 540.0 s
 * }</pre>
 *
 * @param journeys how many journeys were looked at
 * @param tied how many of them have two touchpoints at the same instant, so that the {@link dev.cxkit.journey.TieOrder} may matter
 * @param steps the required steps, in order
 * @param optional for each optional step by name how many came to it, in order; unmodifiable
 * @param converted how many completed all required steps
 * @param droppedOff how many entered, did not convert, and no longer can
 * @param open how many entered, did not convert, and still may
 * @param excluded how many were excluded by a {@linkplain FunnelExclusion funnel exclusion}
 */
public record Conversion(
        long journeys,
        long tied,
        List<Step> steps,
        Map<String, Long> optional,
        long converted,
        long droppedOff,
        long open,
        long excluded)
        implements Result {

    /**
     * A required step.
     *
     * @param name its name
     * @param reached how many reached it
     * @param reachedOpen how many of these are open
     * @param timeFromFirst the time since the first step
     * @param timeFromPrevious the time since the step before
     */
    public record Step(String name, long reached, long reachedOpen, Durations timeFromFirst, Durations timeFromPrevious)
            implements Result {

        /** Returns {@code name}, {@code reached}, {@code reachedOpen}, {@code timeFromFirst} and {@code timeFromPrevious}. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("name", name)
                    .with("reached", reached)
                    .with("reachedOpen", reachedOpen)
                    .with("timeFromFirst", timeFromFirst)
                    .with("timeFromPrevious", timeFromPrevious)
                    .map();
        }
    }

    /** Copies the collections. */
    public Conversion {
        steps = List.copyOf(steps);
        optional = Collections.unmodifiableMap(new LinkedHashMap<>(optional));
    }

    /** Returns how many reached the first step and were not excluded. */
    public long entered() {
        return steps.get(0).reached();
    }

    /** Returns the conversion rate: the share of those that entered which converted; those still open are in the denominator. */
    public Proportion conversionRate() {
        return new Proportion(converted, entered());
    }

    /** Returns the conversion rate of those that are not open. */
    public Proportion conversionRateClosedOnly() {
        return new Proportion(converted, entered() - open);
    }

    /**
     * Returns the step conversion rate: the share of those that reached the step before which reached this one.
     *
     * @param step the number of the required step, 2 for the second and so on
     * @throws IllegalArgumentException if there is no such step or it is the first
     */
    public Proportion stepRate(int step) {
        return new Proportion(at(step).reached(), at(step - 1).reached());
    }

    /** Returns the {@link #stepRate} of those that are not open. */
    public Proportion stepRateClosedOnly(int step) {
        Step here = at(step);
        Step before = at(step - 1);
        return new Proportion(here.reached() - here.reachedOpen(), before.reached() - before.reachedOpen());
    }

    private List<Map<String, Object>> rated() {
        return IntStream.rangeClosed(1, steps.size())
                .mapToObj(step -> Document.of(Optional.of(at(step)))
                        .with("stepRate", step == 1 ? null : stepRate(step))
                        .with("stepRateClosedOnly", step == 1 ? null : stepRateClosedOnly(step))
                        .map())
                .toList();
    }

    private Step at(int step) {
        if (step < 1 || step > steps.size()) {
            throw new IllegalArgumentException("step " + step + " is outside 2.." + steps.size());
        }
        return steps.get(step - 1);
    }

    /**
     * Returns the conversion rate, {@code journeys}, {@code tied}, {@code entered}, {@code converted}, {@code droppedOff}, {@code
     * open}, {@code excluded}, {@code conversionRateClosedOnly}, {@code steps} with their rates, and {@code optional}.
     */
    @Override
    public Map<String, Object> document() {
        return Document.of(conversionRate().estimate())
                .with("journeys", journeys)
                .with("tied", tied)
                .with("entered", entered())
                .with("converted", converted)
                .with("droppedOff", droppedOff)
                .with("open", open)
                .with("excluded", excluded)
                .with("conversionRateClosedOnly", conversionRateClosedOnly())
                .with("steps", rated())
                .with("optional", optional)
                .map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
