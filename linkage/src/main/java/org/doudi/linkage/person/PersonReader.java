package org.doudi.linkage.person;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.doudi.linkage.table.ListTaker;
import org.doudi.linkage.table.ReadList;
import org.doudi.linkage.table.Reject;
import org.doudi.linkage.table.RowKeys;
import org.doudi.linkage.table.UnreadableList;
import org.jspecify.annotations.Nullable;

/** Packs the rows of a list of people as they are read. */
final class PersonReader implements ListTaker<PersonRows> {
    private final Path file;
    private final PersonRows rows = new PersonRows();
    private final RowKeys keys = new RowKeys();
    private final List<Reject> rejects = new ArrayList<>();
    private final IdText idNumber = new IdText();
    private final IdText certificate = new IdText();
    private final NameFolder name = new NameFolder();
    private final long[] words = new long[PersonRows.WORDS];

    private List<String> header = List.of();
    private @Nullable PersonColumn[] meaning = new PersonColumn[0];
    private long line;
    private long rowsIn;
    private char[] key = new char[64];
    private int keyLength;
    private int birth;
    private int sex;
    private long villageCode;
    private long villageName;
    private long address;

    PersonReader(Path file) {
        this.file = file;
    }

    @Override
    public boolean header(long headerLine, List<String> names) {
        Map<PersonColumn, Integer> found;
        try {
            found = PersonColumn.find(names);
        } catch (PersonColumn.TwoColumns e) {
            throw new UnreadableList(
                    file,
                    headerLine,
                    String.valueOf(e.getMessage()),
                    "Keep one of the two, or rename the one that does not count");
        }
        boolean linkable = found.containsKey(PersonColumn.NAME)
                || found.containsKey(PersonColumn.ID_NUMBER)
                || found.containsKey(PersonColumn.CERTIFICATE);
        if (!linkable) {
            return false;
        }
        header = names;
        meaning = new PersonColumn[names.size()];
        found.forEach((column, position) -> meaning[position] = column);
        Integer household = found.get(PersonColumn.HOUSEHOLD);
        if (!found.containsKey(PersonColumn.ID)
                && household != null
                && names.get(household).contains("编号")) {
            householdIsKey = true;
        }
        return true;
    }

    /** 户编号 stands for the key of the row where the list has no other. */
    private boolean householdIsKey;

    @Override
    public String expectedHeader() {
        return "a column 姓名 (name), 身份证号 (idNumber) or 残疾人证号 (certificate)";
    }

    @Override
    public void beginRow(long rowLine) {
        line = rowLine;
        rowsIn++;
        keyLength = 0;
        birth = 0;
        sex = 0;
        villageCode = 0;
        villageName = 0;
        address = 0;
        idNumber.clear();
        certificate.clear();
        name.fold(key, 0, 0);
        Arrays.fill(words, 0);
    }

    @Override
    public void abandonRow() {
        // the row was counted; it comes back as a reject
    }

    @Override
    public void reject(Reject reject) {
        rejects.add(reject);
    }

    @Override
    public void cell(int column, char[] buffer, int offset, int length) {
        PersonColumn what = meaning[column];
        if (what == null) {
            return;
        }
        int from = offset;
        int to = offset + length;
        while (from < to && blank(buffer[from])) {
            from++;
        }
        while (to > from && blank(buffer[to - 1])) {
            to--;
        }
        if (from == to) {
            return;
        }
        read(what, column, buffer, from, to - from);
    }

    private void read(PersonColumn what, int column, char[] text, int offset, int length) {
        switch (what) {
            case ID -> keepKey(text, offset, length);
            case ID_NUMBER -> readId(idNumber, column, text, offset, length);
            case CERTIFICATE -> readId(certificate, column, text, offset, length);
            case NAME -> readName(column, text, offset, length);
            case SEX -> readSex(column, text, offset, length);
            case BIRTH_DATE -> readBirth(column, text, offset, length);
            case VILLAGE_CODE -> villageCode = Places.village(text, offset, length);
            case VILLAGE_NAME -> villageName = Places.village(text, offset, length);
            case ADDRESS -> address = Places.address(text, offset, length);
            case PHONE -> words[5] = Places.phone(text, offset, length);
            case HOUSEHOLD -> {
                words[6] = Places.key(text, offset, length);
                if (householdIsKey) {
                    keepKey(text, offset, length);
                }
            }
        }
    }

