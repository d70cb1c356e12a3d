package dev.cxkit.journey.map;

import dev.cxkit.core.kit.StrictJson;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing in the document of a map becomes something else without a word, with any version of Jackson. */
abstract class StrictMapSuite extends StrictJson {

    /** What has the right kind and is out of range is said in the words of the map. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("stages", "stage"),
            Map.entry("loops", "loop"),
            Map.entry("stakeholders", "stakeholder"),
            Map.entry("name", "stage|loop"),
            Map.entry("parts", " has 0 parts|not another activity"),
            Map.entry("kind", "type id"),
            Map.entry("occurs", "cardinality"),
            Map.entry("step", "activity"),
            Map.entry("expectedEmotion", "expected emotion"),
            Map.entry("condition", "neither a condition"),
            Map.entry("within", "time limit"),
            Map.entry("gate", "neither a condition"),
            Map.entry("after", "runs from"),
            Map.entry("from", "leaves"),
            Map.entry("to", "leads"));

    private static final String FULL = """
            {"schema":1,"persona":"a","scenario":"b","goal":"c","stages":[{"name":"s","goal":"g","limit":"PT48H","parts":[
            {"kind":"touchpoint","step":"a","occurs":"0..1","channels":["web"],"owner":{"team":"t","role":"r"},
            "stakeholders":["x"],"visibility":"back-stage","expectedBehaviour":"e","expectedEmotion":1.5,"importance":4,
            "momentOfTruth":true,"goal":"g","kpi":"k","gate":{"condition":"c","within":"PT2H","after":"b"}},
            {"kind":"choice","occurs":"1","parts":[{"kind":"touchpoint","step":"b","occurs":"1","visibility":"front-stage",
            "momentOfTruth":false},{"kind":"touchpoint","step":"c","occurs":"1","visibility":"front-stage",
            "momentOfTruth":false}]}]}],"loops":[{"from":"s","to":"s","name":"again"}]}""";

    @Override
    protected boolean names(String message, String field) {
        return message.contains(field)
                || Pattern.compile(WORDS.getOrDefault(field, field))
                        .matcher(message)
                        .find();
    }

    @Test
    void nothing_becomes_something_else() throws Exception {
        check(FULL, JourneyMap.class);
    }
}
