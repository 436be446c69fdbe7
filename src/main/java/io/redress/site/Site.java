package io.redress.site;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.redress.language.Language;
import java.time.ZoneId;

/**
 * A place that complaints are about: a shop, a mall, a factory, a branch.
 *
 * @param id what is stored with a complaint
 * @param profile the kind of business, which decides deadlines and ladders: {@code mall}, {@code supermarket},
 *     {@code after-sales}, {@code manufacturer}, {@code credit-union}, {@code e-commerce} or {@code property}
 * @param calendar the id of the calendar that its deadlines count on; its own id where none is named
 * @param zone the time zone its people live in
 * @param office the group of the people on the spot, who are told of what is said of them at head office;
 *     {@code management-office} where none is named
 */
public record Site(
        String id,
        @JsonProperty("en") String english,
        @JsonProperty("zh") String chinese,
        String profile,
        String calendar,
        ZoneId zone,
        String office) {

    public Site {
        calendar = calendar == null ? id : calendar;
        office = office == null ? "management-office" : office;
    }

    public String name(Language language) {
        return language == Language.ZH ? chinese : english;
    }
}
