package dev.cxkit.examples.benchmarks;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Made-up touchpoints of many customers, ten each on average within ten days, of 8 different steps.
 *
 * @param customers for each touchpoint the number of its customer
 * @param epochMillis for each touchpoint its time
 * @param steps for each touchpoint the place of its step in {@link #STEPS}
 */
@SuppressWarnings("ArrayRecordComponent")
public record Clicks(int[] customers, long[] epochMillis, byte[] steps) {

    static final List<TouchpointType> STEPS = IntStream.range(0, 8)
            .mapToObj(step -> TouchpointType.of("step-%02d".formatted(step)))
            .toList();

    /** The steps of the funnel. */
    static final List<String> FUNNEL =
            STEPS.subList(0, 5).stream().map(TouchpointType::name).toList();

    static final int WINDOW_DAYS = 7;
    private static final Channel CHANNEL = Channel.of("web");
    private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final long SPAN = Duration.ofDays(60).toMillis();
    private static final long BURST = Duration.ofDays(10).toMillis();

    /** A touchpoint of a host, which keeps what it needs. */
    record Click(int number, CustomerId customer, TouchpointType type, long epochMilli) implements Touchpoint {

        @Override
        public String id() {
            return Integer.toString(number);
        }

        @Override
        public Channel channel() {
            return CHANNEL;
        }

        @Override
        public Instant occurredAt() {
            return Instant.ofEpochMilli(epochMilli);
        }
    }

    static Clicks of(int rows, Survey.Order order) {
        SplittableRandom random = new SplittableRandom(20_260_101);
        Clicks clicks = new Clicks(new int[rows], new long[rows], new byte[rows]);
        int customers = Math.max(1, rows / 10);
        long[] begins = random.longs(customers, START, START + SPAN).toArray();
        for (int i = 0; i < rows; i++) {
            int customer = random.nextInt(customers);
            clicks.customers[i] = customer;
            clicks.epochMillis[i] = begins[customer] + random.nextLong(BURST);
            // Early steps are more frequent than late ones.
            clicks.steps[i] = (byte) Math.min(random.nextInt(STEPS.size()), random.nextInt(STEPS.size()));
        }
        return order == Survey.Order.NONE ? clicks : clicks.inOrderOfTime();
    }

    private Clicks inOrderOfTime() {
        int[] order = IntStream.range(0, customers.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> epochMillis[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        Clicks sorted = new Clicks(new int[order.length], new long[order.length], new byte[order.length]);
        for (int i = 0; i < order.length; i++) {
            sorted.customers[i] = customers[order[i]];
            sorted.epochMillis[i] = epochMillis[order[i]];
            sorted.steps[i] = steps[order[i]];
        }
        return sorted;
    }

    /** The same as objects; the ids of the customers are shared. */
    List<Touchpoint> touchpoints() {
        CustomerId[] ids = new CustomerId[Math.max(1, customers.length / 10)];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = CustomerId.of("customer-" + i);
        }
        List<Touchpoint> touchpoints = new ArrayList<>(customers.length);
        for (int i = 0; i < customers.length; i++) {
            touchpoints.add(new Click(i, ids[customers[i]], STEPS.get(steps[i]), epochMillis[i]));
        }
        return touchpoints;
    }
}
