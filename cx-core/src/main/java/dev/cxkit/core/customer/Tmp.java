package dev.cxkit.core.customer;

final class Tmp {}
