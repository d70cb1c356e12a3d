/**
 * Where customer and company meet: an open set of touchpoint types that belongs to the host.
 *
 * <p>{@link dev.cxkit.core.touchpoint.Touchpoint} is the interface that a host's own records implement;
 * {@link dev.cxkit.core.touchpoint.Interaction} is the ready record for all others. Values of this package are immutable, safe
 * for many threads and equal by value. Their JSON is the same text on Jackson 2 (from 2.18) and Jackson 3; properties
 * that a known type does not have are passed over.
 */
@NullMarked
package dev.cxkit.core.touchpoint;

import org.jspecify.annotations.NullMarked;
