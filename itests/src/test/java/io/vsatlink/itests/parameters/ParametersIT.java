/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.itests.parameters.Documented.Reading;
import io.vsatlink.itests.parameters.Documented.Setting;
import io.vsatlink.testkit.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.management.InvalidAttributeValueException;
import javax.management.MBeanAttributeInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Every documented parameter on every surface: remote JMX, shell, Metatype, files, and the reference.
 *
 * <p>The tests run in order of their names, each with the values that the previous ones set.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class ParametersIT {
    private static final List<Setting> SETTINGS = Documented.settings();
    private static Console console;

    @BeforeAll
    static void start() throws Exception {
        console = new Console("parameters");
        console.start();
        Await.until("the element", () -> console.bean("type=Satprov,name=uat").exists());
        Await.until(
                "the frontend", () -> console.bean("type=Etms,name=frontend").exists());
        Await.until("its exporter", () -> console.bean("type=Exporter,name=uat").exists());
    }

    @AfterAll
    static void stop() throws Exception {
        console.close();
        new PlantedSecrets("planted-secret-1", "planted-secret-2")
                .assertNotFoundIn(console.karaf().home());
    }

    @Test
    void aEachIsThereWithItsNameKindAndDefault() throws Exception {
        Map<String, String> listed = console.list();
        String reference = Files.readString(Path.of("..", "docs", "reference", "parameters.md"));
        for (Setting setting : SETTINGS) {
            MBeanAttributeInfo info = info(setting.bean(), setting.attribute());
            assertEquals("java.lang." + setting.type(), info.getType(), setting.key());
            assertTrue(info.isWritable(), setting.key());
            assertFalse(info.getDescription().isEmpty(), setting.key());
            Object defaultValue = info.getDescriptor().getFieldValue("defaultValue");
            assertEquals(setting.defaultValue(), defaultValue == null ? "" : defaultValue.toString(), setting.key());
            assertEquals(setting.defaultValue(), text(console.attribute(setting.bean(), setting.attribute())));
            assertEquals(setting.defaultValue(), listed.get(setting.title() + " " + setting.key()), setting.key());
            assertTrue(
                    reference.contains("| `" + setting.key() + "` | " + setting.attribute() + " | "),
                    setting.key() + " in the reference");
        }
        for (Reading reading : Documented.readings()) {
            MBeanAttributeInfo info = info(reading.bean(), reading.attribute());
            assertTrue(info.getType().endsWith("." + reading.type()), reading + ": " + info.getType());
            assertFalse(info.isWritable(), reading.key());
            assertTrue(listed.containsKey(reading.title() + " " + reading.key()), reading.key());
            assertTrue(reference.contains("| `" + reading.key() + "` | " + reading.attribute() + " | "), reading.key());
        }
    }

    @Test
    void bMetatypeDescribesEachSettingOfEachPid() throws Exception {
        for (String pid :
                List.of("io.vsatlink.satprov", "io.vsatlink.etms", "io.vsatlink.exporter", "io.vsatlink.store")) {
            String meta = console.shell("config:meta " + pid);
            List<Setting> own = SETTINGS.stream()
                    .filter(setting -> setting.factoryPid().equals(pid))
                    .toList();
            for (Setting setting : own) {
                List<String> cells = meta.lines()
                        .map(line -> Arrays.stream(line.split("[|\u2502]", -1))
                                .map(String::strip)
                                .toList())
                        .filter(line -> line.get(0).equals(setting.key()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(setting.key() + " is not in\n" + meta));
                assertEquals(setting.defaultValue(), cells.get(3), setting.key() + " of " + cells);
                assertFalse(cells.get(4).isEmpty(), setting.key() + " has no description");
            }
        }
    }

    @Test
    void cALegalValueByOneRouteArrivesOnAllOthersWithoutARestart() throws Exception {
        boolean second = false;
        for (Route route : Route.values()) {
            boolean which = second;
            Function<Setting, String> value = setting -> which ? setting.second() : setting.first();
            route.set(console, SETTINGS, value);
            assertEverywhere(route, value);
            second = !second;
        }
    }

    @Test
    void dAnIllegalValueGivesOneSentenceOnAllRoutesAndChangesNothing() throws Exception {
        List<Setting> judged = SETTINGS.stream()
                .filter(setting -> !setting.illegal().isEmpty())
                .toList();
        for (Setting setting : judged) {
            String sentence = sentence(setting);
            String said = console.refusal(
                    "vsat:parameter-set %s %s \"%s\"".formatted(setting.options(), setting.key(), setting.illegal()));
            assertEquals("Error executing command: " + sentence, said);
        }
        assertEverywhere(Route.SHELL, Setting::second);
        for (Route route : List.of(Route.CONFIG, Route.FILE)) {
            route.set(console, judged, Setting::illegal);
            for (Setting setting : judged) {
                String element = setting.bean().replaceAll(",dataset=.*", "");
                Await.until(setting.key() + " by " + route, () -> console.bean(element)
                        .text("ConfigurationProblems")
                        .contains(sentence(setting)));
                assertEquals(setting.second(), text(console.attribute(setting.bean(), setting.attribute())));
            }
            route.set(console, judged, Setting::second);
            for (String element : List.of(
                    "type=Satprov,name=uat", "type=Etms,name=frontend", "type=Exporter,name=uat", "type=Store")) {
                Await.until(element + " is well again", () -> console.bean(element)
                        .text("ConfigurationProblems")
                        .isEmpty());
            }
        }
    }

    @Test
    void eWhatWasSetIsThereAfterARestart() throws Exception {
        console.restart();
        Await.until("the exporter", () -> console.bean("type=Exporter,name=uat").exists());
        Await.until(
                "the frontend", () -> console.bean("type=Etms,name=frontend").exists());
        assertEverywhere(Route.FILE, Setting::second);
    }

    private static void assertEverywhere(Route route, Function<Setting, String> value) throws Exception {
        for (Setting setting : SETTINGS) {
            String wanted = value.apply(setting);
            Await.until(setting.key() + " by " + route + " in JMX", () -> setting.shown(wanted)
                    .equals(text(console.attribute(setting.bean(), setting.attribute()))));
            Await.until(
                    setting.key() + " by " + route + " in its file",
                    () -> wanted.equals(console.file(setting.file()).getProperty(setting.key())));
        }
        Map<String, String> listed = console.list();
        for (Setting setting : SETTINGS) {
            String where = setting.key() + " by " + route;
            assertEquals(setting.shown(value.apply(setting)), listed.get(setting.title() + " " + setting.key()), where);
        }
    }

    /** JMX's message for the illegal value. */
    private static String sentence(Setting setting) {
        String sentence = assertThrows(InvalidAttributeValueException.class, () -> console.bean(setting.bean())
                        .set(setting.attribute(), setting.illegal()))
                .getMessage();
        assertTrue(sentence.startsWith(setting.key() + ": \"" + setting.illegal() + "\" is not accepted;"), sentence);
        return sentence;
    }

    private static MBeanAttributeInfo info(String bean, String attribute) throws Exception {
        return Arrays.stream(
                        console.jmx().getMBeanInfo(console.bean(bean).name()).getAttributes())
                .filter(info -> info.getName().equals(attribute))
                .findFirst()
                .orElseThrow(() -> new AssertionError(bean + " has no " + attribute));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
