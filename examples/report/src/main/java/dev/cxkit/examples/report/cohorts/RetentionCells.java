package dev.cxkit.examples.report.cohorts;

import dev.cxkit.examples.report.chart.HeatChart;
import dev.cxkit.examples.report.page.Page;
import dev.cxkit.examples.report.text.CellText;
import dev.cxkit.examples.report.text.PeriodText;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.purchase.RetentionTable;
import dev.cxkit.metrics.purchase.RetentionTable.Cell;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cohort retention, as a table and as a picture. An interval that is not over for anybody of a cohort has no share.
 *
 * @param unit the length of an interval, such as {@code month}
 * @param members what is counted, such as {@code customers}
 * @param start by what they are put into cohorts, such as {@code first purchase}
 * @param returned what they did, such as {@code bought again}
 */
public record RetentionCells(String unit, String members, String start, String returned) {

    private static final int MOST_ROWS = 30;
    private static final String ALL = "all";

    /** The shares, under a header. */
    public List<List<String>> rows(RetentionTable table, ZoneId zone) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("began in the " + unit + " of", members));
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
            shown = table.total().get(i).total() > 0 ? i + 1 : shown;
        }
        return shown;
    }

    private static String day(RetentionTable.Row row, ZoneId zone) {
        return PeriodText.from(row.period(), zone);
    }

    private static List<String> row(String name, long size, List<Cell> cells) {
        List<String> row = new ArrayList<>(List.of(name, Unit.count(size)));
        cells.forEach(cell -> row.add(share(cell)));
        return row;
    }

    /** Adds the picture to an open section, with all as a table under it. */
    public void figure(Page page, RetentionTable table, ZoneId zone) {
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
                        "Percent that " + returned + ", by the " + unit + " of the " + start,
                        (rows.size() - 1) + " cohorts and " + columns.size() + " " + unit + "s after the first.",
                        columns,
                        rows),
                List.of(),
                "A cell with a line across is not over yet for anybody of its cohort; that is not a loss." + first,
                shares(table, zone));
    }

    private Page.Table shares(RetentionTable table, ZoneId zone) {
        return Page.Table.of("Shares of those for whom the " + unit + " is over.", rows(table, zone));
    }

    private static String share(Cell cell) {
        return cell.share()
                .estimate()
                .map(share -> Unit.SHARE.show(share.value()))
                .orElse(CellText.NONE);
    }

    private HeatChart.Row heat(String label, List<Cell> cells) {
        return new HeatChart.Row(
                label,
                cells.stream()
                        .map(cell -> new HeatChart.Cell(
                                cell.total() == 0 ? null : (double) cell.retained() / cell.total(),
                                label + ": " + cell.retained() + " of " + cell.total() + " " + returned
                                        + (cell.open() == 0 ? "" : "; for " + cell.open() + " it is not over")))
                        .toList());
    }
}
