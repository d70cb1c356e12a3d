package dev.cxkit.examples.benchmarks;

import dev.cxkit.metrics.survey.Csat;
import dev.cxkit.metrics.survey.Nps;

/** Both scores of a cell. */
record Scores(Nps nps, Csat csat) {}
