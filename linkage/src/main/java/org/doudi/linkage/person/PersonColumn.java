package org.doudi.linkage.person;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a column of a list of people can mean, and the headers it goes by in the field. */
public enum PersonColumn {
    /** The row's key in its own list. */
    ID("id", "rid", "rowid", "recid", "编号", "人编号", "人员编号", "个人编号", "序号"),
    /** Citizen id number. */
    ID_NUMBER("idnumber", "idno", "idcard", "身份证号", "身份证号码", "证件号码", "证件号", "身份证", "身份证件号码", "公民身份号码", "公民身份证号码"),
    /** Disability certificate number; it begins with the id number. */
    CERTIFICATE("certificate", "certificateno", "残疾人证号", "残疾证号", "残疾人证号码", "残疾证号码"),
    /** The person's name. */
    NAME("name", "fullname", "姓名", "名字"),
    /** Male or female. */
    SEX("sex", "gender", "性别"),
    /** Date of birth. */
    BIRTH_DATE("birthdate", "birth", "dateofbirth", "dob", "出生日期", "出生年月", "出生年月日", "生日"),
    /** Code of the village. */
    VILLAGE_CODE("village", "villagecode", "行政区划代码", "行政村代码", "村代码", "区划代码"),
    /** Name of the village. */
    VILLAGE_NAME("villagename", "行政村", "村", "村居", "村名", "所在村"),
    /** Home address. */
    ADDRESS("address", "家庭住址", "地址", "住址", "家庭地址", "居住地址", "户籍地址"),
    /** Telephone. */
    PHONE("phone", "telephone", "mobile", "tel", "电话", "联系电话", "手机号", "手机号码", "电话号码", "手机"),
    /** Key of the household in its own list. */
    HOUSEHOLD("household", "householdid", "户编号", "户号", "家庭编号");

    private static final Set<String> RUNNING_NUMBERS = Set.of("序号");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> headers;

    PersonColumn(String... headers) {
        this.headers = List.of(headers);
    }

    /** The headers this meaning goes by; compared without case, blanks, marks and remarks in brackets. */
    public List<String> headers() {
        return headers;
    }

    /** A header as it is compared. */
    static String plain(String header) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        for (char c : header.toLowerCase(Locale.ROOT).toCharArray()) {
            if ("(（[【".indexOf(c) >= 0) {
                depth++;
            } else if (")）]】".indexOf(c) >= 0) {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && Character.isLetterOrDigit(c)) {
                plain.append(Han.simplified(c));
            }
        }
        return plain.toString();
    }

    /**
     * Finds the meaning of every column.
     *
     * @param header the names of the columns
     * @return position of the column for each meaning found
     * @throws TwoColumns when two columns claim one meaning
     */
    static Map<PersonColumn, Integer> find(List<String> header) {
        Map<PersonColumn, List<Integer>> found = new EnumMap<>(PersonColumn.class);
        for (int i = 0; i < header.size(); i++) {
            String plain = plain(header.get(i));
            for (PersonColumn column : values()) {
                if (column.headers.contains(plain)) {
                    found.computeIfAbsent(column, c -> new ArrayList<>()).add(i);
                }
            }
        }
        List<Integer> ids = found.get(ID);
        if (ids != null && ids.size() > 1) {
            // a running number gives way to a real key
            ids.removeIf(i -> RUNNING_NUMBERS.contains(plain(header.get(i))));
        }
        Map<PersonColumn, Integer> positions = new EnumMap<>(PersonColumn.class);
        found.forEach((column, places) -> {
            if (places.size() > 1) {
                throw new TwoColumns(header.get(places.get(0)), header.get(places.get(1)), places.get(1) + 1);
            }
            positions.put(column, places.get(0));
        });
        return positions;
    }

    /** Two columns claim one meaning. */
    static final class TwoColumns extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TwoColumns(String first, String second, int position) {
            super("column " + position + " (" + second + ") says the same as the column " + first);
        }
    }
}
