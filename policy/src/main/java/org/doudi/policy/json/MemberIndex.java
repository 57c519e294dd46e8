package org.doudi.policy.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds a member's place by id: by looking at each while they are few. */
final class MemberIndex {
    private static final int FEW = 8;

    private final List<String> ids = new ArrayList<>(FEW);
    private @Nullable Map<String, Integer> places;

    /** Takes the next member's id; false when it is there already. */
    boolean add(String id) {
        boolean isNew = find(id) < 0;
        if (places != null) {
            places.putIfAbsent(id, ids.size());
        }
        ids.add(id);
        if (places == null && ids.size() > FEW) {
            Map<String, Integer> map = new HashMap<>();
            for (int i = 0; i < ids.size(); i++) {
                map.putIfAbsent(ids.get(i), i);
            }
            places = map;
        }
        return isNew;
    }

    /** The place, or -1. */
    int find(String id) {
        if (places != null) {
            return places.getOrDefault(id, -1);
        }
        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i).equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
