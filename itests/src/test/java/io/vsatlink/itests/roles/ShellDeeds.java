package io.vsatlink.itests.roles;

import static io.vsatlink.itests.roles.Deed.DECIDERS;
import static io.vsatlink.itests.roles.Deed.DOERS;
import static io.vsatlink.itests.roles.Deed.READERS;

import io.vsatlink.itests.Ssh;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every command of ours, and who may call it. */
final class ShellDeeds {
    private final Scene scene;

    ShellDeeds(Scene scene) {
        this.scene = scene;
    }

    List<Deed> table() throws Exception {
        String customer = scene.aCustomer();
        return List.of(
                deed(READERS, "vsat:status"),
                deed(READERS, "vsat:list customers"),
                deed(READERS, "vsat:show customers " + customer),
                deed(READERS, "vsat:history customers " + customer),
                deed(DECIDERS, "vsat:backup " + scene.folder("backup")),
                deed(READERS, "vsat:parameter-list"),
                deed(READERS, "vsat:parameter-get customers.interval"),
                deed(DOERS, "vsat:parameter-set customers.interval 5h"),
                deed(READERS, "satprov:dataset-list"),
                deed(READERS, "satprov:poll-history"),
                deed(DECIDERS, "satprov:deletions-accept espPirs"),
                deed(DOERS, "satprov:dataset-set devices interval 4h"),
                deed(DOERS, "satprov:login"),
                deed(DOERS, "satprov:profile-check customers"),
                deed(DOERS, "satprov:poll --wait devices"),
                deed(DOERS, "satprov:cancel"),
                deed(READERS, "export:status"),
                deed(DOERS, "export:now"),
                deed(READERS, "export:verify " + scene.folder("export")));
    }

    /** The command without its arguments. */
    static String name(String line) {
        return line.replaceFirst(" .*", "");
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
