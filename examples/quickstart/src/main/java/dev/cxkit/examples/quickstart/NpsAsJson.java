package dev.cxkit.examples.quickstart;

import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.survey.Nps;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What a controller returns: the answer itself, which any mapper writes. */
public final class NpsAsJson {

    /**
     * An answer.
     *
     * @param plan the plan of the customer
     * @param score 0 to 10
     */
    public record Reply(String plan, int score) {}

    private NpsAsJson() {}

    /** Prints the answer as JSON. */
    public static void main(String[] args) {
        List<Reply> replies =
                List.of(new Reply("basic", 9), new Reply("basic", 3), new Reply("basic", 2), new Reply("basic", 7));

        Segments<String, Nps> answer = Nps.metric(Reply::score).by(Reply::plan).over(replies);
        System.out.println(new JsonMapper().writeValueAsString(answer));
    }
}
