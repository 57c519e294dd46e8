package org.doudi.cli.demodata;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.doudi.policy.RegisterState;
import org.jspecify.annotations.Nullable;

/** The lists that departments hand over, each with the columns and the habits of its own. */
enum DepartmentList {
    DIBAO(
            "dibao.csv",
            "农村低保对象名单",
            "CIVIL_AFFAIRS",
            "序号,户号,户主姓名,姓名,身份证号码,性别,出生日期,与户主关系,乡镇,行政村,家庭住址,开始享受时间,户月保障金额,联系电话") {
        @Override
        boolean holds(Family family, Person person) {
            return family.onDibao() && (!person.tekun || family.standing == Standing.TEKUN);
        }

        @Override
        List<String> cells(Family family, Person person, Sighting seen) {
            return List.of(
                    String.format("%s%05d", family.village.township().code().substring(4), family.dibaoNumber),
                    family.head().name,
                    seen.name(),
                    seen.idNumber(),
                    seen.sex(),
                    DASHED.format(seen.birth()),
                    person.relation,
                    family.village.township().name(),
                    family.village.code(),
                    family.address,
                    date(family.dibaoSince, MONTH),
                    family.dibaoMonthlyYuan + ".00",
                    seen.phone());
        }
    },
    TEKUN("tekun.xlsx", "特困人员名单", "CIVIL_AFFAIRS", "序号,姓名,公民身份号码,性别,出生日期,供养方式,所在乡镇,行政村,家庭住址,年供养标准,电话") {
        @Override
        boolean holds(Family family, Person person) {
            return person.onTekunRoll;
        }

        @Override
        List<String> cells(Family family, Person person, Sighting seen) {
            return List.of(
                    seen.name(),
                    seen.idNumber(),
                    seen.sex(),
                    DOTTED.format(seen.birth()),
                    person.idNumber.charAt(16) < '2' ? "集中供养" : "分散供养",
                    family.village.township().name(),
                    family.village.name(),
                    family.address,
                    "5700",
                    seen.phone());
        }
    },
    REGISTER(
            "register.csv",
            "建档立卡贫困人口名单",
            "POVERTY_OFFICE",
            "序号,户编号,姓名,证件号码,性别,与户主关系,民族,行政区划代码,贫困户属性,主要致贫原因,人均纯收入,联系电话") {
        @Override
        boolean holds(Family family, Person person) {
            return family.registerState == RegisterState.POOR;
        }

        @Override
        List<String> cells(Family family, Person person, Sighting seen) {
            return List.of(
                    registerNumber(family),
                    seen.name(),
                    cardOrId(person, seen),
                    seen.sex(),
                    person.relation,
                    person.people.word,
                    family.village.code(),
                    family.onDibao() ? "低保贫困户" : "一般贫困户",
                    family.povertyCause,
                    perHead(family),
                    seen.phone());
        }
    },
    LIFTED(
            "lifted.xlsx",
            "建档立卡脱贫人口名单",
            "POVERTY_OFFICE",
            "序号,户编号,姓名,证件号码,性别,与户主关系,行政区划代码,脱贫时间,是否享受帮扶措施,脱贫时人均纯收入,联系电话") {
        @Override
        boolean holds(Family family, Person person) {
            return family.registerState == RegisterState.LIFTED;
        }

        @Override
        List<String> cells(Family family, Person person, Sighting seen) {
            return List.of(
                    registerNumber(family),
                    seen.name(),
                    cardOrId(person, seen),
                    seen.sex(),
                    person.relation,
                    family.village.code(),
                    date(family.liftedOn, CHINESE),
                    family.throughProgramme ? "是" : "否",
                    perHead(family),
                    seen.phone());
        }
    },
    CERTIFICATES("certificates.csv", "持证残疾人名单", "DISABLED_FEDERATION", "序号,姓名,性别,残疾人证号,残疾类别,残疾等级,所在乡镇,行政村代码,家庭住址,手机号") {
        @Override
        boolean holds(Family family, Person person) {
            return person.disability != null;
        }

        @Override
        List<String> cells(Family family, Person person, Sighting seen) {
            var disability = person.disability;
            return List.of(
                    seen.name(),
                    seen.sex(),
                    seen.certificate(),
                    disability == null
                            ? ""
                            : CATEGORIES.get(disability.category().ordinal()),
                    disability == null ? "" : LEVELS.get(disability.level() - 1),
                    family.village.township().name(),
                    family.village.code(),
                    family.address,
                    seen.phone());
        }
    },
    ALLOWANCES("allowances.csv", "残疾人两项补贴发放名单", "DISABLED_FEDERATION", "序号,姓名,身份证号,性别,出生年月,乡镇,行政村,困难生活补贴,重度护理补贴,联系电话") {
        @Override
        boolean holds(Family family, Person person) {
            return person.onLivingRoll || person.onCareRoll;
        }

        @Override
        List<String> cells(Family family, Person person, Sighting seen) {
            return List.of(
                    seen.name(),
                    seen.idNumber(),
                    seen.sex(),
                    PLAIN.format(seen.birth()),
                    family.village.township().name(),
                    family.village.code(),
                    person.onLivingRoll ? "70.00" : "0",
                    person.onCareRoll ? "55.00" : "0",
                    seen.phone());
        }
    };

    private static final DateTimeFormatter DASHED = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter DOTTED = DateTimeFormatter.ofPattern("yyyy.MM.dd");
    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM");
    private static final List<String> CATEGORIES = List.of("视力", "听力", "言语", "肢体", "智力", "精神", "多重");
    private static final List<String> LEVELS = List.of("一级", "二级", "三级", "四级");

    final String file;
    final String title;
    final String department;
    private final String header;

    DepartmentList(String file, String title, String department, String header) {
        this.file = file;
        this.title = title;
        this.department = department;
        this.header = header;
    }

    /** Whether the person stands on this list. */
    abstract boolean holds(Family family, Person person);

    /** The cells of the person's row after the running number. */
    abstract List<String> cells(Family family, Person person, Sighting seen);

    List<String> header() {
        return List.of(header.split(",", -1));
    }

    boolean isWorkbook() {
        return file.endsWith(".xlsx");
    }

    private static String registerNumber(Family family) {
        return family.village.township().code().substring(2) + family.id.substring(2);
    }

    /** The poverty office writes the disability certificate's number for every third disabled person. */
    private static String cardOrId(Person person, Sighting seen) {
        return !seen.certificate().isEmpty() && person.idNumber.charAt(15) % 3 == 0
                ? seen.certificate()
                : seen.idNumber();
    }

    private static String perHead(Family family) {
        return family.incomeYuan() / family.persons.size() + ".00";
    }

    private static String date(@Nullable LocalDate day, DateTimeFormatter format) {
        return day == null ? "" : format.format(day);
    }
}
