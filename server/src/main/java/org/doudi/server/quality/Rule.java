package org.doudi.server.quality;

import org.doudi.server.identity.Role;

/**
 * A rule of the catalogue. Its sentence, what it says of a finding and how to mend it are in the message files under {@code quality.rule.ID}.
 *
 * @param id as {@code Q01}
 * @param owner the office that mends what it finds
 * @param like the checks in use elsewhere that look for the same; empty for none
 * @param query answers household, person (or null) and detail of each finding, over the tables of {@code household.sql}
 */
public record Rule(String id, Role owner, String like, String query) {}
