/** Who the customer is: ids, identifiers. */
@NullMarked
package dev.cxkit.core.customer;

import org.jspecify.annotations.NullMarked;
