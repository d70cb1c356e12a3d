package dev.cxkit.examples.report.survival;

import dev.cxkit.metrics.survival.SurvivalInterval;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a table of times.
 *
 * @param time the column of how long each lasted
 * @param event the column of whether it ended then
 * @param group the column of groups to compare; null if all are one
 * @param entry the column of when it came under observation; null if all from the beginning
 * @param weight the column of how many a row stands for; null if each for one
 * @param tau the horizon of restricted means; null for none
 * @param interval how the confidence interval is formed
 */
record SurvivalRequest(
        String time,
        String event,
        @Nullable String group,
        @Nullable String entry,
        @Nullable String weight,
        @Nullable Double tau,
        SurvivalInterval interval)
        implements Serializable {}
