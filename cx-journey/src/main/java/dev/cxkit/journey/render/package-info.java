/**
 * Journeys drawn: maps, graphs and funnels as SVG, as Mermaid text and as Markdown tables, series as Vega-Lite charts.
 *
 * <p>Each drawing is a text that depends on its arguments alone, to the byte. Drawings hold no script, load nothing, and say in words what
 * they show, for those who hear them. Colours follow the light or dark setting of the reader. Labels of the host are escaped, put on
 * one line, freed of marks that turn the direction of writing, and shortened with an ellipsis where there is no room; the full text is in the
 * title of the element, which browsers show under the pointer.
 *
 * <p>An SVG has a size in pixels. Where the page may be narrower, put it into a box that scrolls: {@code overflow-x: auto}.
 */
@NullMarked
package dev.cxkit.journey.render;

import org.jspecify.annotations.NullMarked;
