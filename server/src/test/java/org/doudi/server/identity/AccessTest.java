package org.doudi.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.doudi.server.TestDatabase;
import org.doudi.server.identity.web.DeclaredAccess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every handler says who may call it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class AccessTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    @DisplayName("no handler of the platform is without declared access")
    void declared() {
        List<HandlerMethod> ours = mapping.getHandlerMethods().values().stream()
                .filter(DeclaredAccess::isOurs)
                .toList();
        assertThat(ours).hasSizeGreaterThan(5);
        assertThat(ours.stream()
                        .filter(h -> DeclaredAccess.of(h) instanceof DeclaredAccess.Declaration.Missing)
                        .map(HandlerMethod::getShortLogMessage))
                .isEmpty();
    }

    static class Undeclared {
        public void handler() {
            // what a handler without a declaration looks like
        }
    }

    @Test
    @DisplayName("a handler that declares nothing is found")
    void shownRed() throws NoSuchMethodException {
        HandlerMethod handler = new HandlerMethod(new Undeclared(), "handler");
        assertThat(DeclaredAccess.of(handler)).isInstanceOf(DeclaredAccess.Declaration.Missing.class);
    }
}
