package dev.cxkit.examples.benchmarks;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.WorkflowEvent;
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

/** The events of cases in a DuckDB of this process, one a row, and the question to it. */
@State(Scope.Benchmark)
public class DuckDbEvents {

    private static final String QUERY = """
            WITH cases AS (
                SELECT case_id,
                    coalesce(arg_max(team, occurred_at) FILTER (WHERE type = 'assigned'), '') AS team,
                    date_diff('second', min(occurred_at),
                        min(occurred_at) FILTER (WHERE type IN ('resolved', 'closed'))) AS seconds
                FROM case_events WHERE occurred_at <= ? GROUP BY case_id)
            SELECT team, count(*), count(seconds), sum(seconds)::BIGINT,
                quantile_cont(seconds, 0.5), quantile_cont(seconds, 0.9)
            FROM cases GROUP BY team""";

    /** How many cases. */
    @Param("1000000")
    public int rows;

    private @Nullable Connection connection;

    /** One row of the answer. */
    public record Row(String team, long cases, long resolved, long seconds, double median, double p90) {}

    /** Makes and loads the events. */
    @Setup
    public void load() throws SQLException {
        DuckDBConnection opened = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
        connection = opened;
        try (Statement statement = opened.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute(
                    "CREATE TABLE case_events (case_id BIGINT, occurred_at TIMESTAMP, type VARCHAR, team VARCHAR)");
        }
        try (DuckDBAppender appender = opened.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "case_events")) {
            long id = 0;
            for (Case each : HelpDesk.cases(rows)) {
                for (CaseEvent event : each.events()) {
                    appender.beginRow();
                    appender.append(id);
                    appender.append(LocalDateTime.ofInstant(event.occurredAt(), ZoneOffset.UTC));
                    appender.append(event.type());
                    appender.append(
                            event instanceof WorkflowEvent.Assigned assigned
                                    ? assigned.to().team()
                                    : null);
                    appender.endRow();
                }
                id++;
            }
        }
    }

    /** Ends the database. */
    @TearDown
    public void close() throws SQLException {
        Objects.requireNonNull(connection, "connection").close();
    }

    List<Row> timeToResolution() throws SQLException {
        List<Row> answer = new ArrayList<>();
        try (var statement = Objects.requireNonNull(connection, "connection").prepareStatement(QUERY)) {
            statement.setObject(1, LocalDateTime.ofInstant(HelpDesk.AS_OF, ZoneOffset.UTC));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    answer.add(new Row(
                            result.getString(1),
                            result.getLong(2),
                            result.getLong(3),
                            result.getLong(4),
                            result.getDouble(5),
                            result.getDouble(6)));
                }
            }
        }
        return answer;
    }
}
