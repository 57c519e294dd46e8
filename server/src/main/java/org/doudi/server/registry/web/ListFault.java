package org.doudi.server.registry.web;

import org.doudi.linkage.table.UnreadableList;

/** Why a file is no list, in the words of the message files; the reader's own message names the file where it lay. */
enum ListFault {
    EMPTY("the file is empty"),
    NO_ROW("the file holds no row"),
    NO_HEADER("no header was found"),
    OLD_EXCEL("old Excel workbook"),
    BOMB("zip bomb"),
    DAMAGED("the workbook is damaged"),
    UNREADABLE("");

    private final String said;

    ListFault(String said) {
        this.said = said;
    }

    static ListFault of(UnreadableList list) {
        String message = String.valueOf(list.getMessage());
        for (ListFault fault : values()) {
            if (message.contains(fault.said)) {
                return fault;
            }
        }
        return UNREADABLE;
    }
}
