package org.doudi.server.identity;

/** A person who works here, as the rest of the platform sees them. */
public record Officer(OfficerId id, String username, String name, Role role, Area area) {
    /** The platform itself, working on the whole of an area. */
    public static Officer system(Area area) {
        return new Officer(new OfficerId(0), "system", "系统", Role.SYSTEM, area);
    }

    /** The platform itself, doing what an office of that role in the area does when nobody of it sits there. */
    public static Officer system(Area area, Role office) {
        return new Officer(new OfficerId(0), "system", "系统", office, area);
    }

    /** The department of the role. */
    public Department department() {
        return role.department();
    }
}
