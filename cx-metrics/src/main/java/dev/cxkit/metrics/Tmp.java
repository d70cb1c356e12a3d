package dev.cxkit.metrics;

final class Tmp {}
