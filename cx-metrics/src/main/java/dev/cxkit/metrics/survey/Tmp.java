package dev.cxkit.metrics.survey;

final class Tmp {}
