package org.doudi.server.portal;

import java.util.List;
import java.util.Optional;
import org.doudi.server.casework.CaseFailure;
import org.doudi.server.casework.PublicObjection;
import org.doudi.server.casework.PublicObjection.Lodged;
import org.doudi.server.casework.PublicObjection.Standing;
import org.doudi.server.casework.PublicObjections;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.doudi.server.portal.Notice.Proposed;
import org.springframework.stereotype.Service;

/**
 * Where people object to what hangs out. Nobody has signed in: the platform itself writes the objection down, inside the township or
 * village whose notice it is and nowhere else.
 */
@Service
public class Wall {
    private static final int COUNTY = 6;
    private static final int TOWNSHIP = 9;
    private static final int TRIES = 5;

    private final Notices notices;
    private final PublicObjections objections;

    Wall(Notices notices, PublicObjections objections) {
        this.notices = notices;
        this.objections = objections;
    }

    /** What hangs out in a village, 12 digits, or a county, 6. */
    public List<Proposed> hanging(String code) {
        return (code.length() == COUNTY ? notices.county(code) : notices.village(code)).proposed();
    }

    /**
     * Takes an objection to a case that hangs out there.
     *
     * @return nothing if no such case hangs out there
     * @throws CaseFailure if there is something to mend, or the notice takes none
     */
    public Optional<Lodged> object(String code, String number, PublicObjection made) {
        if (hanging(code).stream().noneMatch(p -> p.number().equals(number))) {
            return Optional.empty();
        }
        Officer platform = Officer.system(new Area(number.substring(0, TOWNSHIP)));
        for (int again = TRIES; ; again--) {
            try {
                return Optional.of(Scope.as(platform, () -> objections.lodge(number, made)));
            } catch (CaseFailure.Overtaken e) {
                // somebody did something to the case at this very moment; the objection is none the less one
                if (again == 1) {
                    throw e;
                }
            }
        }
    }

    /** Where an objection stands, for who has its number and its code. */
    public Optional<Standing> standing(String number, String code) {
        return PublicObjections.village(number)
                .flatMap(village ->
                        Scope.as(Officer.system(new Area(village)), () -> objections.standing(number, code)));
    }
}
