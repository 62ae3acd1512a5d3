/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.roles;

import static io.vsatlink.itests.roles.Deed.DECIDERS;
import static io.vsatlink.itests.roles.Deed.DOERS;
import static io.vsatlink.itests.roles.Deed.READERS;

import io.vsatlink.itests.Ssh;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All of our commands, and who may call them. */
final class ShellDeeds {
    private final Scene scene;

    ShellDeeds(Scene scene) {
        this.scene = scene;
    }

    List<Deed> table() throws Exception {
        String customer = scene.aCustomer();
        return List.of(
                deed(READERS, "vsat:status"),
                deed(READERS, "vsat:containers"),
                deed(READERS, "vsat:list customers"),
                deed(READERS, "vsat:show customers " + customer),
                deed(READERS, "vsat:history customers " + customer),
                deed(DECIDERS, "vsat:backup " + scene.folder("backup")),
                inVain(DECIDERS, "vsat:store-move nowhere", "There is no data source service named nowhere"),
                inVain(DECIDERS, "vsat:element-remove nobody", "the database has nothing of an element nobody"),
                deed(READERS, "vsat:parameter-list"),
                deed(READERS, "vsat:parameter-get customers.interval"),
                deed(DOERS, "vsat:parameter-set customers.interval 5h"),
                deed(DOERS, "vsat:calls --type Satprov --record 10m"),
                deed(DOERS, "vsat:calls --type Satprov"),
                argued(
                        DECIDERS,
                        "vsat:calls --type Satprov --id none --har calls",
                        "no recorded call has a correlation id none"),
                deed(READERS, "satprov:dataset-list"),
                deed(READERS, "satprov:poll-history"),
                deed(DECIDERS, "satprov:deletions-accept espPirs"),
                deed(DOERS, "satprov:dataset-set devices interval 4h"),
                deed(DOERS, "satprov:login"),
                deed(DOERS, "satprov:profile-check customers"),
                argued(DECIDERS, "satprov:profile-check --against /dev/zero customers", "it is not a regular file"),
                argued(DECIDERS, "satprov:profile-draft customers=/dev/zero", "it is not a regular file"),
                deed(DOERS, "satprov:poll --wait devices"),
                deed(DOERS, "satprov:cancel"),
                deed(READERS, "etms:ticket-list --element frontend"),
                deed(READERS, "etms:activity-log --element frontend " + scene.aTicket()),
                deed(READERS, "etms:request-list --element backend"),
                deed(DOERS, "etms:poll --element frontend"),
                deed(DOERS, "etms:profile-check --element frontend"),
                argued(
                        DECIDERS,
                        "etms:profile-check --element frontend --against /dev/zero",
                        "it is not a regular file"),
                argued(DECIDERS, "etms:profile-draft --element frontend tickets=/dev/zero", "it is not a regular file"),
                deed(DOERS, "etms:ticket-submit --element backend ROLES-5 \"Circuit Up/Down\" C1 2 down"),
                deed(DOERS, "etms:ticket-update --element backend ROLES-5 severity 3"),
                deed(DOERS, "etms:ticket-note --element backend ROLES-5 seen"),
                deed(DOERS, "etms:ticket-close --element backend ROLES-5 over"),
                settled(DOERS, "etms:request-retry --element backend " + scene.refused(1)),
                settled(DECIDERS, "etms:request-discard --element backend " + scene.refused(3)),
                deed(READERS, "export:status"),
                deed(DOERS, "export:now"),
                deed(READERS, "export:verify " + scene.folder("export")));
    }

    /** The command without its arguments. */
    static String name(String line) {
        return line.replaceFirst(" .*", "");
    }

    /** An action on a refused request, once it is blocked again: another action may have retried it. */
    private Deed settled(Set<Person> may, String line) {
        Deed deed = deed(may, line);
        return new Deed(line, may, person -> {
            scene.awaitRefused();
            return deed.attempt().by(person);
        });
    }

    /** An action that reports to authorised users that there is nothing to do. */
    private Deed inVain(Set<Person> may, String line, String told) {
        return new Deed(line, may, person -> {
            Ssh.Answer answer = scene.shell(person, line);
            return answer.output().contains(told) ? Optional.empty() : Optional.of(answer.output());
        });
    }

    /** An action whose permission depends on its arguments, with arguments that have no effect. */
    private Deed argued(Set<Person> may, String line, String told) {
        return new Deed(line, may, person -> {
            Ssh.Answer answer = scene.shell(person, line);
            if (answer.output().contains(told)) {
                return Optional.empty();
            }
            if (answer.output().contains("Insufficient credentials")
                    || answer.output().equals("Command not found: " + name(line))) {
                return Optional.of(answer.output());
            }
            throw new AssertionError(person + ", " + line + ": " + answer);
        });
    }

    private Deed deed(Set<Person> may, String line) {
        return new Deed(line, may, person -> {
            Ssh.Answer answer = scene.shell(person, line);
            if (answer.exit() == 0) {
                return Optional.empty();
            }
            if (answer.output().equals("Command not found: " + name(line))) {
                return Optional.of(answer.output());
            }
            throw new AssertionError(person + ", " + line + ": " + answer);
        });
    }
}
