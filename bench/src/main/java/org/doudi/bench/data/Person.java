package org.doudi.bench.data;

/**
 * One made-up person as the truth has it.
 *
 * @param birth epoch day
 * @param home the six-digit county that gave out the id number
 * @param twin born on the same day as the member before
 * @param phone empty for a person without one
 */
record Person(String name, boolean woman, int birth, int home, boolean twin, String phone) {}
