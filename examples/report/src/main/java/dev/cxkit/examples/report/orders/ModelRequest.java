package dev.cxkit.examples.report.orders;

import dev.cxkit.metrics.lifetime.BgNbd;
import dev.cxkit.metrics.lifetime.Fit;
import dev.cxkit.metrics.lifetime.Horizon;
import dev.cxkit.metrics.lifetime.MbgNbd;
import dev.cxkit.metrics.lifetime.ParetoNbd;
import dev.cxkit.metrics.lifetime.RecencyFrequencyPatterns;
import dev.cxkit.metrics.lifetime.TransactionModel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the model of future orders.
 *
 * @param model its name
 * @param unit the unit of its times
 * @param horizon how many of them value is counted over
 * @param discount of one unit
 * @param calibrateUntil the last day that the model sees; null for the last day of the log
 */
record ModelRequest(
        String model,
        TimeUnit unit,
        int horizon,
        double discount,
        @Nullable LocalDate calibrateUntil) {

    static final double DAYS_OF_A_YEAR = 365.25;

    private static final Pattern RATE = Pattern.compile("([0-9]{1,6}(?:[.][0-9]{1,9})?)/(day|week|month|year)");

    /** Checks the name of the model and the horizon. */
    ModelRequest {
        if (!model.matches("(bg|mbg|pareto)-nbd")) {
            throw new IllegalArgumentException("'" + model + "' is not bg-nbd, mbg-nbd or pareto-nbd");
        }
    }

    /**
     * Returns the discount of one unit that comes to one in another, such as {@code 0.15/year}.
     *
     * @throws IllegalArgumentException if the text is no such thing
     */
    static double discount(String text, TimeUnit unit) {
        Matcher rate = RATE.matcher(text);
        if (!rate.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a rate like 0.15/year");
        }
        double days = rate.group(2).equals("year")
                ? DAYS_OF_A_YEAR
                : TimeUnit.named(rate.group(2)).days();
        return Math.expm1(Math.log1p(Double.parseDouble(rate.group(1))) * unit.days() / days);
    }

    /** Returns the end of what the model sees, exclusive. */
    Instant end(OrderFile file, ZoneId zone) {
        return calibrateUntil == null
                ? file.log().to()
                : calibrateUntil.plusDays(1).atStartOfDay(zone).toInstant();
    }

    Horizon over() {
        return Horizon.of(horizon, 1, discount);
    }

    Optional<? extends Fit<? extends TransactionModel>> fit(RecencyFrequencyPatterns patterns) {
        return switch (model) {
            case "mbg-nbd" -> MbgNbd.fit(patterns);
            case "pareto-nbd" -> ParetoNbd.fit(patterns);
            default -> BgNbd.fit(patterns);
        };
    }
}
