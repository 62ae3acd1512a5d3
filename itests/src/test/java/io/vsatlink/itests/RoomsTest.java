/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests;

import static org.junit.Assert.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.Test;

/** The internal structure of bundles: no package cycles, and no class with too many collaborators. */
public class RoomsTest {
    private static final int MOST_COLLABORATORS = 7;

    /** The JDK's types that count as collaborators; all others are values. */
    private static final Set<String> SERVICES_OF_THE_JDK =
            Set.of("java.time.Clock", "java.lang.Runnable", "java.util.concurrent.Executor", "javax.sql.DataSource");

    @Test
    public void noPackagesOfABundleUseEachOtherInACircle() {
        for (FloorsTest.Module module : FloorsTest.Module.values()) {
            EvaluationResult result = SlicesRuleDefinition.slices()
                    .matching("io.vsatlink.(**)")
                    .should()
                    .beFreeOfCycles()
                    .evaluate(classes(module));
            assertEquals(module.toString(), List.of(), result.getFailureReport().getDetails());
        }
    }

    /**
     * A collaborator is an object that a class receives or holds and calls: any of our types except records, enums and
     * exceptions, a service of others, and callback types of the JDK. Several of the same type count once.
     */
    @Test
    public void noClassHasMoreThanSevenCollaborators() {
        Map<String, Set<String>> tooMany = new TreeMap<>();
        for (FloorsTest.Module module : FloorsTest.Module.values()) {
            for (JavaClass each : classes(module)) {
                Set<String> collaborators = collaborators(each);
                if (collaborators.size() > MOST_COLLABORATORS) {
                    tooMany.put(each.getName(), collaborators);
                }
            }
        }
        assertEquals(Map.of(), tooMany);
    }

    private static Set<String> collaborators(JavaClass of) {
        Stream<JavaClass> held = of.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .map(JavaField::getRawType);
        Stream<JavaClass> given = of.getConstructors().stream()
                .map(JavaConstructor::getRawParameterTypes)
                .flatMap(List::stream);
        Set<String> names = new TreeSet<>();
        Stream.concat(held, given).filter(RoomsTest::isAsked).forEach(type -> names.add(type.getName()));
        return names;
    }

    private static boolean isAsked(JavaClass type) {
        if (type.isPrimitive() || type.isArray() || type.isRecord() || type.isEnum()) {
            return false;
        }
        String name = type.getName();
        return !type.isAssignableTo(Throwable.class)
                && (!name.startsWith("java.")
                        || name.startsWith("java.util.function.")
                        || SERVICES_OF_THE_JDK.contains(name));
    }

    /** Only ours: a bundle may embed packages of other projects. */
    private static JavaClasses classes(FloorsTest.Module module) {
        return new ClassFileImporter().importPath(module.classes.resolve("io"));
    }
}
