package org.doudi.server.registry;

import java.util.List;
import java.util.Optional;

/** What a column of a department's list can mean, and the headers it goes by in the field. */
public enum ListColumn {
    NAME("姓名", "人员姓名", "残疾人姓名"),
    ID_NUMBER("身份证号", "身份证号码", "公民身份号码", "公民身份证号码", "证件号码", "证件号", "残疾人证号", "残疾证号", "身份证"),
    HOUSEHOLD("户号", "户编号", "家庭编号", "户主编号"),
    RELATION("与户主关系", "家庭关系"),
    SEX("性别"),
    ADDRESS("家庭住址", "住址", "详细地址", "居住地址"),
    PHONE("联系电话", "手机号", "手机号码", "电话"),
    VILLAGE("行政村代码", "行政区划代码", "村代码", "行政村"),
    BIRTH("出生日期", "出生年月", "出生年月日"),
    SINCE("开始享受时间", "享受起始时间", "保障开始时间", "认定时间", "纳入时间"),
    MONTHLY("户月保障金额", "户月保障金", "月保障金额"),
    LIFTED_ON("脱贫时间", "脱贫日期", "脱贫年月"),
    THROUGH_PROGRAMME("是否享受帮扶措施", "是否享受政策"),
    CAUSE("主要致贫原因", "致贫原因1", "致贫原因"),
    SECOND_CAUSE("其他致贫原因", "次要致贫原因", "致贫原因2"),
    THIRD_CAUSE("致贫原因3"),
    ATTRIBUTE("贫困户属性", "户属性"),
    CATEGORY("残疾类别"),
    LEVEL("残疾等级"),
    LIVING("困难生活补贴", "困难残疾人生活补贴", "生活补贴"),
    CARE("重度护理补贴", "重度残疾人护理补贴", "护理补贴"),
    ITEM("收入项目", "收入种类", "收入类别", "收入来源"),
    YUAN("年收入", "年收入金额", "收入金额", "年金额"),
    SAVINGS("存款", "存款金额", "金融资产"),
    HOUSES("住房套数", "房屋套数", "住房", "房产"),
    CARS("机动车数", "机动车", "车辆数", "汽车"),
    MACHINES("大型农机数", "大型农机", "农机数"),
    BUSINESS("工商登记", "是否工商登记", "经营主体"),
    RESIDENT_INSURED("居民医保", "是否参加城乡居民基本医疗保险", "城乡居民基本医疗保险", "城乡居民医保", "新农合"),
    EMPLOYEE_INSURED("职工医保", "是否参加城镇职工基本医疗保险", "城镇职工基本医疗保险", "城镇职工医保"),
    ILLNESS_INSURED("大病保险", "是否参加大病保险"),
    EDUCATION("文化程度", "学历"),
    AT_SCHOOL("在校生状况", "就读阶段", "在校情况"),
    NOT_AT_SCHOOL("未上学原因", "失学或辍学原因", "辍学原因"),
    ARABLE("耕地面积", "耕地"),
    FOREST("林地面积", "林地");

    private final String headers;

    ListColumn(String... headers) {
        this.headers = String.join("|", headers);
    }

    /** The headers, the best known first. */
    public List<String> headers() {
        return List.of(headers.split("\\|", -1));
    }

    /** What a header most likely means. */
    public static Optional<ListColumn> guess(String header) {
        String plain = header.replaceAll("[(（\\[【].*?[)）\\]】]", "").replaceAll("\\s", "");
        for (ListColumn column : values()) {
            if (column.headers().contains(plain)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
