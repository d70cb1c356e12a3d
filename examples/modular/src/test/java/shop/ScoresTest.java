package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {

    @Test
    void theAnswerLeavesAModularHostAsJson() {
        assertTrue(Scores.class.getModule().isNamed());
        String json = Scores.byPlan(List.of(
                new Scores.Reply("pro", 10), new Scores.Reply("pro", 3), new Scores.Reply("pro", null)));
        // One promoter and one detractor of two: 0 points; the question left open is in no denominator.
        assertTrue(json.startsWith("{\"segments\":[{\"key\":\"pro\",\"result\":{\"value\":0.0,\"low\":-"), json);
        assertTrue(json.contains("\"n\":2,\"promoters\":1,\"passives\":0,\"detractors\":1,\"notApplicable\":0,\"skipped\":1"), json);
        assertEquals(2, json.split("adjusted-wald", -1).length - 1, json);
    }
}
