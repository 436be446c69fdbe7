package io.redress.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.WebContentInterceptor;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    /** Camunda's pages name their files by Camunda's version, which stays when ours changes: browsers ask each time. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        WebContentInterceptor caching = new WebContentInterceptor();
        caching.setCacheControl(CacheControl.noCache());
        registry.addInterceptor(caching).addPathPatterns("/camunda/app/**", "/redress/**");
    }
}
