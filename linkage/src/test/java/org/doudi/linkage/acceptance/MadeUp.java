package org.doudi.linkage.acceptance;

import org.doudi.linkage.person.IdNumbers;

/** Made-up people with right check characters, so that the weights have something to learn from. */
public final class MadeUp {
    /** The header of the rows of {@link #crowd}. */
    public static final String HEADER = "编号,姓名,身份证号,性别,出生日期,行政村\n";

    private MadeUp() {}

    /** Rows of people, with a key and a village. */
    public static String crowd(int from, int to) {
        StringBuilder rows = new StringBuilder();
        for (int i = from; i < to; i++) {
            String[] p = person(i);
            rows.append('c')
                    .append(i)
                    .append(',')
                    .append(String.join(",", p))
                    .append(",")
                    .append("甲乙丙丁".charAt(i % 4))
                    .append("村\n");
        }
        return rows.toString();
    }

    /** Name, id number, sex and birth date of one. */
    public static String[] person(int i) {
        String name =
                "" + "赵钱孙周吴郑冯陈".charAt(i * 7 % 8) + (char) ('一' + i * 131 % 15000) + (char) ('一' + i * 37 % 15000);
        int year = 1930 + i * 13 % 80;
        int month = 1 + i * 7 % 12;
        int day = 1 + i * 11 % 28;
        long body = (210921L * 100_000_000 + year * 10_000L + month * 100L + day) * 1000 + i % 1000;
        int check = IdNumbers.check(body);
        String sex = body % 2 == 1 ? "男" : "女";
        return new String[] {
            name, body + (check == 10 ? "X" : "" + check), sex, String.format("%04d-%02d-%02d", year, month, day)
        };
    }
}
