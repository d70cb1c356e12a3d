package dev.cxkit.examples.report.orders;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.intake.Intake;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.examples.report.rows.Column;
import dev.cxkit.examples.report.rows.InputException;
import dev.cxkit.examples.report.rows.Row;
import dev.cxkit.examples.report.rows.Table;
import dev.cxkit.metrics.columns.OrderColumns;
import dev.cxkit.metrics.purchase.OrderLog;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** Reads a log of orders into columns. A row that cannot be understood is rejected, and counted with its reason. */
final class OrdersReader {

    private final Table table;
    private final OrdersRequest request;
    private final Column customer;
    private final Column at;
    private final Column amount;
    private final Map<String, Integer> codes = new LinkedHashMap<>();
    private int[] of = new int[1024];
    private long[] seconds = new long[1024];
    private long[] amounts = new long[1024];
    private int size;
    private long rows;

    /** An order that could be understood. */
    private record Read(String customer, long second, long minorUnits) {}

    private OrdersReader(Table table, OrdersRequest request) {
        this.table = table;
        this.request = request;
        this.customer = table.column(request.customer());
        this.at = table.column(request.at());
        this.amount = table.column(request.amount());
    }

    /**
     * Returns the orders in the table.
     *
     * @throws InputException if a column is not there, or there is no order
     */
    static OrderFile read(Table table, OrdersRequest request) {
        return new OrdersReader(table, request).read();
    }

    private OrderFile read() {
        Intake<Read> intake = Intake.into(this::take);
        table.forEach(row -> {
            rows++;
            intake.offer(row.line(), () -> read(row));
        });
        if (size == 0) {
            throw new InputException(table.name() + " has no order in its " + rows + " rows"
                    + intake.rejectedRows().stream()
                            .findFirst()
                            .map(first -> "; row " + first.position() + ": " + first.reason())
                            .orElse(""));
        }
        ZoneId zone = request.times().zone();
        LocalDate last = request.until() != null ? request.until() : latest(zone);
        Instant to = last.plusDays(1).atStartOfDay(zone).toInstant();
        return new OrderFile(
                table.name(),
                rows,
                intake.rejected(),
                intake.rejectedRows(),
                LongStream.of(seconds)
                        .limit(size)
                        .filter(second -> second >= to.getEpochSecond())
                        .count(),
                OrderLog.of(request.decimals(), zone, to),
                new OrderColumns(
                        codes.keySet().stream().map(CustomerId::of).toList(),
                        Arrays.copyOf(of, size),
                        Arrays.copyOf(seconds, size),
                        Arrays.copyOf(amounts, size)));
    }

    private LocalDate latest(ZoneId zone) {
        long latest = LongStream.of(seconds).limit(size).max().orElse(0);
        return Instant.ofEpochSecond(latest).atZone(zone).toLocalDate();
    }

    private Read read(Row row) {
        table.checkWidth(row);
        String who = row.text(customer);
        if (who.isEmpty()) {
            throw new IllegalArgumentException("customer is missing");
        }
        long second = request.times().read(row.text(at)).getEpochSecond();
        if (second < Cadence.EARLIEST || second > Cadence.LATEST) {
            throw new IllegalArgumentException("time is outside the years 1..9999");
        }
        String paid = row.text(amount);
        if (paid.isEmpty()) {
            throw new IllegalArgumentException("amount is missing");
        }
        return new Read(
                who,
                second,
                Money.of(paid, request.decimals().getCurrencyCode()).minorUnits());
    }

    private void take(Read read) {
        if (size == of.length) {
            of = Arrays.copyOf(of, 2 * size);
            seconds = Arrays.copyOf(seconds, 2 * size);
            amounts = Arrays.copyOf(amounts, 2 * size);
        }
        of[size] = codes.computeIfAbsent(read.customer, name -> codes.size());
        seconds[size] = read.second;
        amounts[size++] = read.minorUnits;
    }
}
