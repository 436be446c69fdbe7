package io.redress.engine.deployment;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.asm.ClassReader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The words that the engine's own parser knows: the texts in its classes that can name an attribute or an element. */
final class ParserWords {

    private static final int TEXT = 8;

    private static final List<String> CLASSES = List.of(
            "classpath*:org/camunda/bpm/engine/impl/bpmn/parser/**/*.class",
            "classpath*:org/camunda/bpm/engine/impl/bpmn/helper/*.class",
            "classpath*:org/camunda/bpm/engine/impl/form/handler/*.class",
            "classpath*:org/camunda/bpm/engine/impl/util/*Parse*.class",
            "classpath*:org/camunda/connect/plugin/impl/*.class",
            "classpath*:org/camunda/bpm/model/bpmn/impl/BpmnModelConstants.class");

    private ParserWords() {}

    static Set<String> all() throws IOException {
        Set<String> words = new TreeSet<>();
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        for (String pattern : CLASSES) {
            for (Resource file : resolver.getResources(pattern)) {
                ClassReader parser = new ClassReader(file.getContentAsByteArray());
                char[] buffer = new char[parser.getMaxStringLength()];
                for (int i = 1; i < parser.getItemCount(); i++) {
                    int item = parser.getItem(i);
                    if (item > 0
                            && parser.readByte(item - 1) == TEXT
                            && parser.readConst(i, buffer) instanceof String text
                            && text.matches("[A-Za-z][A-Za-z0-9_-]*")) {
                        words.add(text);
                    }
                }
            }
        }
        return words;
    }
}
