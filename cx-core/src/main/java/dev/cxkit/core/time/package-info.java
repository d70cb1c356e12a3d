/**
 * Time that counts: half-open periods on the instant line, sets of them, and schedules of opening hours that say which of it is open.
 */
@NullMarked
package dev.cxkit.core.time;

import org.jspecify.annotations.NullMarked;
