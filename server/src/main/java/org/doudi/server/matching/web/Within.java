package org.doudi.server.matching.web;

import org.doudi.server.identity.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The division that a list is asked for. */
final class Within {
    private Within() {}

    /** A division of 4 to 12 digits, one's own area where none is named; else a bad request. */
    static String place(String place) {
        String within = place.isEmpty() ? Scope.officer().area().code() : place;
        if (!within.matches("\\d{4}|\\d{6}|\\d{9}|\\d{12}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return within;
    }
}
