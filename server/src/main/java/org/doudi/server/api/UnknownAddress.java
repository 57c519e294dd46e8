package org.doudi.server.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** An address below the programs' door that nobody answers: refused as problem details and not as a page. */
@Api
@Hidden
class UnknownAddress {
    @RequestMapping("/api/**")
    void refuse(HttpServletRequest request) throws NoResourceFoundException {
        String path = request.getRequestURI();
        throw new NoResourceFoundException(HttpMethod.valueOf(request.getMethod()), path, path);
    }
}
