package dev.cxkit.journey;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.kit.ResultLaws;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every mapper as it comes, without a module, writes one and the same text of an answer. */
abstract class AnswerJsonSuite {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");

    /** The mean of 1 and 3 with t at one degree of freedom, 12.706205; of four times, two with an event, n - d of n at each. */
    private static final String CURVE = """
            {"n":4,"events":2,"median":3.000000,"steps":[\
            {"time":1.000000,"atRisk":4,"events":1,"censored":0,"survival":0.750000,"standardError":0.216506,\
            "cumulativeHazard":0.250000,"cumulativeHazardVariance":0.062500},\
            {"time":2.000000,"atRisk":3,"events":0,"censored":1,"survival":0.750000,"standardError":0.216506,\
            "cumulativeHazard":0.250000,"cumulativeHazardVariance":0.062500},\
            {"time":3.000000,"atRisk":2,"events":1,"censored":0,"survival":0.375000,"standardError":0.286411,\
            "cumulativeHazard":0.750000,"cumulativeHazardVariance":0.312500},\
            {"time":4.000000,"atRisk":1,"events":0,"censored":1,"survival":0.375000,"standardError":0.286411,\
            "cumulativeHazard":0.750000,"cumulativeHazardVariance":0.312500}]}""";

    /** Worked out apart: the intervals in Python by the formulas of Goodman (plus 3) and Wilson, curves and quantiles by hand. */
    private static final Map<String, String> EXPECTED = Map.of(
            "Nps",
            """
            {"value":25.000000,"low":-11.716133,"high":55.194394,"level":0.950000,"n":20,"promoters":10,"passives":5,\
            "detractors":5,"notApplicable":0,"skipped":0,"interval":"adjusted-wald"}""",
            "Nps of nobody",
            """
            {"promoters":0,"passives":0,"detractors":0,"notApplicable":0,"skipped":0,"interval":"adjusted-wald"}""",
            "Proportion",
            """
            {"value":0.300000,"low":0.107791,"high":0.603222,"level":0.950000,"n":10,"count":3,"total":10}""",
            "Proportion of nothing",
            """
            {"count":0,"total":0}""",
            "Csat",
            """
            {"value":0.714286,"low":0.358934,"high":0.917781,"level":0.950000,"n":7,"satisfied":5,"neutral":1,\
            "dissatisfied":1,"notApplicable":0,"skipped":1,"scale":"csat"}""",
            "FrequencyTable",
            """
            {"n":4,"counts":[{"key":"mail","result":2},{"key":"phone","result":1}],"others":1}""",
            "ValueDistribution",
            """
            {"n":5,"min":15.000000,"median":35.000000,"p90":46.000000,"p99":49.600000,"max":50.000000,"exact":true}""",
            "KaplanMeier",
            CURVE,
            "CensoredTimes",
            """
            {"uncensored":{"value":2.000000,"low":-10.706205,"high":14.706205,"level":0.950000,"n":2,\
            "standardDeviation":1.414214,"sum":4.000000},\
            "distribution":{"n":2,"min":1.000000,"median":2.000000,"p90":2.800000,"p99":2.980000,"max":3.000000,\
            "exact":true},"curve":""" + CURVE + "}");

    /** Writes with a mapper as it comes. */
    abstract String write(Object value) throws Exception;

    @TestFactory
    Stream<DynamicTest> everyMapperWritesTheSame() {
        return tests((name, answer) -> assertThat(write(answer)).isEqualTo(plain(answer.document())));
    }

    @TestFactory
    Stream<DynamicTest> theLawOfResultsHolds() {
        return tests((name, answer) -> ResultLaws.hold(answer));
    }

    @TestFactory
    Stream<DynamicTest> theTextIsThatWorkedOutApart() {
        Map<String, Result> all = Answers.all();
        return EXPECTED.keySet().stream()
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> assertThat(rounded(write(requireNonNull(all.get(name), name))))
                                .isEqualTo(EXPECTED.get(name))));
    }

    private interface Check {
        void of(String name, Result answer) throws Exception;
    }

    private static Stream<DynamicTest> tests(Check check) {
        return Answers.all().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> check.of(each.getKey(), each.getValue())));
    }

    private static String rounded(String json) {
        return DECIMAL.matcher(json)
                .replaceAll(number -> new BigDecimal(number.group())
                        .setScale(6, RoundingMode.HALF_EVEN)
                        .toPlainString());
    }

    /** JSON of nothing but maps, lists, texts without escapes, numbers and truth values, whatever a mapper may think of it. */
    private static String plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(each -> "\"" + each.getKey() + "\":" + plain(each.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return value instanceof List<?> list
                ? list.stream().map(AnswerJsonSuite::plain).collect(Collectors.joining(",", "[", "]"))
                : value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    }
}
