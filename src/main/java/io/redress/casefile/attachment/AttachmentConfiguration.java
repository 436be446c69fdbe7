package io.redress.casefile.attachment;

import io.redress.language.Sentences;
import io.redress.people.StartRefused;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttachmentProperties.class)
@EnableScheduling
class AttachmentConfiguration {

    @Bean
    AttachmentFolder attachmentFolder(AttachmentProperties properties, Sentences sentences) {
        if (properties.folder() == null || properties.folder().toString().isBlank()) {
            throw new StartRefused(sentences.say("attachment.no-folder"), sentences.say("attachment.no-folder-action"));
        }
        return new AttachmentFolder(properties.folder().toAbsolutePath().normalize());
    }
}
