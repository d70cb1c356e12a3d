package dev.cxkit.examples.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks and prints, for each group and size, what everyone takes and how many times that of the library it is. */
public final class Report {

    private static final String USAGE = """
            usage: java -jar benchmarks.jar [--only REGEX] [--rows N,N...] [--order TIME|NONE] [--rounds N]
              --only    benchmarks whose name (Class.method) has a match: NpsOfBytes, StoresAndWeeks, DurationQuantiles,
                        DoubleSums, ThreeDays, TenYears, ServiceMetrics, ResolutionByTeam, Explanations, PathAttribution,
                        JourneysOfClicks, OrdersToSummary, LifetimeModels, RevenueByMonth, CurveOfTimes,
                        CurveOfDays, LogRankOfGroups, CoxOfCovariates
              --rows    sizes, instead of those of each benchmark
              --order   how the rows of StoresAndWeeks lie: as they came in (default), or in no order
              --rounds  how often everything is run, in turn; the fastest counts (default 1)""";

    private final PrintStream out;

    private Report(PrintStream out) {
        this.out = out;
    }

    /** Runs what the arguments say. */
    public static void main(String... arguments) throws RunnerException {
        String only = ".*";
        String[] rows = {};
        String order = Survey.Order.TIME.name();
        int rounds = 1;
        try {
            for (int i = 0; i < arguments.length; i += 2) {
                if (i + 1 == arguments.length) {
                    throw new IllegalArgumentException(arguments[i] + " has no value");
                }
                String value = arguments[i + 1];
                switch (arguments[i]) {
                    case "--only" -> only = value;
                    case "--rows" -> rows = value.split(",", -1);
                    case "--order" -> order = value;
                    case "--rounds" -> rounds = Integer.parseInt(value);
                    default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
                }
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + USAGE);
            System.exit(2);
        }
        new Report(System.out).run(only, order, rounds, rows);
    }

    private void run(String only, String order, int rounds, String... rows) throws RunnerException {
        out.println("JDK " + System.getProperty("java.vm.version") + " (" + System.getProperty("java.vm.vendor") + "), "
                + processor() + ", " + Runtime.getRuntime().availableProcessors() + " processors");
        List<RunResult> results = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            System.err.println("round " + round + " of " + rounds);
            results.addAll(measure(only, order, rows));
        }
        Map<String, List<Timing>> tables = new TreeMap<>();
        for (Timing timing : Timing.of(results)) {
            tables.computeIfAbsent(timing.group(), group -> new ArrayList<>()).add(timing);
        }
        tables.forEach((group, timings) -> {
            out.println();
            Timing.table(group, timings).forEach(out::println);
        });
        if (tables.containsKey(DurationQuantiles.class.getSimpleName())) {
            out.println();
            Exactness.ofQuantiles(10_000_000).forEach(out::println);
        }
        if (tables.containsKey(DoubleSums.class.getSimpleName())) {
            out.println();
            Exactness.ofSums(1_000_000).forEach(out::println);
        }
    }

    /** Every benchmark in a JVM of its own, so that none spoils the compiled code of another. */
    private static Collection<RunResult> measure(String only, String order, String... rows) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(only)
                .param("order", order)
                .mode(Mode.SampleTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(700))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgsAppend(jvmArguments())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        if (rows.length > 0) {
            options.param("rows", rows);
        }
        return new Runner(options.build()).run();
    }

    /** Newer JVMs warn of what JMH and DuckDB do unless it is allowed; older ones do not know all of these words. */
    private static String[] jvmArguments() {
        return Runtime.version().feature() < 24
                ? new String[] {"-XX:+UseParallelGC"}
                : new String[] {
                    "-XX:+UseParallelGC", "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"
                };
    }

    private static String processor() {
        Path file = Path.of("/proc/cpuinfo");
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
