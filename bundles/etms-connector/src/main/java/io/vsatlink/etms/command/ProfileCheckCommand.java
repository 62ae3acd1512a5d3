package io.vsatlink.etms.command;

import io.vsatlink.etms.EtmsElement;
import io.vsatlink.etms.connection.EtmsApi;
import io.vsatlink.parameters.command.TerminalCommand;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.VendorException;
import io.vsatlink.remote.check.ListingReport;
import io.vsatlink.remote.check.ProfileCheck;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.VendorProfile;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(
        scope = "etms",
        name = "profile-check",
        description = "Log in, read some pages of tickets and say how the vendor profile fits; stores nothing")
public class ProfileCheckCommand extends EtmsCommand {
    @Option(name = "--profile", description = "A profile in etc to try; without it, the one in force is tried")
    private String file;

    @Override
    protected void run(EtmsElement element) {
        VendorProfile profile = profile(element);
        say("profile " + profile.name() + ", version " + profile.version());
        try (VendorClient client = element.trial(profile)) {
            client.login();
            say("login: " + profile.auth().call() + ": success");
            ListingReport report = new ProfileCheck(profile, client).listing("tickets", EtmsApi.TICKETS_A_PAGE);
            report.lines().forEach(TerminalCommand::say);
            if (!report.good()) {
                throw new IllegalStateException("the tickets do not fit the profile");
            }
        } catch (VendorException e) {
            throw new IllegalStateException("login: " + profile.auth().call() + ": " + e.getMessage(), e);
        }
    }

    private VendorProfile profile(EtmsElement element) {
        if (file == null) {
            return element.profile().profile();
        }
        try {
            return element.profile().candidate(file);
        } catch (ProfileException e) {
            e.mistakes().forEach(TerminalCommand::say);
            throw new IllegalArgumentException(file + " has " + e.count(), e);
        }
    }
}
