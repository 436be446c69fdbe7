package io.redress.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.engine.people.ActingPerson;
import io.redress.language.Language;
import io.redress.language.Sentences;
import io.redress.people.Group;
import io.redress.people.Groups;
import io.redress.people.PeopleProperties;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class StartPageTest {

    @BeforeEach
    void somebodyAsks() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
    }

    @AfterEach
    void nobodyAsks() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void withRealPeopleNobodyIsNamed() {
        assertThat(shown(Language.EN, false).asMap()).doesNotContainKey("demo");
    }

    @ParameterizedTest
    @EnumSource
    void eachMadeUpPersonOfAWorkingGroupStandsThereOnce(Language language) {
        Sentences sentences = new Sentences(language);
        assertThat(shown(language, true).asMap().get("demo"))
                .isInstanceOfSatisfying(
                        Map.class,
                        demo -> assertThat(List.of(demo.get("first"), demo.get("others")))
                                .flatExtracting(rows -> (List<?>) rows)
                                .map(row -> String.valueOf(((Map<?, ?>) row).get("login")))
                                .containsExactlyInAnyOrderElementsOf(groups(sentences).all().stream()
                                        .filter(group -> group.kind() == Group.Kind.WORKING)
                                        .filter(group -> group.demoPerson().isPresent())
                                        .map(Group::id)
                                        .toList()));
    }

    private static Model shown(Language language, boolean demo) {
        Sentences sentences = new Sentences(language);
        Model model = new ExtendedModelMap();
        PagesApi pages = new PagesApi(new ActingPerson(() -> null), null, sentences);
        new StartPage(
                        new Frame(pages, sentences),
                        pages,
                        groups(sentences),
                        new PeopleProperties(demo, false, null),
                        sentences)
                .start(model);
        return model;
    }

    private static Groups groups(Sentences sentences) {
        return Groups.read(sentences, new ClassPathResource("people/groups.yaml"));
    }
}
