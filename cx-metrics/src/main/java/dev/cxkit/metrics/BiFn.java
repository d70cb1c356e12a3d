package dev.cxkit.metrics;

import java.io.Serializable;
import java.util.function.BiFunction;

/**
 * A function of two values that can be sent to another machine with the metric that holds it.
 *
 * @param <A> the first value
 * @param <B> the second value
 * @param <R> what it returns
 */
@FunctionalInterface
public interface BiFn<A, B, R> extends BiFunction<A, B, R>, Serializable {}
