package dev.cxkit.examples.benchmarks;

import dev.cxkit.metrics.survival.Cox;
import dev.cxkit.metrics.survival.KaplanMeier;
import dev.cxkit.metrics.survival.LogRank;
import dev.cxkit.metrics.survival.LogRankWeight;
import dev.cxkit.metrics.survival.SurvivalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long customers stay, in three groups and with three covariates: about two thirds have left. */
@State(Scope.Benchmark)
public class Lifetimes {

    static final int GROUPS = 3;
    private static final long SEED = 29;
    private static final double MEAN = 400;
    private static final double LONGEST = 3_000;

    /** How many customers. */
    @Param("1000000")
    public int rows;

    double[] times = {};
    double[] days = {};
    boolean[] ended = {};
    int[] groups = {};
    final Map<String, double[]> covariates = new LinkedHashMap<>();

    /** Makes customers of whom each stays for a random time and is watched for another. */
    @Setup
    public void makeCustomers() {
        Random random = new Random(SEED);
        times = new double[rows];
        days = new double[rows];
        ended = new boolean[rows];
        groups = new int[rows];
        double[] age = new double[rows];
        double[] visits = new double[rows];
        double[] premium = new double[rows];
        for (int i = 0; i < rows; i++) {
            groups[i] = random.nextInt(GROUPS);
            age[i] = 20 + 50 * random.nextDouble();
            visits[i] = random.nextGaussian();
            premium[i] = random.nextInt(2);
            double rate = Math.exp(0.01 * (age[i] - 45) - 0.3 * visits[i] - 0.2 * premium[i] + 0.05 * groups[i]);
            double leaves = -Math.log(1 - random.nextDouble()) * MEAN / rate;
            double watched = -Math.log(1 - random.nextDouble()) * 2 * MEAN;
            times[i] = Math.min(LONGEST, Math.min(leaves, watched));
            days[i] = Math.ceil(times[i]);
            ended[i] = leaves <= Math.min(watched, LONGEST);
        }
        covariates.put("age", age);
        covariates.put("visits", visits);
        covariates.put("premium", premium);
    }

    /** One customer of plain code. */
    static final class Row {

        final double time;
        final boolean ended;
        final int group;
        final double[] x;

        Row(double time, boolean ended, int group, double... x) {
            this.time = time;
            this.ended = ended;
            this.group = group;
            this.x = x;
        }
    }

