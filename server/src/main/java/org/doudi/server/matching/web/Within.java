package org.doudi.server.matching.web;

import org.doudi.server.identity.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The division that a list is asked for. */
final class Within {
    private Within() {}

    /** A division of 4 to 12 digits, one's own area where none is named; else a bad request. */
    static String place(String place) {
        return Scope.officer()
                .area()
                .within(place)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST))
                .code();
    }
}
