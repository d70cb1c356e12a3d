package dev.cxkit.examples.report.rows;

/**
 * A column that a table was found to have.
 *
 * @param name its name in the header
 * @param index its place, from 0
 */
public record Column(String name, int index) {}
