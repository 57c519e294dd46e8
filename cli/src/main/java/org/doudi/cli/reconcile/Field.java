package org.doudi.cli.reconcile;

import java.util.List;

/** What a column of a list can say beyond who the person is, and the headers it goes by; the linkage reads the rest. */
enum Field {
    HOUSEHOLD("户号", "户编号", "家庭编号", "低保证号", "household", "householdId"),
    PERSON("人编号", "人员编号", "个人编号", "id"),
    MEMBER("成员号", "成员编号", "memberId"),
    NAME("姓名", "name"),
    ID_NUMBER("身份证号", "身份证号码", "公民身份号码", "证件号码", "证件号", "残疾人证号", "残疾证号", "idNumber", "certificate"),
    BIRTH("出生日期", "出生年月", "birthDate"),
    SEX("性别", "sex"),
    VILLAGE("行政村代码", "行政区划代码", "行政村", "村", "village"),
    SINCE("开始享受时间", "享受起始时间", "保障开始时间", "since"),
    MONTHLY("户月保障金额", "户月保障金", "月保障金额", "monthlyYuan"),
    LIFTED_ON("脱贫时间", "脱贫日期", "脱贫年月", "liftedOn"),
    THROUGH_PROGRAMME("是否享受帮扶措施", "是否享受政策", "throughProgramme"),
    LIVING("困难生活补贴", "困难残疾人生活补贴", "生活补贴", "livingAllowance"),
    CARE("重度护理补贴", "重度残疾人护理补贴", "护理补贴", "careAllowance");

    private final String headers;

    Field(String... headers) {
        this.headers = String.join("|", headers);
    }

    /** The headers, the best known first. */
    List<String> headers() {
        return List.of(headers.split("\\|", -1));
    }
}
