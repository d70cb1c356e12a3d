package dev.cxkit.metrics;

import java.io.Serializable;
import java.util.function.Function;

/**
 * A function that can be sent to another machine with the metric that holds it. A lambda or method reference becomes one by
 * being passed where an {@code Fn} is asked for.
 *
 * @param <T> what it is given
 * @param <R> what it returns
 */
@FunctionalInterface
public interface Fn<T, R> extends Function<T, R>, Serializable {}
