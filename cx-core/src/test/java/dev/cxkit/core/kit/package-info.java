/**
 * Contracts that a host runs against what it supplies: extend the class, give it a sample, and the tests come with it. They
 * need JUnit Jupiter and AssertJ on the test class path.
 */
@NullMarked
package dev.cxkit.core.kit;

import org.jspecify.annotations.NullMarked;
