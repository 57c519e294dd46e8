package org.doudi.cli.reconcile;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doudi.linkage.table.ListReader;
import org.doudi.linkage.table.Reject;
import org.doudi.linkage.table.RowHandler;
import org.doudi.linkage.table.RowKeys;

/**
 * Members of the households by name and id number: who they are, and which household they belong to. All of them on one machine; on many,
 * those of a part of the list, or those that some rows of a roll name.
 */
public final class PersonBook implements Serializable {
    private final List<String> households = new ArrayList<>();
    private final Map<String, Integer> householdPlaces = new HashMap<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final List<Reject> brokenRows = new ArrayList<>();
    private String[] names = new String[1 << 4];
    private String[] idNumbers = new String[1 << 4];
    private String[] members = new String[1 << 4];
    private int[] householdOf = new int[1 << 4];
    private long[] villages = new long[1 << 4];
    private long[] lines = new long[1 << 4];
    private int[] nextOfHousehold = new int[1 << 4];
    private int[] firstOf = new int[1 << 4];
    private int[] lastOf = new int[1 << 4];
    private int size;

    /**
     * One member of a household.
     *
     * @param line the line of the list of members
     * @param household the household's number
     * @param memberId the member's number in it
     * @param name the name as written
     * @param idNumber the id number as written
     * @param village the village's code, or 0 when the list gives none
     */
    public record Named(long line, String household, String memberId, String name, String idNumber, long village)
            implements Serializable {}

    static PersonBook read(Path file) throws IOException {
        PersonBook book = new PersonBook();
        ListReader.read(file, book.reader(file));
        return book;
    }

    /** Receives the rows of a list, or of a part of one, into this book. */
    public RowHandler reader(Path file) {
        return new FieldReader(
                file, EnumSet.of(Field.HOUSEHOLD, Field.MEMBER, Field.NAME), this::read, brokenRows::add);
    }

    private void read(long line, String[] cells) {
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
        add(new Named(
                line,
                household,
                member,
                cells[Field.NAME.ordinal()],
                cells[Field.ID_NUMBER.ordinal()],
                code(cells[Field.VILLAGE.ordinal()])));
    }

    /** Adds a member; answers the member's place. */
    public int add(Named person) {
        if (size == names.length) {
            grow(size + (size >> 1));
        }
        names[size] = person.name();
        idNumbers[size] = person.idNumber();
        members[size] = person.memberId().length() < 3 ? person.memberId().intern() : person.memberId();
        villages[size] = person.village();
        lines[size] = person.line();
        householdOf[size] = place(person.household());
        return size++;
    }

    /** The place of a household, to which the next person belongs. */
    private int place(String household) {
        nextOfHousehold[size] = -1;
        Integer known = householdPlaces.get(household);
        if (known != null) {
            nextOfHousehold[lastOf[known]] = size;
            lastOf[known] = size;
            return known;
        }
        int place = households.size();
        householdPlaces.put(household, place);
        households.add(household);
        if (place == firstOf.length) {
            firstOf = Arrays.copyOf(firstOf, place + (place >> 1));
            lastOf = Arrays.copyOf(lastOf, firstOf.length);
        }
        firstOf[place] = size;
        lastOf[place] = size;
        return place;
    }

    private void grow(int length) {
        names = Arrays.copyOf(names, length);
        idNumbers = Arrays.copyOf(idNumbers, length);
        members = Arrays.copyOf(members, length);
        householdOf = Arrays.copyOf(householdOf, length);
        villages = Arrays.copyOf(villages, length);
        lines = Arrays.copyOf(lines, length);
        nextOfHousehold = Arrays.copyOf(nextOfHousehold, length);
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

    /** For each row that the linkage kept, its place here, or −1: both read the same lines in the same order. */
    public int[] placesOf(RowKeys keys) {
        int[] places = new int[keys.size()];
        int person = 0;
        for (int row = 0; row < places.length; row++) {
            while (person < size && lines[person] < keys.line(row)) {
                person++;
            }
            places[row] = person < size && lines[person] == keys.line(row) ? person : -1;
        }
        return places;
    }

    /** Number of members. */
    public int size() {
        return size;
    }

    /** Rows of which nobody knows whose they are. */
    public List<Reject> rejects() {
        return rejects;
    }

    /** Rows that could not be cut into cells, and cells not used. */
    public List<Reject> brokenRows() {
        return brokenRows;
    }

    /** One member. */
    public Named named(int person) {
        return new Named(
                lines[person], household(person), members[person], names[person], idNumbers[person], villages[person]);
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

    /** Name of a member; empty when nobody knows it. */
    String nameOf(String household, String memberId) {
        Integer place = householdPlaces.get(household);
        for (int person = place == null ? -1 : firstOf[place]; person >= 0; person = nextOfHousehold[person]) {
            if (members[person].equals(memberId)) {
                return names[person];
            }
        }
        return "";
    }

    /** Whether the household has at least one person here. */
    boolean knows(String household) {
        return householdPlaces.containsKey(household);
    }
}
