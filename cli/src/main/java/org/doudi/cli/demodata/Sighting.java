package org.doudi.cli.demodata;

import java.time.LocalDate;

/**
 * A person as one row of one list names them, errors and all.
 *
 * @param name the name as typed
 * @param idNumber the id number as typed, or empty
 * @param certificate the disability certificate's number as typed; empty for a person without one
 * @param sex the sex as typed
 * @param birth the day of birth as believed
 * @param phone the phone as known to this department, or empty
 * @param dirt what went wrong, in words joined by {@code +}; empty for a clean row
 */
record Sighting(
        String name, String idNumber, String certificate, String sex, LocalDate birth, String phone, String dirt) {}
