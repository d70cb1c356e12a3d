package dev.cxkit.metrics.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.commerce.OrderId;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.metrics.Series;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cohorts and life cycles over the calendars of a {@link Cadence}; the expected counts are counted on a calendar by hand. */
class CohortCalendarsTest {

    private static final ZoneId UTC = ZoneId.of("UTC");

    private static List<Order> orders(ZoneId zone, String... times) {
        return IntStream.range(0, times.length)
                .mapToObj(i -> Order.of(
                        OrderId.of("o" + i),
                        CustomerId.of("c"),
                        LocalDateTime.parse(times[i]).atZone(zone).toInstant(),
                        new Money(1000, Shop.EURO)))
                .toList();
    }

    private static List<Long> retained(CohortRetention retention, ZoneId zone, Instant to, String... times) {
        return OrderLog.of(Shop.EURO, zone, to).metric(retention).over(orders(zone, times)).total().stream()
                .map(RetentionTable.Cell::retained)
                .toList();
    }

    /** In Samoa 31 December 2011 followed on the 29th. */
    @Test
    void dailyRetentionCountsTheDaysThatThereWere() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        Instant to = Instant.parse("2012-01-05T00:00:00Z");
        String[] times = {"2011-12-29T23:00", "2011-12-31T10:00", "2012-01-01T10:00"};
        CohortRetention daily = CohortRetention.of(Cadence.daily(apia), to).upTo(4);
        assertThat(retained(daily, apia, to, times)).containsExactly(1L, 1L, 1L, 0L, 0L);
        assertThat(retained(daily.withMode(RetentionMode.UNINTERRUPTED), apia, to, times))
                .containsExactly(1L, 1L, 1L, 0L, 0L);
    }

    /** Sunday 4 and Monday 5 January 2026 are one week from Sunday and two from Monday; Sunday the 11th is the next one. */
    @Test
    void weeksFromSundayReachCohortsAndLifeCycles() {
        Instant to = Instant.parse("2026-01-18T00:00:00Z");
        String[] times = {"2026-01-04T12:00", "2026-01-05T12:00", "2026-01-11T12:00"};
        Cadence fromSunday = Cadence.weekly(UTC, DayOfWeek.SUNDAY);
        assertThat(retained(CohortRetention.of(fromSunday, to).upTo(2), UTC, to, times))
                .containsExactly(1L, 1L, 0L);
        assertThat(retained(
                        CohortRetention.of(Cadence.weekly(UTC), to).upTo(2),
                        UTC,
                        to,
                        "2026-01-04T12:00",
                        "2026-01-05T12:00"))
                .containsExactly(1L, 1L, 0L);
        Series<LifeCycle> cycle = OrderLog.of(Shop.EURO, UTC, to)
                .metric(LifeCycle.metric(fromSunday, to))
                .over(orders(UTC, times));
        assertThat(cycle.points().stream().map(Series.Point::value))
                .containsExactlyElementsOf(Stream.of(new LifeCycle(1, 0, 0, 0), new LifeCycle(0, 1, 0, 0))
                        .toList());
    }
}
