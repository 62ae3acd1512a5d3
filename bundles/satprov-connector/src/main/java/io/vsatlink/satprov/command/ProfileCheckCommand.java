package io.vsatlink.satprov.command;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.parameters.command.DatasetCompleter;
import io.vsatlink.parameters.command.TerminalCommand;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.VendorException;
import io.vsatlink.remote.check.ListingReport;
import io.vsatlink.remote.check.ProfileCheck;
import io.vsatlink.remote.file.NamedFile;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.satprov.SatprovElement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(
        scope = "satprov",
        name = "profile-check",
        description = "Log in, read some pages of each dataset and say how the vendor profile fits; stores nothing")
public class ProfileCheckCommand extends SatprovCommand {
    /** As much as a poll takes of one answer. */
    private static final int MOST_BYTES = 32 << 20;

    @Option(name = "--profile", description = "A profile in etc to try; without it, the one in force is tried")
    private String file;

    @Option(name = "--against", description = "A file with a saved answer for one dataset; nothing is called then")
    private String answer;

    @Argument(name = "dataset", description = "The datasets; without any, all", multiValued = true)
    @Completion(DatasetCompleter.class)
    private List<String> names = new ArrayList<>();

    @Override
    protected void run(SatprovElement element) {
        VendorProfile profile = profile(element);
        say("profile " + profile.name() + ", version " + profile.version());
        List<Dataset> datasets = datasets(profile);
        List<ListingReport> reports =
                answer == null ? ask(element, profile, datasets) : List.of(saved(profile, datasets));
        long bad = reports.stream().filter(report -> !report.good()).count();
        if (bad > 0) {
            throw new IllegalStateException(bad + " of " + reports.size() + " datasets do not fit the profile");
        }
    }

    private List<Dataset> datasets(VendorProfile profile) {
        List<Dataset> asked = names.isEmpty()
                ? Arrays.asList(Dataset.values())
                : names.stream().map(DatasetCompleter::named).toList();
        asked.stream()
                .filter(dataset -> !profile.listings().containsKey(dataset.key()))
                .forEach(dataset -> say(dataset.key() + ": the profile says that the vendor has none"));
        return asked.stream()
                .filter(dataset -> profile.listings().containsKey(dataset.key()))
                .toList();
    }

    private VendorProfile profile(SatprovElement element) {
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

    private static List<ListingReport> ask(SatprovElement element, VendorProfile profile, List<Dataset> datasets) {
        List<ListingReport> reports = new ArrayList<>();
        try (VendorClient client = element.trial(profile)) {
            client.login();
            say("login: " + profile.auth().call() + ": success");
            ProfileCheck check = new ProfileCheck(profile, client);
            for (Dataset dataset : datasets) {
                ListingReport report = check.listing(dataset.key(), element.itemsPerPage(dataset));
                report.lines().forEach(TerminalCommand::say);
                reports.add(report);
            }
            return reports;
        } catch (VendorException e) {
            throw new IllegalStateException("login: " + profile.auth().call() + ": " + e.getMessage(), e);
        }
    }

    private ListingReport saved(VendorProfile profile, List<Dataset> datasets) {
        if (datasets.size() != 1) {
            throw new IllegalArgumentException("say of which dataset " + answer + " is an answer");
        }
        ListingReport report = new ProfileCheck(profile, null)
                .saved(datasets.get(0).key(), answer, new ByteArrayInputStream(saved(Path.of(answer))));
        report.lines().forEach(TerminalCommand::say);
        return report;
    }

    private byte[] saved(Path path) {
        try {
            return new NamedFile(MOST_BYTES).read(path);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    path.toAbsolutePath() + " can't be read as a saved answer: "
                            + (e instanceof FileSystemException
                                    ? "there is no such file, or this process may not read it"
                                    : e.getMessage()),
                    e);
        }
    }
}
