package dev.cxkit.metrics.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cxkit.core.support.Assignee;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseId;
import dev.cxkit.core.support.StatusLog;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.time.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Incidents of a help desk (UCI Machine Learning Repository 498: Amaral, Fantinato, Peres), read from their status log: what the
 * metrics say is counted again in the rows, by hand.
 */
class IncidentsTest {

    private static final Instant AS_OF = Instant.parse("2017-03-01T00:00:00Z");
    private static final Map<String, WaitingOn> PHASES = Map.of(
            "New", WaitingOn.US,
            "Active", WaitingOn.US,
            "Awaiting User Info", WaitingOn.CUSTOMER,
            "Awaiting Evidence", WaitingOn.CUSTOMER,
            "Awaiting Problem", WaitingOn.THIRD_PARTY,
            "Awaiting Vendor", WaitingOn.THIRD_PARTY,
            "Resolved", WaitingOn.DONE,
            "Closed", WaitingOn.DONE);

    private record Row(String id, Instant at, String state, String group, String person) {

        boolean isDone() {
            return state.equals("Resolved") || state.equals("Closed");
        }

        StatusLog.Row toLog() {
            boolean nobody = group.isEmpty() && person.isEmpty();
            return new StatusLog.Row(
                    at,
                    state,
                    nobody
                            ? null
                            : new Assignee(false, group.isEmpty() ? null : group, person.isEmpty() ? null : person),
                    null);
        }
    }

    private static Map<String, List<Row>> rows() throws IOException {
        String data = System.getProperty("cx.data", "");
        assumeTrue(!data.isEmpty(), "system property cx.data names no folder with servicenow-incidents");
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(Path.of(data, "servicenow-incidents", "servicenow-events.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split(",", -1);
            Row row = new Row(parts[0], OffsetDateTime.parse(parts[1]).toInstant(), parts[2], parts[3], parts[4]);
            rows.computeIfAbsent(row.id, key -> new ArrayList<>()).add(row);
        }
        rows.values().forEach(each -> each.sort(Comparator.comparing(Row::at)));
        return rows;
    }

    private static List<Case> cases(Map<String, List<Row>> rows) {
        return rows.entrySet().stream()
                .map(each -> StatusLog.read(
                        CaseId.of(each.getKey()),
                        each.getValue().stream().map(Row::toLog).toList(),
                        PHASES::get))
                .toList();
    }

    @Test
    void whatTheMetricsSayIsInTheRows() throws IOException {
        Map<String, List<Row>> rows = rows();
        List<Case> cases = cases(rows);
        assertThat(cases).hasSize(890);
        long resolved = 0;
        double seconds = 0;
        long reopenings = 0;
        long open = 0;
        long teams = 0;
        long customers = 0;
        for (List<Row> each : rows.values()) {
            boolean first = true;
            String group = "";
            for (int i = 0; i < each.size(); i++) {
                Row row = each.get(i);
                if (first && row.isDone()) {
                    resolved++;
                    seconds += row.at.getEpochSecond() - each.get(0).at.getEpochSecond();
                    first = false;
                }
                reopenings += i > 0 && each.get(i - 1).isDone() && !row.isDone() ? 1 : 0;
                teams += !group.isEmpty() && !row.group.isEmpty() && !group.equals(row.group) ? 1 : 0;
                group = row.group.isEmpty() ? group : row.group;
                if (row.state.equals("Awaiting User Info") || row.state.equals("Awaiting Evidence")) {
                    Instant end = i + 1 < each.size() ? each.get(i + 1).at : AS_OF;
                    customers += end.getEpochSecond() - row.at.getEpochSecond();
                }
            }
            open += each.get(each.size() - 1).isDone() ? 0 : 1;
        }
        Schedule always = Schedule.always();
        ElapsedTime times = ElapsedTime.metric(CaseTimes.resolution(CaseTimes.Resolution.FIRST, always), AS_OF)
                .over(cases);
        assertThat(times.n()).isEqualTo(resolved);
        assertThat(times.finished().sum()).isEqualTo(seconds);
        assertThat(times.open()).isEqualTo(890 - resolved);
        assertThat(Backlog.metric(AS_OF).over(cases).open()).isEqualTo(open);
        CaseCounts transfers =
                CaseCounts.metric(Transfers.count(Transfers.Kind.TEAM), AS_OF).over(cases);
        assertThat(transfers.moments().sum()).isEqualTo(teams);
        ElapsedTime waits =
                ElapsedTime.metric(CaseTimes.waitingOnCustomer(always), AS_OF).over(cases);
        assertThat(waits.finished().sum() + openWait(cases, always)).isEqualTo(customers);
        BacklogFlow flow = BacklogFlow.metric(TimeRange.of(Instant.parse("2016-01-01T00:00:00Z"), AS_OF))
                .over(cases);
        assertThat(flow.opened()).isEqualTo(890);
        assertThat(flow.reopened()).isEqualTo(reopenings);
        assertThat(flow.growth()).isEqualTo(open);
    }

    private static double openWait(List<Case> cases, Schedule hours) {
        return cases.stream()
                .flatMap(of -> CaseTimes.waitingOnCustomer(hours).values(of, AS_OF).stream())
                .filter(time -> !time.event())
                .mapToLong(time -> time.millis() / 1000)
                .sum();
    }
}