    private void keepKey(char[] text, int offset, int length) {
        if (length > key.length) {
            key = new char[length];
        }
        System.arraycopy(text, offset, key, 0, length);
        keyLength = length;
    }

    private void readId(IdText id, int column, char[] text, int offset, int length) {
        String problem = id.read(text, offset, length);
        if (problem != null) {
            rejectCell(column, text, offset, length, problem, IdText.ADVICE);
        }
    }

    private void readName(int column, char[] text, int offset, int length) {
        name.fold(text, offset, length);
        if (name.unreadable()) {
            rejectCell(
                    column,
                    text,
                    offset,
                    length,
                    "the name holds characters that cannot be read in the file's encoding",
                    "Save the list as UTF-8 and check this name; it was read as missing");
            name.fold(text, offset, 0);
        }
    }

    private void readSex(int column, char[] text, int offset, int length) {
        sex = Places.sex(text, offset, length);
        if (sex < 0) {
            sex = 0;
            rejectCell(column, text, offset, length, "this is no sex", "Write 男 or 女; it was read as missing");
        }
    }

    private void readBirth(int column, char[] text, int offset, int length) {
        birth = Dates.parse(text, offset, length);
        if (birth == Dates.UNREADABLE) {
            birth = 0;
            rejectCell(
                    column,
                    text,
                    offset,
                    length,
                    "this is no date of the calendar",
                    "Write year, month and day, such as 1948-03-02; it was read as missing");
        }
    }

    private void rejectCell(int column, char[] text, int offset, int length, String problem, String whatToDo) {
        rejects.add(new Reject(
                line, header.get(column), new String(text, offset, length), problem, whatToDo, Reject.Scope.CELL));
    }

    @Override
    public void endRow() {
        IdText id = idNumber;
        if (certificate.better(idNumber)) {
            id = certificate;
        }
        if (name.length() == 0 && id.kind() == IdNumbers.Kind.NONE) {
            rejects.add(new Reject(
                    line,
                    "",
                    "",
                    "the row has neither a name nor an id number that can be used",
                    "Add one of them; without it nobody can be found",
                    Reject.Scope.ROW));
            return;
        }
        pack(id);
        rows.add(words);
        if (id.kind() == IdNumbers.Kind.BAD && id.odd().length > 0) {
            rows.oddId(id.odd());
        }
        if (keyLength > 0) {
            keys.add(line, key, 0, keyLength);
        } else {
            keys.addNumber(line, rowsIn);
        }
    }

    private void pack(IdText id) {
        boolean sound = id.kind() == IdNumbers.Kind.VALID || id.kind() == IdNumbers.Kind.UNCHECKED;
        int idBirth = sound ? IdNumbers.birth(id.body()) : 0;
        boolean fromId = birth == 0 && idBirth != 0;
        boolean contradicts = birth % 100 != 0 && idBirth != 0 && birth != idBirth;
        int shownBirth = fromId ? idBirth : birth;
        int shownSex = sex == 0 && sound ? IdNumbers.sex(id.body()) : sex;
        words[0] = PersonRows.packId(id.kind(), id.body(), id.check());
        words[1] = shownBirth
                | (long) shownSex << 27
                | (long) name.length() << 29
                | (fromId ? 1L << 34 : 0)
                | (contradicts ? 1L << 35 : 0);
        words[2] = name.packed(0);
        words[3] = name.packed(4);
        words[4] = villageCode != 0 ? villageCode : villageName != 0 ? villageName : address;
        words[7] = name.length() == 0 ? 0 : (name.soundHash() & 0xFFFFFFFFL) | (long) name.hash() << 32;
    }

    @Override
    public ReadList list() {
        return new ReadList(file, keys, rowsIn, List.copyOf(rejects));
    }

    @Override
    public PersonRows rows() {
        return rows;
    }

    PersonList people() {
        return new PersonList(list(), rows);
    }

    private static boolean blank(char c) {
        return c <= ' ' || c == '\u3000' || c == '\u00A0' || c == '\uFEFF' || c == '\u200B';
    }
}
