package dev.cxkit.journey;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** What holds for all modules of the library. This one sees them all. */
@AnalyzeClasses(packages = "dev.cxkit", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

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
            noClasses().should().accessTargetWhere(READS_CLOCK_OR_ZONE);

    @ArchTest
    static final ArchRule SURVEYS_SERVICE_AND_LOYALTY_STAND_ON_STATISTICS_AND_THESE_ON_THE_FOLD = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("core")
            .definedBy("dev.cxkit.core..")
            .layer("fold")
            .definedBy("dev.cxkit.metrics")
            .layer("stats")
            .definedBy("dev.cxkit.metrics.stats")
            .layer("service")
            .definedBy("dev.cxkit.metrics.service")
            .layer("survey")
            .definedBy("dev.cxkit.metrics.survey")
            .layer("lifetime")
            .definedBy("dev.cxkit.metrics.lifetime")
            .layer("loyalty")
            .definedBy("dev.cxkit.metrics.loyalty")
            .layer("journey")
            .definedBy("dev.cxkit.journey..")
            .whereLayer("journey")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("service")
            .mayOnlyBeAccessedByLayers("journey")
            .whereLayer("survey")
            .mayOnlyBeAccessedByLayers("journey")
            .whereLayer("lifetime")
            .mayOnlyBeAccessedByLayers("loyalty", "journey")
            .whereLayer("loyalty")
            .mayOnlyBeAccessedByLayers("journey")
            .whereLayer("stats")
            .mayOnlyBeAccessedByLayers("service", "survey", "lifetime", "loyalty", "journey")
            .whereLayer("fold")
            .mayOnlyBeAccessedByLayers("stats", "service", "survey", "lifetime", "loyalty", "journey");

    @ArchTest
    static final ArchRule OF_JOURNEYS_EACH_LAYER_KNOWS_ONLY_THOSE_BELOW = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("journeys")
            .definedBy("dev.cxkit.journey")
            .layer("maps")
            .definedBy("dev.cxkit.journey.map")
            .layer("analyses")
            .definedBy("dev.cxkit.journey.analysis")
            .layer("attribution")
            .definedBy("dev.cxkit.journey.attribution")
            .layer("drawings")
            .definedBy("dev.cxkit.journey.render")
            .whereLayer("drawings")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("attribution")
            .mayOnlyBeAccessedByLayers("drawings")
            .whereLayer("analyses")
            .mayOnlyBeAccessedByLayers("attribution", "drawings")
            .whereLayer("maps")
            .mayOnlyBeAccessedByLayers("analyses", "attribution", "drawings");

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
    static final ArchRule NOTHING_PRINTS =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");
}
