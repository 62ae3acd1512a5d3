/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.itests.Ssh;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.ObjectName;
import org.apache.sshd.common.SshException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Viewer, manager, admin and users without roles in one Karaf, over remote JMX and ssh. */
class RolesIT {
    private static final List<Person> BY_WEIGHT = List.of(Person.ADMIN, Person.MANAGER, Person.VIEWER, Person.NOBODY);

    private static Scene scene;

    @BeforeAll
    static void start() throws Exception {
        scene = new Scene();
        scene.begin();
    }

    @AfterAll
    static void stop() throws Exception {
        scene.close();
    }

    @Test
    void whoMayNotIsRefusedAndChangesNothingAndWhoMayIsNot() throws Exception {
        List<Deed> deeds = Stream.concat(new JmxDeeds(scene).table().stream(), new ShellDeeds(scene).table().stream())
                .toList();
        List<String> wrong = new ArrayList<>();
        String before = scene.state();
        for (Person person : BY_WEIGHT) {
            for (Deed deed : deeds) {
                if (!deed.may().contains(person) && deed.attempt().by(person).isEmpty()) {
                    wrong.add(person + " could: " + deed.what());
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(before, scene.state());

        for (Person person : BY_WEIGHT) {
            for (Deed deed : deeds) {
                if (deed.may().contains(person)) {
                    Optional<String> refusal = deed.attempt().by(person);
                    refusal.ifPresent(told -> wrong.add(person + " could not: " + deed.what() + ": " + told));
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theTablesHaveEveryCommandAndOperationOfOurs() throws Exception {
        Set<String> commands = new ShellDeeds(scene)
                .table().stream().map(deed -> ShellDeeds.name(deed.what())).collect(Collectors.toSet());
        assertEquals(Set.of(), without(OurCode.commands(), commands));
        Set<String> operations =
                new JmxDeeds(scene).table().stream().map(Deed::what).collect(Collectors.toSet());
        assertEquals(
                Set.of(),
                without(
                        OurCode.operations().stream()
                                .map(operation -> "call " + operation)
                                .collect(Collectors.toSet()),
                        operations));
    }

    @Test
    void whatAnElementThatIsGoneHasLeftIsRemovedAndAConfiguredOnesIsNot() throws Exception {
        assertTrue(
                scene.shell(Person.ADMIN, "vsat:list --element gone customers").exit() == 0);
        Ssh.Answer refusal = scene.shell(Person.ADMIN, "vsat:element-remove uat");
        assertTrue(
                refusal.output()
                        .contains("The element uat is configured (io.vsatlink.exporter~uat, io.vsatlink.satprov~uat);"
                                + " remove its configuration first."),
                refusal.toString());
        Ssh.Answer done = scene.shell(Person.ADMIN, "vsat:element-remove gone");
        assertTrue(done.output().startsWith("The data of the element gone was removed: "), done.toString());
        assertTrue(scene.shell(Person.ADMIN, "vsat:element-remove gone")
                .output()
                .contains("the database has nothing of an element gone; there are "));
        assertEquals(0, scene.shell(Person.ADMIN, "vsat:list customers").exit());
    }

    @Test
    void karafTellsBeforehandWhatIsAllowed() throws Exception {
        assertTrue(canInvoke(Person.VIEWER, "getStatus"));
        assertFalse(canInvoke(Person.VIEWER, "setInterval"));
        assertFalse(canInvoke(Person.VIEWER, "poll"));
        assertTrue(canInvoke(Person.LEAD, "getStatus"));
        assertTrue(canInvoke(Person.LEAD, "setInterval"));
        assertTrue(canInvoke(Person.LEAD, "poll"));
        assertFalse(canInvoke(Person.LEAD, "acceptDeletions"));
        // the query itself is allowed only to Karaf's viewers
        assertThrows(SecurityException.class, () -> canInvoke(Person.ADMIN, "poll"));
    }

    @Test
    void jmxLetsInWhoHasAnyRoleAndSshWhoHasItsOwn() throws Exception {
        assertTrue(scene.bean(Person.NOBODY, JmxDeeds.LOCATIONS).exists());
        assertThrows(SecurityException.class, () -> scene.jmx(Person.STRANGER));
        assertEquals(0, scene.shell(Person.NOBODY, "shell:try { } { }").exit());
        assertThrows(SshException.class, () -> scene.shell(Person.LEAD, "shell:try { } { }"));
        assertThrows(SshException.class, () -> scene.shell(Person.STRANGER, "shell:try { } { }"));
    }

    /** Karaf's own commands, with which anybody who may call them can become an administrator. */
    @Test
    void theShellReadsNoFileAndRunsNoCodeButForTheAdministrator() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Person person : List.of(Person.NOBODY, Person.VIEWER, Person.MANAGER)) {
            for (String command : Intrusions.BY_SHELL) {
                Ssh.Answer answer = scene.shell(person, command);
                if (answer.exit() == 0 || answer.output().contains(Person.ADMIN.password())) {
                    wrong.add(person + ": " + command + ": " + answer);
                }
            }
        }
        assertEquals(List.of(), wrong);
        String file =
                scene.shell(Person.ADMIN, "shell:cat " + Intrusions.PASSWORDS).output();
        assertTrue(file.contains(Person.ADMIN.password()), file);
    }

    @Test
    void sshIsForTheShellOnlyWhoeverComes() throws Exception {
        Intrusions intrusions = new Intrusions(scene);
        for (Person person : BY_WEIGHT) {
            assertFalse(intrusions.opensSftp(person), person + " by sftp");
            assertEquals("Command not found: scp", intrusions.readsByScp(person));
            assertFalse(intrusions.reachesThrough(person), person + " by ssh -L");
            assertFalse(intrusions.letsIn(person), person + " by ssh -R");
        }
    }

    @Test
    void jmxCreatesAndRemovesNoMBeanWhoeverComes() throws Exception {
        Intrusions intrusions = new Intrusions(scene);
        for (Person person : BY_WEIGHT) {
            assertThrows(SecurityException.class, () -> intrusions.loadsClasses(person), person.toString());
            assertThrows(SecurityException.class, () -> intrusions.removesAnMBean(person), person.toString());
            assertThrows(SecurityException.class, () -> intrusions.asksByValue(person), person.toString());
        }
        assertTrue(scene.bean(Person.ADMIN, JmxDeeds.LOCATIONS).exists());
    }

    @Test
    void configurationsAndBundlesAreTheAdministratorsByJmx() throws Exception {
        Intrusions intrusions = new Intrusions(scene);
        for (Person person : List.of(Person.NOBODY, Person.VIEWER, Person.MANAGER, Person.LEAD)) {
            assertThrows(SecurityException.class, () -> intrusions.readsAPassword(person), person.toString());
            assertThrows(SecurityException.class, () -> intrusions.opensSsh(person), person.toString());
            assertThrows(SecurityException.class, () -> intrusions.installsABundle(person), person.toString());
        }
        assertEquals("secret", intrusions.readsAPassword(Person.ADMIN));
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static boolean canInvoke(Person person, String method) throws Exception {
        return (Boolean) scene.jmx(person)
                .invoke(
                        new ObjectName("org.apache.karaf:type=security,area=jmx,name=root"),
                        "canInvoke",
                        new Object[] {"io.vsatlink:" + JmxDeeds.LOCATIONS, method},
                        new String[] {String.class.getName(), String.class.getName()});
    }
}
