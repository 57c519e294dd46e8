package org.doudi.server.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who is who, for matching: the people of one's area as the registry names them, and the rows of a list as the list names them. */
public interface Identities {
    /** Somebody who lives in a household of one's area. */
    record Known(
            long person,
            long household,
            String householdNumber,
            String headName,
            String relation,
            String name,
            String idNumber,
            Sex sex,
            LocalDate birth,
            String village,
            String address,
            String phone) {
        @Override
        public String toString() {
            return "person " + person;
        }
    }

    /** What is still to be found out of a row. */
    enum Standing {
        /** Number and name are certain, or the row says nothing that can be used, or people decided it. */
        SETTLED,
        /** Its content can be used, and it is not certain whom it means. */
        OPEN
    }

    /** How a row of a list names somebody; as it is written there, empty where it says nothing. */
    record Named(
            long row,
            int line,
            Standing standing,
            String name,
            String idNumber,
            String sex,
            String birth,
            String village,
            String phone,
            String household,
            List<Long> candidates) {
        /**
         * Whether another row names somebody as this one does. Where there is a number, the telephone and the list's number of the household
         * may change from month to month; where there is none, they may tell namesakes apart.
         */
        public boolean saysTheSame(@Nullable Named other) {
            return other != null
                    && name.equals(other.name)
                    && idNumber.equals(other.idNumber)
                    && sex.equals(other.sex)
                    && birth.equals(other.birth)
                    && village.equals(other.village)
                    && (!idNumber.isEmpty() || (phone.equals(other.phone) && household.equals(other.household)));
        }

        @Override
        public String toString() {
            return "row " + row;
        }
    }

    /** Everybody of one's area, by person; read in pieces. In the audit trail as one reading. */
    void everybody(Consumer<Known> to);

    /** These people, as far as they are in one's area and live in a household. In the audit trail one by one. */
    Map<Long, Known> of(List<Long> persons);

    /** The rows of a list of one's department, by line; read in pieces. */
    void rows(long listImport, Consumer<Named> to);

    /** One row of a list of one's department; null if there is none. */
    @Nullable
    Named row(long listImport, long row);

    /** Writes open rows, each for the person it means without doubt; how many were still open. */
    int settle(long listImport, Map<Long, Long> personOfRow);

    /** Leaves an open row to people, who choose among these. */
    void hold(long row, List<Long> candidates);
}
