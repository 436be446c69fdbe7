package io.redress.web;

import io.redress.casefile.reading.ValueFormatter;
import io.redress.language.Sentences;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import java.time.Clock;
import java.util.function.Supplier;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
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

    /** Before all others: what they refuse is told so, too. */
    @Bean
    FilterRegistrationBean<PageHeaders> pageHeaders() {
        FilterRegistrationBean<PageHeaders> registration = new FilterRegistrationBean<>(new PageHeaders());
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        registration.setAsyncSupported(true);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Beside Camunda's own filter, whose policy is switched off. */
    @Bean
    FilterRegistrationBean<PageScripts> pageScripts(ServletContext server) {
        FilterRegistrationBean<PageScripts> registration = new FilterRegistrationBean<>(new PageScripts(server));
        registration.addUrlPatterns("/camunda/*");
        registration.setAsyncSupported(true);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    /** Before those who ask who it is: a login is looked up as well. */
    @Bean
    FilterRegistrationBean<PlainParameters> plainParameters() {
        FilterRegistrationBean<PlainParameters> registration = new FilterRegistrationBean<>(new PlainParameters());
        registration.setAsyncSupported(true);
        registration.setOrder(0);
        return registration;
    }

    /** After Spring Boot's own, which says nothing but the status. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusalsOfTheServer(
            ObjectProvider<ValueFormatter> words, ObjectProvider<Clock> clock, Sentences sentences) {
        // The server is there before they are.
        Supplier<String> now = () -> words.getObject().of(clock.getObject().instant());
        return server -> server.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            // The host would add another unless one of this name is there.
            host.setErrorReportValveClass(RefusalValve.class.getName());
            host.getPipeline().addValve(new RefusalValve(sentences, now));
        });
    }
}
