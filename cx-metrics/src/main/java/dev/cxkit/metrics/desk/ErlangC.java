package dev.cxkit.metrics.desk;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.numeric.Check;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * {@index "Erlang C"} (M/M/c queue): the wait in a queue that several agents work off, and the {@index "service level"} of call centres.
 *
 * <ul>
 *   <li>With {@code A} erlangs of traffic and {@code c} agents, a call must wait with the probability
 *       {@code C = c B / (c - A (1 - B))}, where {@code B} is Erlang's loss formula B. The mean wait is
 *       {@code C * handling / (c - A)}; the share answered within {@code t} is {@code 1 - C exp(-(c - A) t / handling)}.
 *   <li>Assumed are calls at random (Poisson), exponential handling times, and that nobody hangs up.
 *   <li>The queue is stable if {@code A < c}; else it grows without end and every figure is empty.
 *   <li>Source: A. K. Erlang, Solution of some problems in the theory of probabilities of significance in automatic telephone exchanges
 *       (1917).
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.metrics.desk.ErlangC;
 * import java.time.Duration;
 * import java.util.Locale;
 *
 * ErlangC queue = ErlangC.of(360, Duration.ofHours(1), Duration.ofMinutes(4), 28);
 * System.out.printf(Locale.ROOT, "%.2f busy, %.3f wait, %.1f s on average, %.3f within 20 s%n",
 *     queue.occupancy().getAsDouble(),
 *     queue.waitProbability().getAsDouble(),
 *     queue.averageWait().getAsDouble(),
 *     queue.serviceLevel(Duration.ofSeconds(20)).getAsDouble());
 * // -> 0.86 busy, 0.333 wait, 20.0 s on average, 0.761 within 20 s
 * }</pre>
 *
 * @param intensity the traffic in erlangs, agents kept busy: calls per second times seconds of handling; at least 0
 * @param handlingSeconds the mean time that one call takes, in seconds, above 0
 * @param agents how many agents there are, 1..1000000
 */
public record ErlangC(double intensity, double handlingSeconds, int agents) implements Result {

    private static final int MOST = 1_000_000;

    /** Refuses a component outside its range with an {@link IllegalArgumentException}. */
    public ErlangC {
        Check.notNegative("intensity", intensity);
        Check.positive("handling time", handlingSeconds);
        Require.range("agents", agents, 1, MOST);
    }

    /**
     * Returns the queue of a number of calls in a period.
     *
     * @param calls how many come, at least 0
     * @param period above 0
     * @param handling the mean time that one call takes, above 0
     * @throws IllegalArgumentException if one is outside its range
     */
    public static ErlangC of(double calls, Duration period, Duration handling, int agents) {
        Require.positive("period", period);
        Check.notNegative("calls", calls);
        Require.positive("handling", handling);
        return new ErlangC(calls / seconds(period) * seconds(handling), seconds(handling), agents);
    }

    private static double seconds(Duration duration) {
        return duration.toSeconds() + duration.toNanosPart() / 1e9;
    }

    /** Returns whether the wait is finite: there are more agents than work. */
    public boolean isStable() {
        return intensity < agents;
    }

    /** Returns the occupancy: the share of their time for which agents are busy, 0..1; empty if the queue is not stable. */
    public OptionalDouble occupancy() {
        return isStable() ? OptionalDouble.of(intensity / agents) : OptionalDouble.empty();
    }

    /** Returns the probability that a call must wait, 0..1; empty if the queue is not stable. */
    public OptionalDouble waitProbability() {
        if (!isStable()) {
            return OptionalDouble.empty();
        }
        // Formula B by its recursion over the agents, which has no factorials; then C from B.
        double blocked = 1;
        for (int k = 1; k <= agents; k++) {
            blocked = intensity * blocked / (k + intensity * blocked);
        }
        return OptionalDouble.of(Math.min(1, agents * blocked / (agents - intensity * (1 - blocked))));
    }

    /** Returns the average speed of answer: the mean wait of all calls in seconds, those answered at once with 0; empty if the queue is not stable. */
    public OptionalDouble averageWait() {
        OptionalDouble waits = waitProbability();
        return waits.isEmpty()
                ? waits
                : OptionalDouble.of(waits.getAsDouble() * handlingSeconds / (agents - intensity));
    }

    /**
     * Returns the service level: the share of calls answered within a time, 0..1; empty if the queue is not stable.
     *
     * @param within at least 0
     * @throws IllegalArgumentException if the time is below 0
     */
    public OptionalDouble serviceLevel(Duration within) {
        Require.notNegative("time", within);
        OptionalDouble waits = waitProbability();
        return waits.isEmpty()
                ? waits
                : OptionalDouble.of(
                        1 - waits.getAsDouble() * Math.exp(-(agents - intensity) * seconds(within) / handlingSeconds));
    }

    /** Returns the intensity, the handling time, the agents, and what comes of them where the queue is stable. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("intensity", intensity)
                .with("handlingSeconds", handlingSeconds)
                .with("agents", agents)
                .with("stable", isStable())
                .with("occupancy", occupancy())
                .with("waitProbability", waitProbability())
                .with("averageWait", averageWait())
                .map();
    }
}
