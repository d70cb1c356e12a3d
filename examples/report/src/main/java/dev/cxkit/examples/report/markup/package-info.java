/** Text with tags, for pages and pictures. */
@NullMarked
package dev.cxkit.examples.report.markup;

import org.jspecify.annotations.NullMarked;
