package org.doudi.cli.reconcile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doudi.linkage.table.ListReader;
import org.doudi.linkage.table.Reject;

/** The members of the households by name and id number: who they are, and which household they belong to. */
final class PersonBook {
    private final List<String> households = new ArrayList<>();
    private final Map<String, Integer> householdPlaces = new HashMap<>();
    private final List<Reject> rejects = new ArrayList<>();
    private String[] names = new String[1 << 12];
    private String[] idNumbers = new String[1 << 12];
    private String[] members = new String[1 << 12];
    private int[] householdOf = new int[1 << 12];
    private long[] villages = new long[1 << 12];
    private long[] lines = new long[1 << 12];
    private int[] firstOf = new int[1 << 12];
    private int size;

    private PersonBook() {}

    static PersonBook read(Path file) throws IOException {
        PersonBook book = new PersonBook();
        FieldReader reader = new FieldReader(file, EnumSet.of(Field.HOUSEHOLD, Field.MEMBER, Field.NAME), book::add);
        ListReader.read(file, reader);
        book.rejects.addAll(reader.rejects());
        return book;
    }

    private void add(long line, String[] cells) {
        String household = cells[Field.HOUSEHOLD.ordinal()];
        String member = cells[Field.MEMBER.ordinal()];
        if (household.isEmpty() || member.isEmpty()) {
            rejects.add(new Reject(
                    line,
                    Field.HOUSEHOLD.headers().get(0),
                    household,
                    "没有户编号或成员号，不知道是哪一户的谁",
                    "补上户编号和成员号",
                    Reject.Scope.ROW));
            return;
        }
        if (size == names.length) {
            grow(size + (size >> 1));
        }
        Integer place = householdPlaces.get(household);
        if (place == null) {
            place = households.size();
            householdPlaces.put(household, place);
            households.add(household);
            if (place == firstOf.length) {
                firstOf = Arrays.copyOf(firstOf, place + (place >> 1));
            }
            firstOf[place] = size;
        }
        names[size] = cells[Field.NAME.ordinal()];
        idNumbers[size] = cells[Field.ID_NUMBER.ordinal()];
        members[size] = member.length() < 3 ? member.intern() : member;
        householdOf[size] = place;
        villages[size] = code(cells[Field.VILLAGE.ordinal()]);
        lines[size] = line;
        size++;
    }

    private void grow(int length) {
        names = Arrays.copyOf(names, length);
        idNumbers = Arrays.copyOf(idNumbers, length);
        members = Arrays.copyOf(members, length);
        householdOf = Arrays.copyOf(householdOf, length);
        villages = Arrays.copyOf(villages, length);
        lines = Arrays.copyOf(lines, length);
    }

    private static long code(String village) {
        if (village.length() != 12) {
            return 0;
        }
        try {
            return Long.parseLong(village);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    int size() {
        return size;
    }

    List<Reject> rejects() {
        return rejects;
    }

    String name(int person) {
        return names[person];
    }

    String idNumber(int person) {
        return idNumbers[person];
    }

    String memberId(int person) {
        return members[person];
    }

    String household(int person) {
        return households.get(householdOf[person]);
    }

    /** The village's code, or 0 when the list gives none. */
    long village(int person) {
        return villages[person];
    }

    long line(int person) {
        return lines[person];
    }

    /** Name of a member; empty when nobody knows it. The members of a household usually stand together. */
    String nameOf(String household, String memberId) {
        int person = find(household, memberId);
        return person < 0 ? "" : names[person];
    }

    /** Whether the household has at least one person here. */
    boolean knows(String household) {
        return householdPlaces.containsKey(household);
    }

    private int find(String household, String memberId) {
        Integer place = householdPlaces.get(household);
        if (place == null) {
            return -1;
        }
        for (int person = firstOf[place]; person < size; person++) {
            if (householdOf[person] == place && members[person].equals(memberId)) {
                return person;
            }
            if (householdOf[person] != place && person > firstOf[place] + 200) {
                break;
            }
        }
        return -1;
    }
}
