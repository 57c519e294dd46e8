package org.doudi.server.registry;

import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.doudi.server.identity.Role;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The pages as an officer asks for them, who said why for every household. */
final class OfficePages {
    private static final Map<Long, String> SAID = new AbstractMap<>() {
        @Override
        public Set<Entry<Long, String>> entrySet() {
            return Set.of();
        }

        @Override
        public String get(Object household) {
            return "核查";
        }
    };

    private final MockMvc mvc;

    OfficePages(WebApplicationContext context) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context)
                .defaultRequest(MockMvcRequestBuilders.get("/").sessionAttr(GivenReasons.class.getName(), SAID))
                .build();
    }

    private OfficePages(MockMvc mvc) {
        this.mvc = mvc;
    }

    /** An officer who said nothing yet. */
    static OfficePages silent(WebApplicationContext context) {
        return new OfficePages(MockMvcBuilders.webAppContextSetup(context).build());
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
