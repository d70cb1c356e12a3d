/**
 * Who the customer is: the id that the host knows, and the identifiers by which customers are recognised. All of it is
 * personal data.
 */
@NullMarked
package dev.cxkit.core.customer;

import org.jspecify.annotations.NullMarked;
