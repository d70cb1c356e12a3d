/**
 * Time that counts: half-open time ranges, sets of them, and the business hours that say which of it is open.
 *
 * <p>Start from {@link dev.cxkit.core.time.Schedule}, most simply {@code Schedule.weekly(zone, "mon-fri 09:00-17:00")}, and
 * {@link dev.cxkit.core.time.TimeRange}.
 *
 * <p>Nothing here reads the clock or the default zone; elapsed time is in real seconds, also on days on which clocks change.
 *
 * <pre>{@code
 * import dev.cxkit.core.time.Holidays;
 * import dev.cxkit.core.time.Schedule;
 * import java.time.Instant;
 * import java.time.LocalDate;
 * import java.time.ZoneId;
 *
 * ZoneId berlin = ZoneId.of("Europe/Berlin");
 * Schedule office = Schedule.weekly(berlin, "mon-fri 09:00-17:00")
 *         .withHolidays(Holidays.of(LocalDate.of(2026, 1, 6)));
 * Instant monday = Instant.parse("2026-01-05T15:00:00Z");
 * System.out.println(office.elapsed(monday, Instant.parse("2026-01-07T09:00:00Z")));
 * System.out.println(office.workingDays(berlin).dueAtEndOfDay(monday, 1).orElseThrow());
 * // -> PT2H
 * // -> 2026-01-07T16:00:00Z
 * }</pre>
 */
@NullMarked
package dev.cxkit.core.time;

import org.jspecify.annotations.NullMarked;
