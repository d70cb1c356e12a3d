package dev.cxkit.journey;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds for all modules of the library. This one sees them all. */
@AnalyzeClasses(
        packages = {"dev.cxkit.core", "dev.cxkit.metrics", "dev.cxkit.journey"},
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.cxkit.";

    private static final int MOST_PUBLIC_TYPES = 350;
    private static final int MOST_FILES_OF_A_PACKAGE = 30;
    private static final int MOST_LINES_OF_A_PACKAGE = 2_500;
    private static final int MOST_LINES_OF_A_FILE = 250;

    /** A text is passed over, since it may hold what looks like a comment. */
    private static final Pattern COMMENT =
            Pattern.compile("(\"(?:[^\"\\\\\n]|\\\\.)*\")|/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);

    /** Each package with those that it knows: the whole picture, so that a new arrow is a decision. All may know core.check. */
    private static final String ARROWS = """
            core.check:
            core.result: core.time
            core.json:
            core.time: core.json
            core.intake:
            core.customer: core.json
            core.identity: core.customer core.json
            core.touchpoint: core.customer core.json
            core.feedback: core.customer core.json core.touchpoint
            core.support: core.customer core.json core.time core.touchpoint
            core.sla: core.support core.time
            core.commerce: core.customer core.json core.touchpoint
            metrics: core.time core.touchpoint
            metrics.numeric: metrics
            metrics.stats: core.time metrics metrics.numeric
            metrics.quantiles: metrics metrics.numeric
            metrics.survival: metrics metrics.numeric metrics.quantiles metrics.stats
            metrics.survey: core.feedback core.time metrics metrics.numeric metrics.stats
            metrics.service: core.customer core.sla core.support core.time metrics metrics.numeric metrics.quantiles metrics.stats metrics.survival
            metrics.desk: core.customer core.feedback core.support core.time core.touchpoint metrics metrics.numeric metrics.quantiles metrics.service metrics.stats
            metrics.lifetime: metrics metrics.numeric metrics.stats metrics.survival
            metrics.purchase: core.commerce core.customer core.time metrics metrics.lifetime metrics.numeric metrics.quantiles metrics.stats metrics.survival
            metrics.subscription: core.commerce core.customer core.time metrics metrics.stats metrics.survival
            metrics.columns: core.customer core.feedback core.time metrics metrics.lifetime metrics.numeric metrics.purchase metrics.survey
            journey: core.customer core.time core.touchpoint metrics metrics.quantiles metrics.stats
            journey.map: core.json core.touchpoint
            journey.conformance: core.touchpoint journey journey.map metrics metrics.numeric metrics.stats
            journey.funnel: core.touchpoint journey metrics metrics.stats
            journey.flow: core.touchpoint journey metrics metrics.numeric metrics.quantiles metrics.stats
            journey.stages: core.time core.touchpoint journey journey.map metrics metrics.numeric metrics.purchase metrics.quantiles metrics.stats
            journey.experience: core.feedback core.touchpoint journey journey.map metrics metrics.stats
            journey.compare: journey journey.flow journey.funnel metrics.purchase metrics.stats
            journey.attribution: core.touchpoint journey metrics metrics.stats
            journey.render: core.time core.touchpoint journey journey.flow journey.funnel journey.map metrics metrics.stats
            """;

    private static final Set<String> CLOCKS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.time.ZoneId.systemDefault",
            "java.util.TimeZone.getDefault",
            "java.util.Date.<init>");

    private static final DescribedPredicate<JavaAccess<?>> READS_CLOCK_OR_ZONE =
            describe("reads the clock or the default zone", access -> {
                String owner = access.getTargetOwner().getName();
                String name = access.getTarget().getName();
                boolean clock = owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system"));
                return clock || CLOCKS.contains(owner + "." + name);
            });

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CIRCLES =
            slices().matching("dev.cxkit.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOTHING_READS_THE_CLOCK_OR_THE_DEFAULT_ZONE =
            noClasses().that(areNoKit()).should().accessTargetWhere(READS_CLOCK_OR_ZONE);

    @ArchTest
    static void packagesKnowThoseOfThePictureAlone(JavaClasses classes) {
        Map<String, Set<String>> known = new TreeMap<>();
        ARROWS.lines().forEach(line -> {
            String[] sides = line.split(":", 2);
            known.put(
                    sides[0],
                    Arrays.stream(sides[1].trim().split(" "))
                            .filter(p -> !p.isEmpty())
                            .collect(toCollection(TreeSet::new)));
        });
        Map<String, Set<String>> seen = new TreeMap<>();
        for (JavaClass of : classes.that(areNoKit())) {
            Set<String> targets = seen.computeIfAbsent(packageOf(of), name -> new TreeSet<>());
            of.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith(ROOT.substring(0, ROOT.length() - 1)))
                    .map(ArchitectureTest::packageOf)
                    .filter(target -> !target.equals(packageOf(of))
                            && !target.equals("core.check")
                            && !target.equals("core.result"))
                    .forEach(targets::add);
        }
        assertThat(seen).isEqualTo(known);
    }

    @ArchTest
    static void noTwoPublicTypesShareAName(JavaClasses classes) {
        Map<String, List<String>> byName = classes.stream()
                .filter(ArchitectureTest::isPublicTopLevel)
                .collect(groupingBy(
                        JavaClass::getSimpleName, TreeMap::new, mapping(JavaClass::getName, Collectors.toList())));
        byName.values().removeIf(types -> types.size() == 1);
        assertThat(byName).isEmpty();
    }

    @ArchTest
    static void thereAreNoMorePublicTypesThanAReaderCanKnow(JavaClasses classes) {
        assertThat(classes.that(areNoKit()).stream().filter(ArchitectureTest::isPublicTopLevel))
                .hasSizeLessThanOrEqualTo(MOST_PUBLIC_TYPES);
    }

    @ArchTest
    static void filesAndPackagesStaySmall(JavaClasses classes) throws IOException {
        Map<String, Long> files = new TreeMap<>();
        Map<String, Long> lines = new TreeMap<>();
        Map<String, Long> tooLong = new TreeMap<>();
        for (Path file : mainSources()) {
            String of = project().relativize(file.getParent()).toString();
            long code = codeLines(file);
            files.merge(of, 1L, Long::sum);
            lines.merge(of, code, Long::sum);
            if (code > MOST_LINES_OF_A_FILE) {
                tooLong.put(project().relativize(file).toString(), code);
            }
        }
        files.values().removeIf(count -> count <= MOST_FILES_OF_A_PACKAGE);
        lines.values().removeIf(count -> count <= MOST_LINES_OF_A_PACKAGE);
        assertThat(files).as("files of a package").isEmpty();
        assertThat(lines).as("lines of code of a package").isEmpty();
        assertThat(tooLong).as("lines of code of a file").isEmpty();
    }

    @ArchTest
    static final ArchRule WHAT_IS_CALLED_A_TEST_IS_ONE = noClasses().should().haveNameMatching(".*Test");

    @ArchTest
    static final ArchRule ONLY_ANNOTATIONS_OF_JACKSON_ARE_USED = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..", "tools.jackson..");

    @ArchTest
    static final ArchRule ONLY_THE_INTAKE_LOGS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.cxkit.core.intake")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..");

    @ArchTest
    static final ArchRule THE_LOG_IS_SLF4J =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.util.logging..");

    @ArchTest
    static final ArchRule NOTHING_PRINTS = noClasses()
            .that(areNoKit())
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    /** Lines with more than comments, imports and the package line. */
    private static long codeLines(Path file) throws IOException {
        String code = COMMENT.matcher(Files.readString(file)).replaceAll(found -> found.group(1) == null ? "" : "text");
        return code.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("import ") && !line.startsWith("package "))
                .count();
    }

    private static List<Path> mainSources() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String module : List.of("cx-core", "cx-metrics", "cx-journey")) {
            try (Stream<Path> files = Files.walk(project().resolve(module).resolve("src/main/java/dev"))) {
                files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** The folder of the whole project, wherever the tests were started. */
    static Path project() {
        try {
            Path path = Path.of(ArchitectureTest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            while (!Files.isDirectory(path.resolve("cx-core"))) {
                path = requireNonNull(path.getParent(), "parent");
            }
            return path;
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** The kits are in jars of tests, of which the import does not know that they are. */
    private static DescribedPredicate<JavaClass> areNoKit() {
        return describe("are no kit", of -> !of.getPackageName().endsWith(".kit"));
    }

    private static String packageOf(JavaClass of) {
        return of.getPackageName().substring(ROOT.length());
    }

    private static boolean isPublicTopLevel(JavaClass of) {
        return of.isTopLevelClass() && of.getModifiers().contains(JavaModifier.PUBLIC);
    }
}
