package dev.cxkit.core.touchpoint;

final class Tmp {}
