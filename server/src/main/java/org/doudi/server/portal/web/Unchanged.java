package org.doudi.server.portal.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** A notice that did not change since it was read last is answered without its words. */
@Configuration(proxyBeanMethods = false)
class Unchanged {
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> unchangedNotices() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> filter =
                new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        filter.addUrlPatterns("/notice", "/notice/*");
        return filter;
    }
}
