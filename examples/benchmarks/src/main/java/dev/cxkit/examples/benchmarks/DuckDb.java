package dev.cxkit.examples.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The answers in a DuckDB of this process, and the questions to it. */
@State(Scope.Benchmark)
public class DuckDb {

    /** As one writes it. */
    private static final String NATURAL = """
            SELECT store, date_trunc('week', answered_at) AS week,
                count(*),
                count(*) FILTER (WHERE nps >= 9),
                count(*) FILTER (WHERE nps <= 6),
                count(*) FILTER (WHERE csat >= 4)
            FROM natural_answers GROUP BY store, week""";

    /** Codes for the stores, seconds for the times, and no filter. */
    private static final String TUNED = """
            SELECT store, (second - %d) // %d AS week,
                count(*),
                sum((nps >= 9)::INTEGER),
                sum((nps <= 6)::INTEGER),
                sum((csat >= 4)::INTEGER)
            FROM tuned_answers GROUP BY store, week""".formatted(Survey.START, Survey.WEEK);

    /** How many answers. */
    @Param({"1000000", "10000000"})
    public int rows;

    /** In which order they lie. */
    @Param("TIME")
    public Survey.Order order = Survey.Order.TIME;

    private @Nullable Connection connection;

    /** One row of the answer. */
    public record Row(Object store, Object week, long answered, long promoters, long detractors, long satisfied) {}

    /** Makes and loads the answers. */
    @Setup
    public void load() throws SQLException {
        DuckDBConnection opened = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
        connection = opened;
        Survey survey = Survey.of(rows, order);
        execute("CREATE TABLE natural_answers (store VARCHAR, answered_at TIMESTAMP, nps TINYINT, csat TINYINT)");
        execute("CREATE TABLE tuned_answers (store INTEGER, second BIGINT, nps TINYINT, csat TINYINT)");
        try (DuckDBAppender natural = opened.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "natural_answers");
                DuckDBAppender tuned = opened.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "tuned_answers")) {
            for (int i = 0; i < rows; i++) {
                long second = survey.epochSeconds()[i];
                natural.beginRow();
                natural.append(Survey.STORES.get(survey.stores()[i]));
                natural.append(LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC));
                natural.append(survey.nps()[i]);
                natural.append(survey.csat()[i]);
                natural.endRow();
                tuned.beginRow();
                tuned.append(survey.stores()[i]);
                tuned.append(second);
                tuned.append(survey.nps()[i]);
                tuned.append(survey.csat()[i]);
                tuned.endRow();
            }
        }
    }

    /** Ends the database. */
    @TearDown
    public void close() throws SQLException {
        opened().close();
    }

    List<Row> natural(int threads) throws SQLException {
        return ask(NATURAL, threads);
    }

    List<Row> tuned(int threads) throws SQLException {
        return ask(TUNED, threads);
    }

    private List<Row> ask(String query, int threads) throws SQLException {
        execute("SET threads = " + threads);
        List<Row> answer = new ArrayList<>();
        try (Statement statement = opened().createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                answer.add(new Row(
                        result.getObject(1),
                        result.getObject(2),
                        result.getLong(3),
                        result.getLong(4),
                        result.getLong(5),
                        result.getLong(6)));
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
