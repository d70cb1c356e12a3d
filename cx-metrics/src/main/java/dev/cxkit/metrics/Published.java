package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.Map;

/**
 * An answer that can be checked: with its definition, and the checksum of the state that it was made from. {@index published result}
 *
 * <p>Whoever keeps the bytes of the state can ask again: {@link Metric#resume} takes only bytes whose last four are this checksum and the
 * CRC-32 of those before, so that one flipped bit is refused, and the metric of this definition gives this answer.
 *
 * <pre>{@code
 * import dev.cxkit.metrics.Accumulator;
 * import dev.cxkit.metrics.Metric;
 * import dev.cxkit.metrics.Published;
 * import java.util.List;
 *
 * Accumulator<String, Long> orders = Metric.<String>count().start();
 * orders.addAll(List.of("order 1", "order 2"));
 * Published<Long> published = orders.published();
 * byte[] kept = orders.toBytes();
 * System.out.println(published.definition() + " " + published.result() + ", again "
 *         + Metric.<String>count().resume(kept).published().equals(published));
 * // -> count 2, again true
 * }</pre>
 *
 * @param <R> the answer
 * @param definition what was asked: {@link Metric#definition()}
 * @param result the answer
 * @param checksum the last four bytes of the state as 8 hexadecimal digits in lower case: the CRC-32 of all bytes before them
 */
public record Published<R>(String definition, R result, String checksum) implements Result {

    /** Checks that nothing is missing. */
    public Published {
        requireNonNull(definition, "definition");
        requireNonNull(result, "result");
        requireNonNull(checksum, "checksum");
    }

    /** Returns {@code definition}, {@code result} and {@code checksum}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("definition", definition)
                .with("result", result)
                .with("checksum", checksum)
                .map();
    }
}
