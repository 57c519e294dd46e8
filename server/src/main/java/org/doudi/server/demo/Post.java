package org.doudi.server.demo;

import java.util.List;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Role;

/** A post of the demonstration's county, with the made-up person who holds it. */
record Post(String username, String name, Role role, Area area) {
    private static final Area CITY = new Area("2109");
    private static final Area COUNTY = new Area("210922");
    private static final Area TOWNSHIP = new Area("210922100");
    private static final Area NEIGHBOUR = new Area("210922101");
    private static final Area VILLAGE = new Area("210922100200");

    /** One a role; a second clerk, of finance and supervisor for the four eyes, a third next door for what she must not see. */
    static final List<Post> ALL = List.of(
            new Post("assistant", "田春兰", Role.VILLAGE_ASSISTANT, VILLAGE),
            new Post("team", "耿长河", Role.VILLAGE_TEAM, VILLAGE),
            new Post("clerk", "林晓雨", Role.TOWNSHIP_CLERK, TOWNSHIP),
            new Post("clerk2", "宋致远", Role.TOWNSHIP_CLERK, TOWNSHIP),
            new Post("neighbour", "邵文静", Role.TOWNSHIP_CLERK, NEIGHBOUR),
            new Post("reviewer", "韩立新", Role.TOWNSHIP_REVIEWER, TOWNSHIP),
            new Post("officer", "白雪梅", Role.COUNTY_OFFICER, COUNTY),
            new Post("approver", "岳明德", Role.COUNTY_APPROVER, COUNTY),
            new Post("poverty", "霍建民", Role.POVERTY_OFFICER, COUNTY),
            new Post("disabled", "佟雅琴", Role.DISABLED_FEDERATION_OFFICER, COUNTY),
            new Post("finance", "戴志国", Role.FINANCE_OFFICER, COUNTY),
            new Post("finance2", "滕守信", Role.FINANCE_OFFICER, COUNTY),
            new Post("statistics", "时小冬", Role.STATISTICIAN, COUNTY),
            new Post("rural", "穆大田", Role.RURAL_WORK_OFFICER, COUNTY),
            new Post("supervisor", "安若素", Role.CITY_SUPERVISOR, CITY),
            new Post("supervisor2", "计长青", Role.CITY_SUPERVISOR, CITY),
            new Post("surveyor", "游一方", Role.SURVEYOR, COUNTY),
            new Post("system", "洪启航", Role.SYSTEM_ADMINISTRATOR, CITY),
            new Post("security", "严守诚", Role.SECURITY_ADMINISTRATOR, CITY),
            new Post("auditor", "明鉴秋", Role.AUDITOR, CITY));

    /** The village whose assistant has an account. */
    static String village() {
        return VILLAGE.code();
    }

    /** The township of that village. */
    static String township() {
        return TOWNSHIP.code();
    }

    /** The area that the demonstration is made in. */
    static Area city() {
        return CITY;
    }
}
