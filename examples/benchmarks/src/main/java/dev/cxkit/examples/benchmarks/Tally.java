package dev.cxkit.examples.benchmarks;

/** What the scores of a cell need, as those who do not use the library count it. */
record Tally(long answered, long promoters, long detractors, long satisfied) {}
