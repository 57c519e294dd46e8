package org.doudi.policy.parameters;

/**
 * What a parameter is, in words.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record Description(String zh, String en) {}
