package org.doudi.bench.policy;

/** What {@link PlainRules} answers; codes are the places in the lists of the specification. */
final class PlainResult {
    static final int TEKUN = 1;
    static final int LIVING = 1 << 1;
    static final int CARE = 1 << 2;
    static final int PREMIUM = 1 << 3;
    /** A top-up's kind from 1, in bits 4 to 6. */
    static final int TOP_UP = 4;
    /** The member's gaps from bit 8, in the order of the table of gaps. */
    static final int GAPS = 8;

    final int[] members;
    long counted;
    long cost;
    long rigid;
    long net;
    int left;
    /** 0 eligible, 1 gradual exit, 2 not eligible, 3 refused. */
    int dibao;

    long base;
    long monthly;
    long untilEpochDay;
    long registerIncome;
    /** 0 poor, 1 not poor, -1 none given. */
    int register = -1;
    /** 0 none, 1 medical aid, 2 major illness, 3 temporary aid. */
    int medical;

    long burden;
    int gaps;

    PlainResult(int size) {
        members = new int[size];
    }
}
