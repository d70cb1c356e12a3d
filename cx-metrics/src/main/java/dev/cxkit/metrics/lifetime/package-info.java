/** What a customer will still order and be worth, by the models that need no more than how often, how lately and how long. */
@NullMarked
package dev.cxkit.metrics.lifetime;

import org.jspecify.annotations.NullMarked;
