package dev.cxkit.examples.benchmarks;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyAssembler;
import dev.cxkit.journey.flow.DirectlyFollows;
import dev.cxkit.journey.flow.Variants;
import dev.cxkit.journey.funnel.Conversion;
import dev.cxkit.journey.funnel.Funnel;
import dev.cxkit.metrics.Metric;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Journeys from touchpoints, their graph, variants and funnel, beside the same questions to a table of DuckDB. */
public class JourneysOfClicks {

    private static final Metric<Journey, DirectlyFollows> GRAPH = DirectlyFollows.metric();
    private static final Funnel FUNNEL = Funnel.builder(Clicks.FUNNEL.toArray(String[]::new))
            .window(Duration.ofDays(Clicks.WINDOW_DAYS))
            .build();
    private static final Metric<Journey, Map<String, Object>> ALL =
            Metric.all(Map.of("graph", GRAPH, "variants", Variants.metric(10), "funnel", FUNNEL));

    /** The touchpoints in a list. */
    @State(Scope.Benchmark)
    public static class Touches {

        /** How many touchpoints. */
        @Param({"1000000", "10000000"})
        public int rows;

        /** In which order they lie. */
        @Param("NONE")
        public Survey.Order order = Survey.Order.NONE;

        private List<Touchpoint> touchpoints = List.of();

        /** Makes the touchpoints. */
        @Setup
        public void makeTouchpoints() {
            touchpoints = Clicks.of(rows, order).touchpoints();
        }
    }

    /** The journeys, assembled. */
    @State(Scope.Benchmark)
    public static class Assembled {

        private List<Journey> journeys = List.of();

        /** Assembles the journeys. */
        @Setup
        public void assemble(Touches touches) {
            journeys = JourneyAssembler.byCustomer().assemble(touches.touchpoints);
        }
    }

    /** The library, from touchpoints in no order to journeys, graph, variants and funnel. */
    @Benchmark
    public Map<String, Object> cxFromTouchpoints(Touches touches) {
        return ALL.over(JourneyAssembler.byCustomer().assemble(touches.touchpoints));
    }

    /** The library's graph of journeys. */
    @Benchmark
    public DirectlyFollows cxGraph(Assembled assembled) {
        return GRAPH.over(assembled.journeys);
    }

    /** The library's funnel of journeys. */
    @Benchmark
    public Conversion cxFunnel(Assembled assembled) {
        return FUNNEL.over(assembled.journeys);
    }

    /** The graph by a window function. */
    @Benchmark
    public List<String> duckDbGraph(ClicksInDuckDb database) throws SQLException {
        return database.graph();
    }

    /** The funnel by a chain of joins to the next in time. */
    @Benchmark
    public List<String> duckDbAsofFunnel(ClicksInDuckDb database) throws SQLException {
        return database.asofFunnel();
    }

    /** The funnel by windows within windows. */
    @Benchmark
    public List<String> duckDbNestedFunnel(ClicksInDuckDb database) throws SQLException {
        return database.nestedFunnel();
    }
}
