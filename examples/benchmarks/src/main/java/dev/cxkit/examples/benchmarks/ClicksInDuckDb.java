package dev.cxkit.examples.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The touchpoints in a DuckDB of this process, and the questions to it. */
@State(Scope.Benchmark)
public class ClicksInDuckDb {

    private static final String GRAPH = """
            SELECT before, step, count(*) FROM (
                SELECT step, lag(step) OVER (PARTITION BY customer ORDER BY moment) AS before FROM clicks)
            WHERE before IS NOT NULL GROUP BY before, step""";

    /** From each entry the first later touchpoint of each next step, one join after the other; the deepest entry counts. */
    private static final String ASOF = asof(Clicks.FUNNEL);

    /** The same by windows within windows, from the last step back to the first. */
    private static final String NESTED = nested(Clicks.FUNNEL);

    /** How many touchpoints. */
    @Param({"1000000", "10000000"})
    public int rows;

    /** In which order they lie. */
    @Param("NONE")
    public Survey.Order order = Survey.Order.NONE;

    private @Nullable Connection connection;

    private static String asof(List<String> steps) {
        String joins = IntStream.range(1, steps.size())
                .mapToObj(i -> "ASOF LEFT JOIN (SELECT customer, moment FROM clicks WHERE step = '%s') s%d"
                                .formatted(steps.get(i), i)
                        + " ON s0.customer = s%d.customer AND s%d.moment < s%d.moment".formatted(i, i - 1, i))
                .collect(Collectors.joining("\n"));
        String depth = IntStream.range(1, steps.size())
                .mapToObj(i -> "(s%d.moment <= s0.moment + INTERVAL %d DAY)::INTEGER".formatted(i, Clicks.WINDOW_DAYS))
                .map(term -> "coalesce(" + term + ", 0)")
                .collect(Collectors.joining(" + ", "1 + ", ""));
        return "SELECT depth, count(*) FROM (SELECT s0.customer, max(" + depth + ") AS depth FROM"
                + " (SELECT customer, moment FROM clicks WHERE step = '" + steps.get(0) + "') s0\n" + joins
                + "\nGROUP BY s0.customer) GROUP BY depth ORDER BY depth";
    }

    private static String nested(List<String> steps) {
        String inner = "clicks";
        for (int i = steps.size() - 1; i > 0; i--) {
            String later = i == steps.size() - 1 ? "" : ", 'n%d': n%d".formatted(i + 1, i + 1);
            inner = """
                    (SELECT *, first_value(CASE WHEN step = '%s' THEN {'moment': moment%s} END IGNORE NULLS) OVER (
                        PARTITION BY customer ORDER BY moment ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS n%d
                    FROM %s)""".formatted(steps.get(i), later, i, inner);
        }
        StringBuilder depth = new StringBuilder("1");
        String path = "";
        for (int i = 1; i < steps.size(); i++) {
            path = i == 1 ? "n1" : path + ".n" + i;
            depth.append(" + coalesce((%s.moment <= moment + INTERVAL %d DAY)::INTEGER, 0)"
                    .formatted(path, Clicks.WINDOW_DAYS));
        }
        return "SELECT depth, count(*) FROM (SELECT customer, max(" + depth + ") AS depth FROM " + inner
                + " WHERE step = '" + steps.get(0) + "' GROUP BY customer) GROUP BY depth ORDER BY depth";
    }

    /** Makes and loads the touchpoints. */
    @Setup
    public void load() throws SQLException {
        DuckDBConnection opened = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
        connection = opened;
        Clicks clicks = Clicks.of(rows, order);
        execute("CREATE TABLE clicks (customer BIGINT, moment TIMESTAMP, step VARCHAR)");
        try (DuckDBAppender appender = opened.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "clicks")) {
            for (int i = 0; i < rows; i++) {
                appender.beginRow();
                appender.append((long) clicks.customers()[i]);
                appender.append(LocalDateTime.ofInstant(Instant.ofEpochMilli(clicks.epochMillis()[i]), ZoneOffset.UTC));
                appender.append(Clicks.STEPS.get(clicks.steps()[i]).name());
                appender.endRow();
            }
        }
        execute("SET threads = 1");
    }

    /** Ends the database. */
    @TearDown
    public void close() throws SQLException {
        opened().close();
    }

    /** Returns each pair of steps with its count. */
    List<String> graph() throws SQLException {
        return ask(GRAPH);
    }

    /** Returns each depth of the funnel with the number of customers. */
    List<String> asofFunnel() throws SQLException {
        return ask(ASOF);
    }

    /** Returns each depth of the funnel with the number of customers. */
    List<String> nestedFunnel() throws SQLException {
        return ask(NESTED);
    }

    private List<String> ask(String query) throws SQLException {
        List<String> answer = new ArrayList<>();
        try (Statement statement = opened().createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder row = new StringBuilder(result.getString(1));
                for (int column = 2; column <= columns; column++) {
                    row.append(' ').append(result.getString(column));
                }
                answer.add(row.toString());
            }
        }
        return answer;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = opened().createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection opened() {
        return Objects.requireNonNull(connection, "connection");
    }
}
