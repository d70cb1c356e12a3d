package dev.cxkit.core.feedback;

final class Tmp {}
