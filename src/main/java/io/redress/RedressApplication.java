package io.redress;

import io.redress.calendar.CalendarFolder;
import io.redress.calendar.TimeAhead;
import io.redress.casefile.deadline.CalendarBook;
import io.redress.casefile.message.MessageTemplates;
import io.redress.language.Language;
import io.redress.language.Sentences;
import io.redress.site.Sites;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;

/** Redress 客诉通: starts the complaint-handling application. */
@SpringBootApplication
public class RedressApplication {

    /** In another charset two forms with Chinese file names in one deployment become one file, without a word. */
    public static void main(String[] args) {
        if (Charset.defaultCharset().equals(StandardCharsets.UTF_8)) {
            SpringApplication.run(RedressApplication.class, args);
        } else {
            // In English only: what can't be shown here is Chinese.
            System.err.printf(
                    "Redress needs UTF-8, but Java's default charset here is %s.%nStart it with: java -Dfile.encoding=UTF-8 -jar redress.jar%n",
                    Charset.defaultCharset());
            System.exit(1);
        }
    }

    @Bean
    Sentences sentences(Language language) {
        return new Sentences(language);
    }

    @Bean
    Language language(@Value("${redress.language}") Language language) {
        return language;
    }

    @Bean
    TimeAhead timeAhead() {
        return new TimeAhead();
    }

    @Bean
    Clock clock(@Value("${redress.zone}") ZoneId zone, @Value("${redress.demo}") boolean demo, TimeAhead ahead) {
        Clock real = Clock.system(zone);
        return demo ? ahead.over(real) : real;
    }

    @Bean
    Sites sites(@Value("${redress.calendar.location}") Resource folder) throws IOException {
        return Sites.read(file(folder, "sites.yaml").getInputStream());
    }

    /** The folder that an owner keeps; it is read again whenever the calendars are reloaded. */
    @Bean
    CalendarBook calendars(
            @Value("${redress.calendar.location}") Resource folder,
            @Value("${redress.calendar.provisional-years}") boolean provisionalYears,
            Sentences sentences) {
        return new CalendarBook(new CalendarFolder(
                name -> {
                    Resource file = file(folder, name);
                    return file.exists() ? file.getInputStream() : null;
                },
                sentences,
                provisionalYears));
    }

    /** The folder of texts that an owner keeps. */
    @Bean
    MessageTemplates messageTemplates(@Value("${redress.message.location}") Resource folder, Sentences sentences) {
        return new MessageTemplates(name -> file(folder, name), sentences);
    }

    private static Resource file(Resource folder, String name) throws IOException {
        String location = folder.getURL().toString();
        return new DefaultResourceLoader()
                .getResource(location.endsWith("/") ? location + name : location + "/" + name);
    }
}
