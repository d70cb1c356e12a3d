/** Process mining of journeys: the directly-follows graph, variants, funnels, attribution, retention, and how they agree with a map. */
@NullMarked
package dev.cxkit.examples.report.journeys;

import org.jspecify.annotations.NullMarked;
