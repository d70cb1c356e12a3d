package dev.cxkit.metrics.survival;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.Normal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@index "Log-normal"} survival model, fitted by maximum likelihood to right-censored times: smoother than
 * {@link KaplanMeier} for few observations, and right as far as the times are log-normal.
 *
 * @param meanLog the mean of the natural logarithm of the time
 * @param sdLog its standard deviation, above 0
 */
public record LogNormal(double meanLog, double sdLog) implements Result {

    /** A time of 0 is taken as so much, since 0 has no logarithm. */
    private static final double HALF_A_UNIT = 0.5;

    private static final int MOST_ITERATIONS = 200;
    private static final double EXACT = 1e-12;

    /** Refuses a parameter outside its range, with an {@link IllegalArgumentException}. */
    public LogNormal {
        Check.finite("meanLog", meanLog);
        Check.positive("sdLog", sdLog);
    }

    /**
     * Returns the {@index "maximum likelihood"} fit, with right-censored times taken in.
     *
     * <ul>
     *   <li>Empty unless there are events at two different times, since there is no spread without.
     *   <li>A time of 0 with an event counts as half a unit where all times are whole, since they are then cut to the unit. Among fractions
     *       it is refused: 0 has no logarithm, and there is no unit.
     *   <li>A right-censored time of 0 says nothing.
     * </ul>
     *
     * <p>Newton's method in the parameters 1/sd and mean/sd, in which the likelihood has one maximum (Olsen, "Note on the uniqueness of the
     * maximum likelihood estimator for the tobit model", Econometrica, 1978).
     *
     * @throws IllegalArgumentException if there is delayed entry, or an event at 0 among times that are not whole
     */
    public static Optional<LogNormal> fit(KaplanMeier observed) {
        if (observed.table().entries.length > 0) {
            throw new IllegalArgumentException("a log-normal model cannot be fitted to times with delayed entry");
        }
        double[] times = observed.table().times;
        if (times.length > 0 && times[0] == 0 && observed.table().events[0] > 0 && !areWhole(times)) {
            throw new IllegalArgumentException(
                    "time 0.0 of an event has no logarithm, and among times that are not whole no unit to take half of");
        }
        double[] eventLogs = observed.steps().stream()
                .filter(step -> step.events() > 0)
                .mapToDouble(step -> log(step.time()))
                .toArray();
        if (eventLogs.length == 0 || eventLogs[0] == eventLogs[eventLogs.length - 1]) {
            return Optional.empty();
        }
        double centre = (eventLogs[0] + eventLogs[eventLogs.length - 1]) / 2;
        List<Row> rows =
                observed.steps().stream().map(step -> Row.of(step, centre)).toList();
        Point point = new Point(0, 2 / (eventLogs[eventLogs.length - 1] - eventLogs[0]));
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            Slope slope = Slope.at(point, rows);
            double determinant = slope.dd * slope.tt - slope.dt * slope.dt;
            double delta = (slope.t * slope.dt - slope.d * slope.tt) / determinant;
            double theta = (slope.d * slope.dt - slope.t * slope.dd) / determinant;
            double part = 1;
            Point next = point.plus(delta, theta);
            while (part > EXACT && !(next.theta > 0 && Slope.at(next, rows).logLikelihood >= slope.logLikelihood)) {
                part /= 2;
                next = point.plus(part * delta, part * theta);
            }
            if (part <= EXACT) {
                break;
            }
            boolean there =
                    Math.abs(delta) <= EXACT * (1 + Math.abs(point.delta)) && Math.abs(theta) <= EXACT * point.theta;
            point = next;
            if (there) {
                break;
            }
        }
        return Optional.of(new LogNormal(centre + point.delta / point.theta, 1 / point.theta));
    }

    private static boolean areWhole(double... times) {
        return Arrays.stream(times).allMatch(time -> time == Math.rint(time));
    }

    private static double log(double time) {
        return Math.log(time == 0 ? HALF_A_UNIT : time);
    }

    /** The events and right-censored times at a time, of which the logarithm is taken from a centre so that no digits are lost. */
    private record Row(double log, double events, double censored) {

        static Row of(KaplanMeier.Step step, double centre) {
            // Every time is above 0, so right-censoring at 0 says nothing.
            return new Row(LogNormal.log(step.time()) - centre, step.events(), step.time() == 0 ? 0 : step.censored());
        }
    }

    /** The parameters in which the likelihood is concave: the mean over the deviation, and one over the deviation. */
    private record Point(double delta, double theta) {

        Point plus(double delta, double theta) {
            return new Point(this.delta + delta, this.theta + theta);
        }
    }

    /** The log-likelihood, but for a constant, with its first and second derivatives. */
    private record Slope(double logLikelihood, double d, double t, double dd, double dt, double tt) {

        static Slope at(Point point, List<Row> rows) {
            double logLikelihood = 0;
            double d = 0;
            double t = 0;
            double dd = 0;
            double dt = 0;
            double tt = 0;
            for (Row row : rows) {
                double log = row.log;
                double u = point.theta * log - point.delta;
                logLikelihood += row.events * (Math.log(point.theta) - u * u / 2);
                d += row.events * u;
                t += row.events * (1 / point.theta - u * log);
                dd -= row.events;
                dt += row.events * log;
                tt -= row.events * (1 / (point.theta * point.theta) + log * log);
                double hazard = Normal.hazard(u);
                double bend = hazard * (hazard - u);
                logLikelihood += row.censored * Normal.logSurvival(u);
                d += row.censored * hazard;
                t -= row.censored * hazard * log;
                dd -= row.censored * bend;
                dt += row.censored * bend * log;
                tt -= row.censored * bend * log * log;
            }
            return new Slope(logLikelihood, d, t, dd, dt, tt);
        }
    }

    /**
     * Returns the survival function: the probability that the event comes later than this, 0..1.
     *
     * @param time at least 0
     * @throws IllegalArgumentException if the time is below 0
     */
    public double survival(double time) {
        return Math.exp(logSurvival(Check.notNegative("time", time)));
    }

    /**
     * Returns the probability that the event comes later than the target, given that it had not occurred by the age.
     *
     * @param age at least 0
     * @param target at least the age
     * @throws IllegalArgumentException if one is outside its range
     */
    public double conditionalSurvival(double target, double age) {
        Check.notNegative("age", age);
        if (target < age) {
            throw new IllegalArgumentException("target " + target + " is below age " + age);
        }
        return Math.min(1, Math.exp(logSurvival(target) - logSurvival(age)));
    }

    private double logSurvival(double time) {
        return time == 0 ? 0 : Normal.logSurvival((Math.log(time) - meanLog) / sdLog);
    }

    /** Returns the parameters. */
    @Override
    public Map<String, Object> document() {
        return Document.start().with("meanLog", meanLog).with("sdLog", sdLog).map();
    }
}
