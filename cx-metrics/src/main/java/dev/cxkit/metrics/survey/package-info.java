/** Survey scores: NPS, CSAT, CES, their changes and their response funnel. */
@NullMarked
package dev.cxkit.metrics.survey;

import org.jspecify.annotations.NullMarked;
