/** Pictures in SVG. Each is drawn at any width, has a title and a description for screen readers, and no script. */
@NullMarked
package dev.cxkit.examples.report.chart;

import org.jspecify.annotations.NullMarked;
