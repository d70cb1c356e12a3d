package dev.cxkit.metrics.survey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.feedback.Scale;
import dev.cxkit.metrics.Counting;
import dev.cxkit.metrics.Fn;
import org.jspecify.annotations.Nullable;

/** Counts the values on one scale of things that hold them as plain numbers; the state is that of {@link RatingCounts}. */
record ValueCounts<T>(Scale scale, Fn<? super T, ? extends @Nullable Integer> value)
        implements Counting<T, Distribution> {

    ValueCounts {
        requireNonNull(scale, "scale");
        requireNonNull(value, "value");
    }

    @Override
    public String definition() {
        return new RatingCounts(scale).definition();
    }

    @Override
    public int counts() {
        return new RatingCounts(scale).counts();
    }

    @Override
    public int place(T observation) {
        Integer rated = value.apply(requireNonNull(observation, "observation"));
        if (rated == null) {
            return scale.points() + 1;
        }
        if (rated < scale.min() || rated > scale.max()) {
            // Throws, as the value has no band.
            scale.band(rated);
        }
        return rated - scale.min();
    }

    @Override
    public Distribution result(long[] counts) {
        return RatingCounts.distribution(scale, counts);
    }
}
