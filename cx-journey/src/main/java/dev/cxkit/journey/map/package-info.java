/**
 * The journey map: the journey as it is designed, with stages, touchpoints, groups, gates and loops.
 *
 * <p>Start from {@link dev.cxkit.journey.map.JourneyMap}, drawn up with its builder, taken from {@link dev.cxkit.journey.map.JourneyMaps}, or read
 * from JSON.
 *
 * <p>The JSON is the same text on Jackson 2 (from 2.18) and Jackson 3 and carries the version of its schema.
 * {@link dev.cxkit.journey.conformance.Conformance} checks journeys against a map; {@code dev.cxkit.journey.render} draws it.
 *
 * <pre>{@code
 * import dev.cxkit.journey.map.JourneyMap;
 * import dev.cxkit.journey.map.JourneyMaps;
 * import dev.cxkit.journey.map.Stage;
 * JourneyMap map = JourneyMaps.b2c();
 * System.out.println(map.stages().stream().map(Stage::name).toList());
 * System.out.println(map.stageOf("order").orElseThrow().name());
 * // -> [awareness, exploration, purchase, delivery, use, repair, disposal]
 * // -> purchase
 * }</pre>
 */
@NullMarked
package dev.cxkit.journey.map;

import org.jspecify.annotations.NullMarked;
