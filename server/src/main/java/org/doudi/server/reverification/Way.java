package org.doudi.server.reverification;

/** How a family was told; the message {@code reverification.way.<way>}. */
public enum Way {
    IN_PERSON,
    BY_POST,
    BY_PHONE
}
