/**
 * Service-level agreements: how fast a case has to be answered and solved, and the clocks that tell whether it was.
 *
 * <p>Start from {@link dev.cxkit.core.sla.Policies}.
 */
@NullMarked
package dev.cxkit.core.sla;

import org.jspecify.annotations.NullMarked;
