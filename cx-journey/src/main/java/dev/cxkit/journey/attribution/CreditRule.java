package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Definition;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A {@index "attribution model" rule-based attribution model}: {@index "first-touch attribution" first touch},
 * {@index "last-touch attribution" last touch}, last non-direct touch, {@index "linear attribution" linear},
 * {@index "position-based attribution" position-based} (40-20-40) or decay by position. It says how the conversion at the end of a path is
 * shared among the activities of the path; a host may supply its own.
 *
 * <ul>
 *   <li>Shared are conversions with an activity before them. Conversions without one are counted as unattributable; null paths get
 *       nothing.
 *   <li>Attribution by rule is a convention and measures no effect. For decay by time, which the activities of a path do not tell, there
 *       is {@link TimeDecay}; for data-driven attribution {@link Markov}.
 * </ul>
 *
 * <p>Edge case: a table without a conversion attributes 0 to every activity.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.Touchpoint;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.attribution.CreditRule;
 * import dev.cxkit.journey.attribution.GoalPaths;
 * import dev.cxkit.journey.attribution.RuleAttribution;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 *
 * List<Touchpoint> log = Stream.of("ada email 02", "ada search 05", "ada order 06", "ben search 03", "ben order 04", "eve email 07")
 *         .map(line -> line.split(" "))
 *         .<Touchpoint>map(field -> Interaction.builder(field[0] + field[2], TouchpointType.of(field[1]))
 *                 .customer(CustomerId.of(field[0]))
 *                 .channel(Channel.WEB)
 *                 .occurredAt(Instant.parse("2026-02-" + field[2] + "T09:00:00Z"))
 *                 .build())
 *         .toList();
 * RuleAttribution attribution = RuleAttribution.metric(GoalPaths.of("order"), CreditRule.linear())
 *         .over(JourneyAssembler.byCustomer().assemble(log));
 * attribution.credits().forEach((activity, credit) -> System.out.println(activity + " " + credit.conversions()));
 * // -> email 0.5
 * // -> search 1.5
 * }</pre>
 */
@FunctionalInterface
public interface CreditRule extends Serializable {

    /**
     * Returns the share of each activity of the path: as many as the path is long, none negative, adding up to 1.
     *
     * @param path the activities in order, at least one; unmodifiable
     */
    double[] shares(List<String> path);

    /** Returns the name that {@link RuleAttribution#rule} tells; give a rule of your own one with {@link #named}. */
    default String name() {
        return "custom";
    }

    /** Returns first-touch attribution: the first activity gets all. */
    static CreditRule firstTouch() {
        return named("first-touch", path -> only(0, path.size()));
    }

    /** Returns last-touch attribution: the last activity gets all. */
    static CreditRule lastTouch() {
        return named("last-touch", path -> only(path.size() - 1, path.size()));
    }

    /**
     * Returns last-touch attribution that passes over an activity, such as direct visits (last non-direct touch): the last other activity gets
     * all; the last one where there is no other.
     */
    static CreditRule lastTouchExcept(String activity) {
        requireNonNull(activity, "activity");
        return named(Definition.of("last-touch-except", activity), path -> {
            int position = path.size() - 1;
            while (position >= 0 && path.get(position).equals(activity)) {
                position--;
            }
            return only(position < 0 ? path.size() - 1 : position, path.size());
        });
    }

    /** Returns linear attribution: all positions of the path get the same, so an activity that is there twice gets two parts. */
    static CreditRule linear() {
        return named("linear", CreditRule::equal);
    }

    private static double[] equal(List<String> path) {
        double[] shares = new double[path.size()];
        Arrays.fill(shares, 1.0 / shares.length);
        return shares;
    }

    /**
     * Returns linear attribution to unique activities: all activities of a path get the same, however often they occur. This is the
     * {@index "Shapley value"} where a path is worth something to those who hold all of its activities.
     */
    static CreditRule linearUnique() {
        return named("linear-unique", path -> {
            Map<String, Integer> times = new HashMap<>();
            path.forEach(activity -> times.merge(activity, 1, Integer::sum));
            double[] shares = new double[path.size()];
            Arrays.setAll(shares, i -> 1.0 / times.size() / times.getOrDefault(path.get(i), 1));
            return shares;
        });
    }

    /** Returns position-based attribution: the first and the last get 40 % each and those between them 20 %; of two, each gets half. */
    static CreditRule positionBased() {
        return named("position-based", path -> {
            int size = path.size();
            if (size <= 2) {
                return equal(path);
            }
            double[] shares = new double[size];
            Arrays.fill(shares, 0.2 / (size - 2));
            shares[0] = 0.4;
            shares[size - 1] = 0.4;
            return shares;
        });
    }

    /**
     * Returns decay by position: the weight halves with each half-life before the last position.
     *
     * @param halfLife in positions, above 0
     * @throws IllegalArgumentException if it is not above 0 or not finite
     */
    static CreditRule positionDecay(double halfLife) {
        if (!(halfLife > 0) || Double.isInfinite(halfLife)) {
            throw new IllegalArgumentException("half-life " + halfLife + " is not above 0 and finite");
        }
        return named("position-decay(" + halfLife + " positions)", path -> {
            double[] before = new double[path.size()];
            Arrays.setAll(before, i -> path.size() - 1 - i);
            return NamedCreditRule.decaying(halfLife, before);
        });
    }

    /** Returns the same rule with a name, which {@link RuleAttribution} tells. */
    static CreditRule named(String name, CreditRule rule) {
        return new NamedCreditRule(requireNonNull(name, "name"), requireNonNull(rule, "rule"));
    }

    private static double[] only(int position, int size) {
        double[] shares = new double[size];
        shares[position] = 1;
        return shares;
    }

    /**
     * Returns the conversions and the value of a table, attributed by this rule.
     *
     * @throws IllegalArgumentException if the rule gives other than one share of at least 0 for each activity, or they do not add up to 1
     */
    default RuleAttribution attribute(PathTable table) {
        requireNonNull(table, "table");
        Map<String, double[]> sums = new TreeMap<>();
        for (PathRow row : table.rows()) {
            List<String> path = row.path();
            double[] shares = path.isEmpty() ? new double[0] : checked(path);
            for (int i = 0; i < shares.length; i++) {
                double[] sum = sums.computeIfAbsent(path.get(i), activity -> new double[2]);
                sum[0] += shares[i] * row.totals().conversions();
                sum[1] += shares[i] * row.totals().value();
            }
        }
        Map<String, Credit> credits = new TreeMap<>();
        sums.forEach((activity, sum) -> credits.put(activity, new Credit(sum[0], sum[1])));
        return new RuleAttribution(name(), table.attributable(), table.unattributable(), credits);
    }

    private double[] checked(List<String> path) {
        double[] shares = shares(path);
        double sum = 0;
        boolean valid = shares.length == path.size();
        for (double share : shares) {
            valid &= share >= 0;
            sum += share;
        }
        if (!valid || !(Math.abs(sum - 1) <= 1e-9)) {
            throw new IllegalArgumentException(name() + " gives the shares " + Arrays.toString(shares)
                    + " to a path of " + path.size() + "; they must be at least 0 and add up to 1");
        }
        return shares;
    }
}
