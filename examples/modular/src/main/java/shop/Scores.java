package shop;

import dev.cxkit.metrics.survey.Nps;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What a controller of a modular host would answer. */
public final class Scores {

    record Reply(String plan, Integer score) {}

    private Scores() {}

    /** Returns the score of each plan as JSON. */
    static String byPlan(List<Reply> replies) {
        return JsonMapper.shared()
                .writeValueAsString(Nps.metric(Reply::score).by(Reply::plan).over(replies));
    }
}
