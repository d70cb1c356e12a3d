/**
 * What customers buy: orders with their items and refunds, subscriptions with their movements, and exact amounts of money.
 *
 * <p>Values of this package are immutable, safe for many threads and equal by value. Their JSON is the same text on Jackson 2 (from
 * 2.18) and Jackson 3; properties that a known type does not have are passed over.
 */
@NullMarked
package dev.cxkit.core.commerce;

import org.jspecify.annotations.NullMarked;
