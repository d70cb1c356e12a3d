/**
 * Who the customer is: the id that the host knows, the identifiers by which customers are recognised, which sightings are of
 * one customer, and the company to which a customer belongs. All of it is personal data.
 */
@NullMarked
package dev.cxkit.core.customer;

import org.jspecify.annotations.NullMarked;
