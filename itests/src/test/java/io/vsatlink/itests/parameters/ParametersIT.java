package io.vsatlink.itests.parameters;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

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
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

/** Every documented parameter on every surface: by remote JMX, in the shell, in Metatype, in files, in the reference. */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class ParametersIT {
    private static final List<Setting> SETTINGS = Documented.settings();
    private static Console console;

    @BeforeClass
    public static void start() throws Exception {
        console = new Console("parameters");
        console.start();
        Await.until("the element", () -> console.bean("type=Satprov,name=uat").exists());
        Await.until(
                "the frontend", () -> console.bean("type=Etms,name=frontend").exists());
        Await.until("its exporter", () -> console.bean("type=Exporter,name=uat").exists());
    }

    @AfterClass
    public static void stop() throws Exception {
        console.close();
        new PlantedSecrets("planted-secret-1", "planted-secret-2")
                .assertNotFoundIn(console.karaf().home());
    }

    @Test
    public void aEachIsThereWithItsNameKindAndDefault() throws Exception {
        Map<String, String> listed = console.list();
        String reference = Files.readString(Path.of("..", "docs", "reference", "parameters.md"));
        for (Setting setting : SETTINGS) {
            MBeanAttributeInfo info = info(setting.bean(), setting.attribute());
            assertEquals(setting.key(), "java.lang." + setting.type(), info.getType());
            assertTrue(setting.key(), info.isWritable());
            assertFalse(setting.key(), info.getDescription().isEmpty());
            Object defaultValue = info.getDescriptor().getFieldValue("defaultValue");
            assertEquals(setting.key(), setting.defaultValue(), defaultValue == null ? "" : defaultValue.toString());
            assertEquals(setting.defaultValue(), text(console.attribute(setting.bean(), setting.attribute())));
            assertEquals(setting.key(), setting.defaultValue(), listed.get(setting.title() + " " + setting.key()));
            assertTrue(
                    setting.key() + " in the reference",
                    reference.contains("| `" + setting.key() + "` | " + setting.attribute() + " | "));
        }
        for (Reading reading : Documented.readings()) {
            MBeanAttributeInfo info = info(reading.bean(), reading.attribute());
            assertTrue(reading + ": " + info.getType(), info.getType().endsWith("." + reading.type()));
            assertFalse(reading.key(), info.isWritable());
            assertTrue(reading.key(), listed.containsKey(reading.title() + " " + reading.key()));
            assertTrue(reading.key(), reference.contains("| `" + reading.key() + "` | " + reading.attribute() + " | "));
        }
    }

    @Test
    public void bMetatypeDescribesEachSettingOfEachPid() throws Exception {
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
                assertEquals(setting.key() + " of " + cells, setting.defaultValue(), cells.get(3));
                assertFalse(setting.key() + " has no description", cells.get(4).isEmpty());
            }
        }
    }

    @Test
    public void cALegalValueByOneRouteArrivesOnAllOthersWithoutARestart() throws Exception {
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
    public void dAnIllegalValueGivesOneSentenceOnAllRoutesAndChangesNothing() throws Exception {
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
    public void eWhatWasSetIsThereAfterARestart() throws Exception {
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
            assertEquals(where, setting.shown(value.apply(setting)), listed.get(setting.title() + " " + setting.key()));
        }
    }

    /** What JMX says to the illegal value. */
    private static String sentence(Setting setting) {
        String sentence = assertThrows(InvalidAttributeValueException.class, () -> console.bean(setting.bean())
                        .set(setting.attribute(), setting.illegal()))
                .getMessage();
        assertTrue(sentence, sentence.startsWith(setting.key() + ": \"" + setting.illegal() + "\" is not accepted;"));
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
