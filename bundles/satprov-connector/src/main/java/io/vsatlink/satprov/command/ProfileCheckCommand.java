/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.command;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.kit.command.CheckCommand;
import io.vsatlink.parameters.command.DatasetCompleter;
import io.vsatlink.parameters.command.TerminalCommand;
import io.vsatlink.remote.check.ListingReport;
import io.vsatlink.remote.check.ProfileCheck;
import io.vsatlink.remote.file.NamedFile;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.satprov.management.SatprovElement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(
        scope = "satprov",
        name = "profile-check",
        description = "Log in, read some pages of each dataset and report how the vendor profile fits; stores nothing")
public class ProfileCheckCommand extends CheckCommand<SatprovElement> {
    /** The same limit as for a response in a poll. */
    private static final int MOST_BYTES = 32 << 20;

    @Option(name = "--against", description = "A file with a saved response for one dataset; no call is made")
    private String answer;

    @Argument(name = "dataset", description = "The datasets; default: all", multiValued = true)
    @Completion(DatasetCompleter.class)
    private List<String> names = new ArrayList<>();

    @Reference(optional = true)
    private List<SatprovElement> elements;

    @Override
    protected List<SatprovElement> elements() {
        return elements;
    }

    @Override
    protected List<String> listings(VendorProfile profile) {
        List<String> asked = (names.isEmpty() ? List.of(Dataset.values()) : named())
                .stream().map(Dataset::key).toList();
        asked.stream()
                .filter(dataset -> !profile.listings().containsKey(dataset))
                .forEach(dataset -> say(dataset + ": not provided by the vendor, according to the profile"));
        return asked.stream()
                .filter(dataset -> profile.listings().containsKey(dataset))
                .toList();
    }

    private List<Dataset> named() {
        return names.stream().map(DatasetCompleter::named).toList();
    }

    @Override
    protected List<ListingReport> reports(SatprovElement element, VendorProfile profile, List<String> datasets) {
        return answer == null ? super.reports(element, profile, datasets) : List.of(saved(profile, datasets));
    }

    private ListingReport saved(VendorProfile profile, List<String> datasets) {
        if (datasets.size() != 1) {
            throw new IllegalArgumentException("name the dataset of which " + answer + " is a response");
        }
        ListingReport report = new ProfileCheck(profile, null)
                .saved(datasets.get(0), answer, new ByteArrayInputStream(saved(Path.of(answer))));
        report.lines().forEach(TerminalCommand::say);
        return report;
    }

    private byte[] saved(Path path) {
        try {
            return new NamedFile(MOST_BYTES).read(path);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    path.toAbsolutePath() + " can't be read as a saved response: "
                            + (e instanceof FileSystemException
                                    ? "the file does not exist or is not readable for this process"
                                    : e.getMessage()),
                    e);
        }
    }
}
