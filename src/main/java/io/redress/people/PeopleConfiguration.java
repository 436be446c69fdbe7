package io.redress.people;

import io.redress.language.Sentences;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PeopleProperties.class)
class PeopleConfiguration {

    @Bean
    Groups groups(
            Sentences sentences,
            @Value("classpath:people/groups.yaml") Resource packaged,
            @Value("${redress.people.groups:#{null}}") Optional<Resource> installation) {
        return Groups.read(
                sentences,
                Stream.concat(Stream.of(packaged), installation.stream()).toArray(Resource[]::new));
    }
}
