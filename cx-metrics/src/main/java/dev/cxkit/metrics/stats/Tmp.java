package dev.cxkit.metrics.stats;

final class Tmp {}