    /** The customers as objects in the order of time, with their ends first. */
    List<Row> sorted(double... lasting) {
        List<double[]> columns = List.copyOf(covariates.values());
        List<Row> sorted = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            double[] x = new double[columns.size()];
            for (int j = 0; j < x.length; j++) {
                x[j] = columns.get(j)[i];
            }
            sorted.add(new Row(lasting[i], ended[i], groups[i], x));
        }
        sorted.sort(Comparator.<Row>comparingDouble(row -> row.time).thenComparing(row -> !row.ended));
        return sorted;
    }

    /** A curve of times that are almost all different. */
    public static class CurveOfTimes {

        /** The library, from arrays. */
        @Benchmark
        public double cx(Lifetimes customers) {
            return KaplanMeier.of(customers.times, customers.ended).median().orElseThrow();
        }

        /** The library, one customer at a time. */
        @Benchmark
        public double cxMetric(Lifetimes customers) {
            return metric(customers, customers.times);
        }

        /** Objects in a sorted list. */
        @Benchmark
        public double sortedList(Lifetimes customers) {
            double survival = 1;
            int atRisk = customers.rows;
            for (Row row : customers.sorted(customers.times)) {
                survival *= row.ended ? 1 - 1.0 / atRisk : 1;
                if (survival <= 0.5) {
                    return row.time;
                }
                atRisk--;
            }
            throw new IllegalStateException("too few have left");
        }
    }

    /** A curve of times in whole days. */
    public static class CurveOfDays {

        /** The library, from arrays. */
        @Benchmark
        public double cx(Lifetimes customers) {
            return KaplanMeier.of(customers.days, customers.ended).median().orElseThrow();
        }

        /** The library, one customer at a time. */
        @Benchmark
        public double cxMetric(Lifetimes customers) {
            return metric(customers, customers.days);
        }

        /** Two counts for each day in a tree. */
        @Benchmark
        public double treeMap(Lifetimes customers) {
            TreeMap<Double, int[]> counts = new TreeMap<>();
            for (int i = 0; i < customers.rows; i++) {
                counts.computeIfAbsent(customers.days[i], day -> new int[2])[customers.ended[i] ? 0 : 1]++;
            }
            double survival = 1;
            int atRisk = customers.rows;
            for (Map.Entry<Double, int[]> day : counts.entrySet()) {
                int[] count = day.getValue();
                survival *= 1 - (double) count[0] / atRisk;
                if (survival <= 0.5) {
                    return day.getKey();
                }
                atRisk -= count[0] + count[1];
            }
            throw new IllegalStateException("too few have left");
        }
    }

    private static double metric(Lifetimes customers, double... times) {
        var curve = KaplanMeier.metric().start();
        for (int i = 0; i < customers.rows; i++) {
            curve.add(new SurvivalTime(times[i], customers.ended[i]));
        }
        return curve.result().median().orElseThrow();
    }

    /** The log-rank test of three groups, of times that are almost all different. */
    public static class LogRankOfGroups {

        /** The library, from arrays. */
        @Benchmark
        public double cx(Lifetimes customers) {
            return LogRank.of(
                            KaplanMeier.byGroup(customers.times, customers.ended, customers.groups, GROUPS),
                            LogRankWeight.UNWEIGHTED)
                    .orElseThrow()
                    .test()
                    .statistic();
        }

        /** Objects in a sorted list; the first two groups are enough, as the excesses add up to 0. */
        @Benchmark
        public double sortedList(Lifetimes customers) {
            double[] atRisk = new double[GROUPS];
            for (int group : customers.groups) {
                atRisk[group]++;
            }
            double n = customers.rows;
            double[] excess = new double[2];
            double[][] v = new double[2][2];
            for (Row row : customers.sorted(customers.times)) {
                for (int g = 0; g < 2 && row.ended; g++) {
                    excess[g] += (row.group == g ? 1 : 0) - atRisk[g] / n;
                    for (int h = 0; h < 2; h++) {
                        v[g][h] += atRisk[g] / n * ((g == h ? 1 : 0) - atRisk[h] / n);
                    }
                }
                atRisk[row.group]--;
                n--;
            }
            double determinant = v[0][0] * v[1][1] - v[0][1] * v[1][0];
            return (excess[0] * excess[0] * v[1][1]
                            - 2 * excess[0] * excess[1] * v[0][1]
                            + excess[1] * excess[1] * v[0][0])
                    / determinant;
        }
    }

    /** Proportional hazards with three covariates. */
    public static class CoxOfCovariates {

        /** The library, from arrays. */
        @Benchmark
        public double cx(Lifetimes customers) {
            return Cox.fit(customers.times, customers.ended, customers.covariates)
                    .coefficients()
                    .get(0)
                    .value();
        }

        /** Newton's method over objects in a sorted list, without ties. */
        @Benchmark
        public double sortedList(Lifetimes customers) {
            List<Row> sorted = customers.sorted(customers.times);
            int p = customers.covariates.size();
            double[] beta = new double[p];
            double moved = 1;
            while (moved > 1e-9) {
                double[] slope = new double[p];
                double[][] information = new double[p][p];
                double s0 = 0;
                double[] s1 = new double[p];
                double[][] s2 = new double[p][p];
                for (int i = sorted.size() - 1; i >= 0; i--) {
                    Row row = sorted.get(i);
                    double eta = 0;
                    for (int j = 0; j < p; j++) {
                        eta += beta[j] * row.x[j];
                    }
                    double weight = Math.exp(eta);
                    s0 += weight;
                    for (int j = 0; j < p; j++) {
                        s1[j] += weight * row.x[j];
                        for (int k = 0; k < p; k++) {
                            s2[j][k] += weight * row.x[j] * row.x[k];
                        }
                    }
                    for (int j = 0; j < p && row.ended; j++) {
                        slope[j] += row.x[j] - s1[j] / s0;
                        for (int k = 0; k < p; k++) {
                            information[j][k] += s2[j][k] / s0 - s1[j] * s1[k] / (s0 * s0);
                        }
                    }
                }
                moved = 0;
                double[] step = solved(information, slope);
                for (int j = 0; j < p; j++) {
                    beta[j] += step[j];
                    moved = Math.max(moved, Math.abs(step[j]));
                }
            }
            return beta[0];
        }

        /** By Gauss. */
        private static double[] solved(double[][] matrix, double... right) {
            int p = right.length;
            for (int j = 0; j < p; j++) {
                for (int i = j + 1; i < p; i++) {
                    double factor = matrix[i][j] / matrix[j][j];
                    for (int k = j; k < p; k++) {
                        matrix[i][k] -= factor * matrix[j][k];
                    }
                    right[i] -= factor * right[j];
                }
            }
            for (int j = p - 1; j >= 0; j--) {
                for (int k = j + 1; k < p; k++) {
                    right[j] -= matrix[j][k] * right[k];
                }
                right[j] /= matrix[j][j];
            }
            return right;
        }
    }
}
