package dev.cxkit.journey;

final class Tmp {}
