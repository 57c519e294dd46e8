package org.doudi.bench.run;

/**
 * What one run of a program took, from its start to its end.
 *
 * @param wall seconds
 * @param cpu seconds of user and system time
 * @param peakBytes most memory it held at once, as the kernel counts it; 0 where the kernel does not say
 */
public record Cost(double wall, double cpu, long peakBytes) {}
