/** Reads and writes logs of touchpoints: tables, XES (IEEE 1849) and OCEL 2.0. */
@NullMarked
package dev.cxkit.examples.report.log;

import org.jspecify.annotations.NullMarked;
