package dev.cxkit.examples.report.survey;

import dev.cxkit.core.feedback.Answer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps the last rating of each person, and of two at the same moment the lower one, with the whole reply, so that weight and segments
 * are those of the rating that counts. Memory grows with the persons.
 *
 * @param <K> who a person is: an id, or an id and a period
 */
final class LastRatings<K> {

    private final Map<K, Reply> last = new HashMap<>();

    /** Takes a reply that has a rating. */
    void offer(K person, Reply reply) {
        last.merge(person, reply, (known, other) -> isLater(other, known) ? other : known);
    }

    /** Returns the replies that count. */
    Collection<Reply> replies() {
        return last.values();
    }

    private static boolean isLater(Reply reply, Reply than) {
        Instant at = reply.givenAt();
        int order = at.compareTo(than.givenAt());
        return order > 0 || (order == 0 && value(reply) < value(than));
    }

    private static int value(Reply reply) {
        return ((Answer.Rated) reply.answer()).value();
    }
}
