package dev.cxkit.metrics;

import java.io.Serializable;
import java.util.function.Predicate;

/**
 * A test that can be sent to another machine with the metric that holds it.
 *
 * @param <T> what is tested
 */
@FunctionalInterface
public interface Condition<T> extends Predicate<T>, Serializable {}
