package io.vsatlink.etms.command;

import io.vsatlink.etms.EtmsElement;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(
        scope = "etms",
        name = "profile-check",
        description = "Check a vendor profile in etc, or the one in force, and name each mistake")
public class ProfileCheckCommand extends EtmsCommand {

    @Argument(name = "file", description = "The name of a file in etc; none for the profile in force")
    private String file = "";

    @Override
    protected void run(EtmsElement element) {
        Optional<String> objection = element.profileObjection(file);
        if (objection.isPresent()) {
            throw new IllegalArgumentException(objection.get());
        }
        System.out.println(file.isEmpty() ? "The profile in force is good." : file + " can be used.");
    }
}
