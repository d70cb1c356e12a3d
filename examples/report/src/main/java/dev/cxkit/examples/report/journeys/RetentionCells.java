package dev.cxkit.examples.report.journeys;

import dev.cxkit.examples.report.chart.HeatChart;
import dev.cxkit.examples.report.json.Json;
import dev.cxkit.examples.report.page.Page;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.loyalty.RetentionTable;
import dev.cxkit.metrics.loyalty.RetentionTable.Cell;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who came back, as JSON, as a table and as a picture. An interval that is not over for anybody of a cohort has no share. */
final class RetentionCells {

    private static final int MOST_ROWS = 30;
    private static final String ALL = "all";

    private RetentionCells() {}

    /** Fills in the object. */
    static void json(ObjectNode to, String unit, RetentionTable table) {
        to.put("unit", unit).put("size", table.size());
        cells(to.putArray("total"), table.total());
        ArrayNode cohorts = to.putArray("cohorts");
        for (RetentionTable.Row row : table.cohorts()) {
            ObjectNode cohort = cohorts.addObject()
                    .put("from", row.period().from().toString())
                    .put("to", row.period().to().toString())
                    .put("finished", row.finished())
                    .put("size", row.size());
            cells(cohort.putArray("intervals"), row.cells());
        }
    }

    private static void cells(ArrayNode to, List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            ObjectNode object = to.addObject()
                    .put("interval", i)
                    .put("complete", cell.isComplete())
                    .put("of", cell.of())
                    .put("returned", cell.returned())
                    .put("open", cell.open())
                    .put("openReturned", cell.openReturned());
            cell.share().estimate().ifPresent(share -> Json.put(object, "share", share));
        }
    }

    /** The shares, under a header. */
    static List<List<String>> rows(String unit, RetentionTable table, ZoneId zone) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("began in the " + unit + " of", "journeys"));
        int shown = shown(table);
        IntStream.range(1, shown).forEach(interval -> header.add("+" + interval));
        rows.add(header);
        for (RetentionTable.Row row : table.cohorts()) {
            rows.add(row(day(row, zone), row.size(), row.cells().subList(1, shown)));
        }
        rows.add(row(ALL, table.size(), table.total().subList(1, shown)));
        return rows;
    }

    /** Intervals beyond the last that is over for anybody are all empty. */
    private static int shown(RetentionTable table) {
        int shown = 1;
        for (int i = 1; i < table.total().size(); i++) {
            shown = table.total().get(i).of() > 0 ? i + 1 : shown;
        }
        return shown;
    }

    private static String day(RetentionTable.Row row, ZoneId zone) {
        return row.period().from().atZone(zone).toLocalDate().toString();
    }

    private static List<String> row(String name, long size, List<Cell> cells) {
        List<String> row = new ArrayList<>(List.of(name, Unit.count(size)));
        cells.forEach(cell -> row.add(JourneyCells.value(cell.share())));
        return row;
    }

    /** Adds the picture, with all as a table under it. */
    static void figure(Page page, String unit, RetentionTable table, ZoneId zone) {
        int shown = shown(table);
        if (shown == 1) {
            page.paragraph("No " + unit + " after the first is over yet.");
            return;
        }
        List<String> columns = IntStream.range(1, shown).mapToObj(i -> "+" + i).toList();
        List<RetentionTable.Row> cohorts = table.cohorts();
        List<HeatChart.Row> rows = new ArrayList<>();
        rows.add(heat(ALL, table.total().subList(1, shown)));
        for (RetentionTable.Row row : cohorts.subList(Math.max(0, cohorts.size() - MOST_ROWS), cohorts.size())) {
            rows.add(heat(day(row, zone), row.cells().subList(1, shown)));
        }
        String first =
                cohorts.size() > MOST_ROWS ? " Shown are the latest " + MOST_ROWS + " of " + cohorts.size() + "." : "";
        page.figure(
                new HeatChart(
                        "Percent that came back, by the " + unit + " of the first touchpoint",
                        (rows.size() - 1) + " cohorts and " + columns.size() + " " + unit + "s after the first.",
                        columns,
                        rows),
                List.of(),
                "A cell with a line across is not over yet for anybody of its cohort; that is not a loss." + first,
                JourneysPage.table("Shares of those for whom the " + unit + " is over.", rows(unit, table, zone)));
    }

    private static HeatChart.Row heat(String label, List<Cell> cells) {
        return new HeatChart.Row(
                label,
                cells.stream()
                        .map(cell -> new HeatChart.Cell(
                                cell.of() == 0 ? null : (double) cell.returned() / cell.of(),
                                label + ": " + cell.returned() + " of " + cell.of() + " came back"
                                        + (cell.open() == 0 ? "" : "; for " + cell.open() + " it is not over")))
                        .toList());
    }
}
