package dev.cxkit.examples.benchmarks;

import dev.cxkit.core.support.Assignee;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.service.CaseTimes;
import dev.cxkit.metrics.service.ElapsedTime;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;

/** Time to the first resolution by the team that has the case, in calendar time, from cases and from a table of their events. */
public class ResolutionByTeam {

    private static final Metric<Case, Segments<String, ElapsedTime>> METRIC = ElapsedTime.metric(
                    CaseTimes.resolution(CaseTimes.Resolution.FIRST, Schedule.always()), HelpDesk.AS_OF)
            .by(ResolutionByTeam::team);

    private static String team(Case of) {
        Optional<Assignee> assignee = of.assignee(HelpDesk.AS_OF);
        String team = assignee.isEmpty() ? null : assignee.get().team();
        return team == null ? "" : team;
    }

    /** The library; beside number, mean, median and 90 % quantile it has the curve of Kaplan and Meier. */
    @Benchmark
    public Segments<String, ElapsedTime> cx(Cases cases) {
        return METRIC.over(cases.all());
    }

    /** Number, mean, median and 90 % quantile by the database, on one thread. */
    @Benchmark
    public List<DuckDbEvents.Row> duckDb(DuckDbEvents database) throws SQLException {
        return database.timeToResolution();
    }
}
