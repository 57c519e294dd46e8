package org.doudi.server.registry;

/** The names of a village and of what it lies in; the code stands for a name that is not known. */
public record DivisionNames(String county, String township, String village) {
    @Override
    public String toString() {
        return county + township + village;
    }
}
