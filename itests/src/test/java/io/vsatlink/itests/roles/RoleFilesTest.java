package io.vsatlink.itests.roles;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Test;

/** The files that say which role may do what: nothing of ours is missing in them. */
public class RoleFilesTest {
    private static final Path FEATURES = Path.of("../features/src/main");
    private static final String COMMANDS = "org.apache.karaf.command.acl.";
    private static final String JMX = "jmx.acl.io.vsatlink";

    @Test
    public void everyCommandIsInTheFileOfItsScope() throws Exception {
        Set<String> commands = OurCode.commands();
        assertTrue(commands.toString(), commands.contains("vsat:status"));
        for (String command : commands) {
            String[] words = command.split(":", 2);
            assertTrue(command, rules(COMMANDS + words[0]).containsKey(words[1]));
        }
    }

    @Test
    public void everyOperationIsInTheFileOfTheMBeans() throws Exception {
        Set<String> operations = OurCode.operations();
        assertTrue(operations.toString(), operations.contains("poll"));
        for (String operation : operations) {
            assertTrue(operation, rules(JMX).containsKey(operation));
        }
    }

    @Test
    public void whoeverMayReadIsNamedWithWhomMayMoreAndWhatIsNotNamedIsTheAdmins() throws Exception {
        List<String> steps = List.of("admin", "manager,admin", "viewer,manager,admin");
        for (Path file : files()) {
            Properties rules = rules(file.getFileName().toString().replaceFirst("\\.cfg$", ""));
            rules.forEach((what, roles) -> assertTrue(file + ": " + what, steps.contains(roles)));
            assertEquals(file.toString(), "admin", rules.getProperty("*"));
        }
    }

    @Test
    public void everyFileIsInTheFeatureAndReplacesNoneThatIsThere() throws Exception {
        String features = Files.readString(FEATURES.resolve("feature/features.xml"));
        for (Path file : files()) {
            assertTrue(
                    file.toString(), features.contains("<configfile finalname=\"/etc/" + file.getFileName() + "\">"));
        }
        assertFalse(features.contains(".cfg\" override"));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FEATURES.resolve("etc"))) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().contains("acl."))
                    .toList();
            assertFalse(found.isEmpty());
            return found;
        }
    }

    private static Properties rules(String pid) throws IOException {
        Path file = FEATURES.resolve("etc").resolve(pid + ".cfg");
        assertTrue(file + " is missing", Files.exists(file));
        Properties rules = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            rules.load(reader);
        }
        return rules;
    }
}
