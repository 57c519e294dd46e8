package org.doudi.server.registry;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The reasons for looking at households that were given in this session: asked once a household, kept until the session ends; of programs, the purpose of each request. */
@Component
public final class GivenReasons {
    private static final String KEY = GivenReasons.class.getName();

    GivenReasons() {}

    /** Says for what this request alone reads; programs say it each time. */
    public void forRequest(String purpose) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            attributes.getRequest().setAttribute(KEY, purpose);
        }
    }

    /** The reason that was given for a household; empty if none was. */
    public String of(long household) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getRequest().getAttribute(KEY) instanceof String purpose) {
            return purpose;
        }
        HttpSession session = session(Wanted.IF_THERE);
        return session != null
                        && session.getAttribute(KEY) instanceof Map<?, ?> reasons
                        && reasons.get(household) instanceof String reason
                ? reason
                : "";
    }

    /** Keeps a reason. */
    public void give(long household, String reason) {
        HttpSession session = session(Wanted.ALWAYS);
        if (session == null) {
            return;
        }
        Map<Long, String> reasons = new ConcurrentHashMap<>();
        if (session.getAttribute(KEY) instanceof Map<?, ?> before) {
            before.forEach((id, said) -> reasons.put((Long) id, (String) said));
        }
        reasons.put(household, reason);
        session.setAttribute(KEY, reasons);
    }

    private enum Wanted {
        IF_THERE,
        ALWAYS
    }

    private static @Nullable HttpSession session(Wanted wanted) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getSession(wanted == Wanted.ALWAYS)
                : null;
    }
}
