package dev.cxkit.examples.report.cases;

import dev.cxkit.core.time.Holidays;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.time.WeeklySchedule;
import dev.cxkit.examples.report.options.ReportOptions;
import dev.cxkit.examples.report.rows.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The business hours. */
final class HoursOptions {

    @Option(
            names = "--hours",
            paramLabel = "HOURS",
            description =
                    "Business hours such as \"mon-fri 09:00-17:00\": times are also counted in them, SLA clocks only in them.")
    private @Nullable String hours;

    @Option(
            names = "--holidays",
            paramLabel = "COUNTRY|FILE",
            description =
                    "When the hours are closed: the public holidays of a country or a part of it, such as de or de-by, or a file "
                            + "with one date on a line, such as 2026-12-25.")
    private @Nullable String holidays;

    /** Returns the hours, or null if there are none. */
    @Nullable
    Schedule schedule(ReportOptions report) {
        if (hours == null) {
            if (holidays != null) {
                throw report.wrong("--holidays needs --hours");
            }
            return null;
        }
        String text = hours;
        WeeklySchedule weekly = report.read("--hours", () -> Schedule.weekly(report.zone(), text));
        return holidays == null ? weekly : weekly.withHolidays(holidays(holidays, report));
    }

    private static Holidays holidays(String text, ReportOptions report) {
        return PublicHolidays.isPlace(text)
                ? report.read("--holidays", () -> PublicHolidays.of(text))
                : Holidays.of(dates(Path.of(text)));
    }

    private static List<LocalDate> dates(Path from) {
        List<LocalDate> dates = new ArrayList<>();
        String date = "";
        try {
            for (String line : Files.readAllLines(from)) {
                date = line.strip();
                if (!date.isEmpty()) {
                    dates.add(LocalDate.parse(date));
                }
            }
        } catch (IOException e) {
            throw new InputException("cannot read holidays " + from, e);
        } catch (DateTimeException e) {
            throw new InputException("holidays " + from + ": '" + date + "' is not a date like 2026-12-25", e);
        }
        return dates;
    }
}
