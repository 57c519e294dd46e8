package org.doudi.server.registry;

/**
 * A search for people.
 *
 * @param text a whole id number, a household's number, or the beginning of a name
 * @param reason why; may be empty, except where the office asks for one
 */
public record SearchQuery(String text, String reason) {
    /** The most hits that a search gives. */
    public static final int MOST = 20;

    /** The shortest text that is searched for. */
    public static final int SHORTEST = 2;

    public SearchQuery {
        text = text.strip();
        reason = reason.strip();
    }
}
