package org.doudi.policy.parameters;

/**
 * Something that keeps a pack from being used.
 *
 * @param file the file, or the option, that it is in
 * @param line the line, from 1; 0 when it is about the file as a whole
 * @param message what is wrong and what to do
 */
public record PackProblem(String file, int line, String message) {
    @Override
    public String toString() {
        return (line > 0 ? file + ":" + line : file) + ": " + message;
    }
}
