package io.redress.people;

import io.redress.language.Sentences;
import java.net.InetAddress;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Keeps demo mode, whose passwords everybody knows, on this computer and off a real database unless confirmed. */
@Component
class DemoBinding implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {

    private final boolean demo;

    /** @throws StartRefused for an unconfirmed demo; the web server is built first, so nothing has been written yet */
    DemoBinding(PeopleProperties properties, Environment environment, Sentences sentences) {
        this.demo = properties.demo();
        if (demo && !properties.demoConfirm() && environment.acceptsProfiles(Profiles.of("postgres"))) {
            throw new StartRefused(
                    sentences.say("people.demoNotConfirmed"), sentences.say("people.demoNotConfirmed.action"));
        }
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        if (demo) {
            factory.setAddress(InetAddress.getLoopbackAddress());
        }
    }
}
