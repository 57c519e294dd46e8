package org.doudi.policy;

/**
 * The clauses of the document that orders the linkage (阜政办发〔2017〕30号). An id reads: part, section, order inside it; {@code 2.3-2}
 * is part two, section three, second order.
 */
public enum Clause {
    /** 1.2-1 应扶尽扶. */
    COVER_THE_POOR("1.2-1", "应扶尽扶", "cover everybody the programme is for"),
    /** 1.2-2 应保尽保. */
    COVER_BY_DIBAO("1.2-2", "应保尽保", "cover everybody dibao is for"),
    /** 1.2-3 动态管理. */
    ENTRY_AND_EXIT("1.2-3", "动态管理", "dynamic management"),
    /** 1.2-4 信息共享. */
    SHARED_DATA("1.2-4", "信息共享", "sharing of data"),
    /** 2.1-1 纳入低保. */
    DIBAO_INCLUSION("2.1-1", "纳入低保", "inclusion in dibao"),
    /** 2.1-2 分类施保. */
    CLASSIFIED_TOP_UPS("2.1-2", "分类施保", "classified top-ups"),
    /** 2.1-3 精准帮扶. */
    FITTING_HELP("2.1-3", "精准帮扶", "help that fits the cause"),
    /** 2.1-4 统筹使用. */
    BEYOND_THE_REGISTER("2.1-4", "统筹使用", "programme policies beyond the register"),
    /** 2.1-5 返贫. */
    FALLING_BACK("2.1-5", "返贫", "falling back"),
    /** 2.1-6 医疗救助. */
    MEDICAL_AID("2.1-6", "医疗救助", "medical aid"),
    /** 2.1-7 两项补贴. */
    DISABILITY_ALLOWANCES("2.1-7", "两项补贴", "two disability allowances"),
    /** 2.2-1 对象认定. */
    JOINT_DETERMINATION("2.2-1", "对象认定", "joint determination"),
    /** 2.2-2 综合指标. */
    COMPOSITE_INDICATORS("2.2-2", "综合指标", "composite indicators"),
    /** 2.2-3 核查机制. */
    ECONOMIC_CHECK("2.2-3", "核查机制", "economic check"),
    /** 2.2-4 就业成本扣减. */
    EMPLOYMENT_COST("2.2-4", "就业成本扣减", "employment-cost deduction"),
    /** 2.2-5 基础养老金. */
    BASIC_PENSION("2.2-5", "基础养老金", "basic pension"),
    /** 2.2-6 四统一. */
    FOUR_AS_ONE("2.2-6", "四统一", "four steps as one"),
    /** 2.2-7 渐退. */
    GRADUAL_EXIT("2.2-7", "渐退", "gradual exit"),
    /** 2.3-1 标准衔接. */
    STANDARD_ABOVE_LINE("2.3-1", "标准衔接", "standard not below the poverty line"),
    /** 2.3-2 动态调整. */
    ADJUSTMENT("2.3-2", "动态调整", "adjustment of the standard"),
    /** 2.3-3 公布. */
    PUBLICATION("2.3-3", "公布", "publication"),
    /** 2.3-4 物价联动. */
    PRICE_LINKAGE("2.3-4", "物价联动", "price linkage"),
    /** 2.4-1 动态管理制度. */
    BOTH_ROLLS_DYNAMIC("2.4-1", "动态管理制度", "dynamic management of both rolls"),
    /** 2.4-2 动态核查. */
    DYNAMIC_CHECKS("2.4-2", "动态核查", "dynamic checks"),
    /** 2.4-3 新申请核对. */
    NEW_APPLICATIONS_CHECKED("2.4-3", "新申请核对", "check of new applications"),
    /** 2.4-4 年度复核. */
    YEARLY_REVERIFICATION("2.4-4", "年度复核", "yearly re-verification"),
    /** 2.4-5 互联互通. */
    CONNECTED_SYSTEMS("2.4-5", "互联互通", "connected systems"),
    /** 2.4-6 低保、特困名单. */
    DIBAO_AND_TEKUN_LISTS("2.4-6", "低保、特困名单", "dibao and tekun lists"),
    /** 2.4-7 建档立卡、脱贫名单. */
    REGISTER_LISTS("2.4-7", "建档立卡、脱贫名单", "register and lifted-out lists"),
    /** 2.4-8 残疾人名单. */
    DISABILITY_LISTS("2.4-8", "残疾人名单", "list of disabled people"),
    /** 2.4-9 准确完整. */
    ACCURATE_DATA("2.4-9", "准确完整", "accurate and complete data"),
    /** 2.4-10 信息公开. */
    DISCLOSURE("2.4-10", "信息公开", "disclosure"),
    /** 2.4-11 居住地公示. */
    POSTING("2.4-11", "居住地公示", "posting where people live"),
    /** 3.1-1 协调机制. */
    COORDINATION("3.1-1", "协调机制", "coordination"),
    /** 3.1-2 方案备案. */
    PLAN_FILING("3.1-2", "方案备案", "filing of plans"),
    /** 3.2-1 部门责任. */
    DEPARTMENT_DUTIES("3.2-1", "部门责任", "duties of departments"),
    /** 3.2-2 监测数据. */
    MONITORING_DATA("3.2-2", "监测数据", "monitoring data"),
    /** 3.3-1 资金统筹. */
    POOLED_FUNDS("3.3-1", "资金统筹", "pooled funds"),
    /** 3.3-2 分配倾斜. */
    GRANT_LEANING("3.3-2", "分配倾斜", "leaning of grants"),
    /** 3.3-3 资金检查. */
    FUND_INSPECTION("3.3-3", "资金检查", "inspection of funds"),
    /** 3.4-1 人员配备. */
    STAFFING("3.4-1", "人员配备", "staffing"),
    /** 3.4-2 购买服务. */
    BOUGHT_SERVICES("3.4-2", "购买服务", "bought-in services"),
    /** 3.4-3 驻村工作队. */
    WORK_TEAMS("3.4-3", "驻村工作队", "resident work teams"),
    /** 3.4-4 一门受理. */
    ONE_DOOR("3.4-4", "一门受理", "one door"),
    /** 3.5-1 绩效评价. */
    PERFORMANCE("3.5-1", "绩效评价", "performance review"),
    /** 3.5-2 督促检查. */
    INSPECTION("3.5-2", "督促检查", "inspections"),
    /** 3.5-3 社会监督. */
    PUBLIC_SUPERVISION("3.5-3", "社会监督", "public supervision"),
    /** 3.5-4 责任追究. */
    ACCOUNTABILITY("3.5-4", "责任追究", "accountability");

    private final String id;
    private final String zh;
    private final String en;

    Clause(String id, String zh, String en) {
        this.id = id;
        this.zh = zh;
        this.en = en;
    }

    /** The id as it is cited, such as {@code 2.2-5}. */
    public String id() {
        return id;
    }

    /** The field's term in Chinese. */
    public String zh() {
        return zh;
    }

    /** The term in English. */
    public String en() {
        return en;
    }
}
