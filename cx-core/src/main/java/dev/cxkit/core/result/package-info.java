/**
 * Answers that can leave the host: each is a document of plain values, the same JSON on any mapper, and a line of text.
 *
 * <p>Start from {@link dev.cxkit.core.result.Result}; {@link dev.cxkit.core.result.Document} builds the document of a result of your own.
 *
 * <p>Know that results are written and not read: what is read back is the state of an accumulator.
 *
 * <pre>{@code
 * import dev.cxkit.core.result.Document;
 * import dev.cxkit.core.result.Result;
 * import java.util.Map;
 *
 * record Visits(int visits, int orders) implements Result {
 *     public Map<String, Object> document() {
 *         return Document.start()
 *                 .with("visits", visits)
 *                 .with("orders", orders)
 *                 .with("ordersPerVisit", visits == 0 ? null : (double) orders / visits)
 *                 .map();
 *     }
 * }
 * System.out.println(new Visits(8, 3).document());
 * System.out.println(new Visits(8, 3).text(2));
 * System.out.println(new Visits(0, 0).document());
 * // -> {visits=8, orders=3, ordersPerVisit=0.375}
 * // -> visits 8, orders 3, orders per visit 0.38
 * // -> {visits=0, orders=0}
 * }</pre>
 */
@NullMarked
package dev.cxkit.core.result;

import org.jspecify.annotations.NullMarked;
