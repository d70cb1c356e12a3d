/**
 * How to show journeys: maps, graphs and funnels as SVG, Mermaid or Markdown, series as Vega-Lite charts.
 *
 * <p>Start with {@link SvgJourneyMap}, {@link SvgFunnel} or {@link SvgDirectlyFollows}; for a chart of your own with {@link Svg}.
 *
 * <p>A drawing is a text that depends on its arguments alone, to the byte. It holds no script, loads nothing, says in words what it shows
 * and follows the reader's light or dark setting. Texts are escaped, put on one line and shortened where there is no room; the full text is
 * in the title of the element. An SVG has a size in pixels: where a page may be narrower, put it into a box with {@code overflow-x: auto}.
 *
 * <pre>{@code
 * import dev.cxkit.journey.map.JourneyMap;
 * import dev.cxkit.journey.map.PlannedTouchpoint;
 * import dev.cxkit.journey.map.Stage;
 * import dev.cxkit.journey.render.MermaidJourney;
 * JourneyMap map = JourneyMap.builder()
 *         .stage(Stage.of("buy", PlannedTouchpoint.builder("order").expectedEmotion(1).build()))
 *         .build();
 * System.out.println(MermaidJourney.render(map).strip());
 * // -> journey
 * // ->   section buy
 * // ->     order: 4
 * }</pre>
 */
@NullMarked
package dev.cxkit.journey.render;

import org.jspecify.annotations.NullMarked;
