/** Results as JSON. */
@NullMarked
package dev.cxkit.examples.report.json;

import org.jspecify.annotations.NullMarked;
