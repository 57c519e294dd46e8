package org.doudi.server.registry;

import java.nio.charset.StandardCharsets;
import org.doudi.server.identity.Role;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The pages as an officer asks for them. */
final class OfficePages {
    private final MockMvc mvc;

    OfficePages(WebApplicationContext context) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context).build();
    }

    MockHttpServletResponse ask(Role role, String area, RequestBuilder request) {
        return RegistryFixture.as(role, area, () -> {
            try {
                return mvc.perform(request).andReturn().getResponse();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static String html(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
