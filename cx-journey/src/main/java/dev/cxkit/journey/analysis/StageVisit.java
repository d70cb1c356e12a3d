package dev.cxkit.journey.analysis;

/**
 * A stay of a journey in one stage: all that follows until it comes to another.
 *
 * @param stage the number of the stage in its order, from 0 on
 * @param from the index of the touchpoint with which it comes to the stage
 * @param to the index of the touchpoint with which it comes to the next, or the number of touchpoints if it stays
 */
record StageVisit(int stage, int from, int to) {}
