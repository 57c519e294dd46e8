package org.doudi.cluster;

import java.util.Random;

/** Two lists about one made-up crowd, with what lists have: typing errors, gaps, duplicates, families, cells over several lines. */
final class Crowd {
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国文斌";

    private final Random random = new Random(20170320);

    /** One of the lists: the same people in both, each written down anew. */
    String list(int side, int people, boolean villageCodes) {
        StringBuilder text = new StringBuilder("编号,姓名,身份证号,性别,出生日期,行政村,电话,户编号\n");
        random.setSeed(20170320 + side);
        for (int person = 0; person < people; person++) {
            if (random.nextInt(10) < 8) {
                row(text, side, person, villageCodes);
                if (random.nextInt(20) == 0) {
                    row(text, side, person + 1_000_000, villageCodes);
                }
            }
            if (random.nextInt(400) == 0) {
                text.append("x,\"broken\n");
            }
            if (random.nextInt(400) == 0) {
                text.append("\n,,,,,,,\n");
            }
        }
        return text.toString();
    }

    private void row(StringBuilder text, int side, int number, boolean villageCodes) {
        int person = number % 1_000_000;
        int household = person / 4;
        Random family = new Random(household * 31L);
        Random self = new Random(person * 17L + 5);
        char surname = SURNAMES.charAt(family.nextInt(SURNAMES.length()));
        int village = family.nextInt(60);
        String name = surname + given(self) + (self.nextBoolean() ? given(self) : "");
        String birth =
                String.format("%04d%02d%02d", 1935 + self.nextInt(75), 1 + self.nextInt(12), 1 + self.nextInt(28));
        String id = id(birth, self.nextInt(1000));
        String phone = "138" + String.format("%08d", household * 7919L % 100_000_000);
        text.append(side == 0 ? "L" : "R").append(number).append(',');
        text.append(random.nextInt(60) == 0 ? surname + "某" : name).append(',');
        text.append(written(id)).append(',');
        text.append((id.charAt(16) - '0') % 2 == 1 ? "男" : "女").append(',');
        text.append(random.nextInt(30) == 0 ? "" : birth).append(',');
        String place = villageCodes ? "2109210" + String.format("%05d", village) : "第" + village + "村";
        text.append(random.nextInt(90) == 0 ? "\"上\n\"\"" + place + "\"\"\"" : place)
                .append(',');
        text.append(random.nextInt(3) == 0 ? "" : phone).append(',');
        text.append(random.nextInt(4) == 0 ? "" : "H" + side + household).append('\n');
    }

    private static String given(Random random) {
        return String.valueOf(GIVEN.charAt(random.nextInt(GIVEN.length())));
    }

    /** An id number as people write it down. */
    private String written(String id) {
        char[] digits = id.toCharArray();
        switch (random.nextInt(20)) {
            case 0 -> digits[random.nextInt(17)] = (char) ('0' + random.nextInt(10));
            case 1 -> {
                int at = 6 + random.nextInt(10);
                char swapped = digits[at];
                digits[at] = digits[at + 1];
                digits[at + 1] = swapped;
            }
            case 2 -> {
                return "";
            }
            case 3 -> {
                return id.substring(0, 6) + id.substring(8, 17);
            }
            case 4 -> {
                return id.substring(0, 9) + id.substring(10);
            }
            default -> {}
        }
        return new String(digits);
    }

    private static String id(String birth, int serial) {
        String body = "210921" + birth + String.format("%03d", serial);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (body.charAt(i) - '0') * ((1 << (17 - i)) % 11);
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}
