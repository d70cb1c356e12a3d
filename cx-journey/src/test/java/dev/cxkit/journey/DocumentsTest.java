package dev.cxkit.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cxkit.core.result.Result;
import dev.cxkit.journey.attribution.CreditRule;
import dev.cxkit.journey.attribution.GoalPaths;
import dev.cxkit.journey.attribution.RuleAttribution;
import dev.cxkit.journey.compare.Comparison;
import dev.cxkit.journey.experience.JourneyLocation;
import dev.cxkit.journey.flow.DirectlyFollows;
import dev.cxkit.journey.flow.NextActivity;
import dev.cxkit.journey.flow.Variants;
import dev.cxkit.journey.funnel.Conversion;
import dev.cxkit.journey.funnel.Funnel;
import dev.cxkit.metrics.stats.Proportion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

/** What the answers say as JSON; the figures are counted by hand. */
class DocumentsTest {

    /** Ann visits, looks into the basket after 10 s, visits again after 20 s more and orders after 30 s more; ben only visits. */
    private static final List<Journey> JOURNEYS = List.of(
            SampleTouchpoints.journey("ann", "visit@0 basket@10 visit@30 order@60"),
            SampleTouchpoints.journey("ben", "visit@0"));

    /** Public records that are no answers: configurations, of which some are metrics, and nouns with JSON of their own. */
    private static final Set<String> NO_ANSWERS = Set.of(
            "Cardinality",
            "FindingRule",
            "ForecastEvaluation",
            "FunnelExclusion",
            "FunnelStep",
            "Gate",
            "GoalPaths",
            "Group",
            "JourneyGoal",
            "JourneyMap",
            "JourneyRetention",
            "Loop",
            "MapMeasurement",
            "Markov",
            "MomentsOfTruth",
            "NextActivity",
            "PainPoints",
            "PlannedTouchpoint",
            "ReturnLoop",
            "RuleCheck",
            "Stage",
            "TimeDecay",
            "Visit");

    private static String json(Result result) {
        try {
            String json = JsonMapper.builder().build().writeValueAsString(result);
            assertThat(new ObjectMapper().writeValueAsString(result)).isEqualTo(json);
            return json.replace('"', '\'');
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aProcessMapHasItsNodesAndEdges() {
        DirectlyFollows graph = DirectlyFollows.metric(Durations.exactMetric(), TimeBetween.CALENDAR)
                .over(JOURNEYS);
        assertThat(json(graph))
                .startsWith("{'journeys':2,'activities':["
                        + "{'key':'basket','result':{'count':1,'journeys':1,'starts':0,'ends':0}},"
                        + "{'key':'order','result':{'count':1,'journeys':1,'starts':0,'ends':1}},"
                        + "{'key':'visit','result':{'count':3,'journeys':2,'starts':2,'ends':1}}],"
                        + "'edges':[{'from':'basket','to':'visit','count':1,'journeys':1,"
                        + "'durations':{'n':1,'sum':20.0,'mean':20.0,'median':20.0,'p90':20.0}},"
                        + "{'from':'visit','to':'basket',")
                .endsWith("}]}");
        assertThat(json(DirectlyFollows.metric().over(JOURNEYS).edges().get(0)))
                .isEqualTo("{'from':'basket','to':'visit','count':1,'journeys':1}");
    }

    @Test
    void variantsSayHowManyAreLeftOut() {
        assertThat(json(Variants.metric(1).over(JOURNEYS)))
                .isEqualTo("{'journeys':2,'distinct':2,'top':[{'activities':['visit'],'count':1}],'rest':1}");
    }

    @Test
    void aFunnelBeginsWithItsRateAndHasOneOfEachStep() {
        Conversion conversion = Funnel.of("visit", "basket").over(JOURNEYS);
        // Wilson's interval of 1 of 2 by R: prop.test(1, 2, correct = FALSE).
        assertThat(json(conversion)).startsWith("{'value':0.5,'low':0.0945").contains(",'n':2,'journeys':2,'tied':0,");
        assertThat(conversion).hasToString("0.50 (0.09 to 0.91 at 95 %, n 2)");
        assertThat(conversion.document().get("steps"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .extracting(step -> step.get("name"), step -> step.get("reached"), step -> step.containsKey("stepRate"))
                .containsExactly(tuple("visit", 2L, false), tuple("basket", 1L, true));
    }

    @Test
    void creditsAndContextsAreListsOfKeyAndResult() {
        RuleAttribution credits = RuleAttribution.metric(GoalPaths.of("order"), CreditRule.linearUnique())
                .over(JOURNEYS);
        assertThat(json(credits))
                .isEqualTo("{'rule':'linear-unique','attributable':{'conversions':1,'value':0,'nulls':1},"
                        + "'unattributable':{'conversions':0,'value':0,'nulls':0},"
                        + "'credits':[{'key':'basket','result':{'conversions':0.5,'creditedValue':0.0}},"
                        + "{'key':'visit','result':{'conversions':0.5,'creditedValue':0.0}}]}");
        assertThat(json(NextActivity.of(1).over(List.of(JOURNEYS.get(1)))))
                .isEqualTo("{'order':1,'smoothing':1.0,'after':[{'key':[],'result':{'activities':{},'ends':1}},"
                        + "{'key':['visit'],'result':{'activities':{},'ends':1}}]}");
    }

    @Test
    void aChangeOfWhatIsNewHasNoBefore() {
        Comparison<JourneyLocation, Proportion> comparison = Comparison.ofProportions(
                Map.of(), Map.of(JourneyLocation.transition("visit", "basket"), Proportion.of(0, 0)));
        assertThat(json(comparison))
                .isEqualTo(
                        "{'correction':'holm','changes':[{'key':{'kind':'transition','from':'visit','name':'basket'},"
                                + "'result':{'after':{'count':0,'total':0}}}]}");
    }

    @Test
    void everyPublicRecordIsAnAnswerOrNamedAsNone() {
        assertThat(new ClassFileImporter()
                                .withImportOption(
                                        location -> !location.contains("test") && !location.contains("tjourney"))
                                .importPackages("dev.cxkit.journey")
                                .stream()
                                .filter(type -> type.isRecord()
                                        && type.getModifiers().contains(JavaModifier.PUBLIC)
                                        && !type.isAssignableTo(Result.class))
                                .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(NO_ANSWERS);
    }
}
