package org.doudi.linkage.person;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the resource that {@link Han} reads: {@code java … HanTable FILE}. */
final class HanTable {
    /** Surnames that are read differently from the same character elsewhere; the libraries lack these. */
    private static final Map<Character, String> SURNAMES = Map.ofEntries(
            Map.entry('单', "shan"),
            Map.entry('仇', "qiu"),
            Map.entry('曾', "zeng"),
            Map.entry('解', "xie"),
            Map.entry('区', "ou"),
            Map.entry('查', "zha"),
            Map.entry('覃', "qin"),
            Map.entry('任', "ren"),
            Map.entry('朴', "piao"),
            Map.entry('盖', "ge"),
            Map.entry('乐', "yue"),
            Map.entry('尉', "yu"),
            Map.entry('洗', "xian"),
            Map.entry('翟', "zhai"),
            Map.entry('华', "hua"),
            Map.entry('纪', "ji"),
            Map.entry('折', "she"),
            Map.entry('召', "shao"),
            Map.entry('缪', "miao"),
            Map.entry('种', "chong"));

    private HanTable() {}

    public static void main(String[] args) throws IOException {
        Files.write(Path.of(args[0]), bytes());
    }

    static byte[] bytes() throws IOException {
        int size = Han.LAST - Han.FIRST + 1;
        char[] simplified = new char[size];
        String[] first = new String[size];
        String[] second = new String[size];
        Set<String> syllables = new TreeSet<>();
        for (int i = 0; i < size; i++) {
            char c = (char) (Han.FIRST + i);
            String simple = ZhConverterUtil.toSimple(String.valueOf(c));
            simplified[i] = simple.length() == 1 ? simple.charAt(0) : c;
            List<String> readings = readings(c);
            first[i] = readings.isEmpty() ? "" : readings.get(0);
            second[i] = readings.size() < 2 ? "" : readings.get(1);
            syllables.add(first[i]);
            syllables.add(second[i]);
        }
        Map<String, Integer> numbers = new TreeMap<>();
        for (String syllable : syllables) {
            numbers.put(syllable, numbers.size());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (char c : simplified) {
            out.writeChar(c);
        }
        for (String reading : first) {
            out.writeShort(numbers.getOrDefault(reading, 0));
        }
        for (String reading : second) {
            out.writeShort(numbers.getOrDefault(reading, 0));
        }
        return bytes.toByteArray();
    }

    /** The usual reading first; a surname's own reading is the first of the others. */
    private static List<String> readings(char c) {
        Set<String> readings = new LinkedHashSet<>();
        String usual = plain(PinyinHelper.toPinyin(String.valueOf(c), PinyinStyleEnum.NORMAL));
        if (!usual.isEmpty()) {
            readings.add(usual);
            String surname = SURNAMES.get(c);
            if (surname != null) {
                readings.add(surname);
            }
            for (String other : PinyinHelper.toPinyinList(c, PinyinStyleEnum.NORMAL)) {
                readings.add(plain(other));
            }
        }
        readings.remove("");
        return List.copyOf(readings);
    }

    /** Letters only; the umlaut is typed as v or u in the field, so both are u. */
    private static String plain(String pinyin) {
        String letters = pinyin.replace('ü', 'u').replace('v', 'u');
        return letters.matches("[a-z]+") ? letters : "";
    }
}
