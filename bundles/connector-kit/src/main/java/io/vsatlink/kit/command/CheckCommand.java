/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.command;

import io.vsatlink.api.text.Counted;
import io.vsatlink.parameters.command.ElementCommand;
import io.vsatlink.parameters.command.TerminalCommand;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.check.ListingReport;
import io.vsatlink.remote.check.ProfileCheck;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.VendorProfile;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Option;

/**
 * Logs in, reads some pages of each listing and reports how a vendor profile fits; stores nothing. A connector's command selects
 * the listings.
 *
 * @param <T> the kind of element
 */
public abstract class CheckCommand<T extends ProfiledElement> extends ElementCommand<T> {
    @Option(name = "--profile", description = "A profile in etc to check; default: the active profile")
    private String file;

    @Option(name = "--against", description = "A file with a saved response for one listing; no call is made")
    private String answer;

    @Override
    protected final void run(T element) {
        VendorProfile profile = profile(element);
        say("profile " + profile.name() + ", version " + profile.version());
        new ProfileCheck(profile, null).notes().forEach(TerminalCommand::say);
        List<ListingReport> reports = reports(element, profile, listings(profile));
        long bad = reports.stream().filter(report -> !report.good()).count();
        if (bad > 0) {
            throw new IllegalStateException(bad + " of " + Counted.of(reports.size(), "listing")
                    + (bad == 1 ? " does" : " do") + " not fit the profile");
        }
    }

    /** The listings of the profile to check. */
    protected abstract List<String> listings(VendorProfile profile);

    private List<ListingReport> reports(T element, VendorProfile profile, List<String> listings) {
        if (answer != null) {
            return List.of(saved(profile, listings));
        }
        List<ListingReport> reports = new ArrayList<>();
        try (VendorClient client = element.trial(profile)) {
            client.login();
            say("login: " + profile.auth().call() + ": success");
            ProfileCheck check = new ProfileCheck(profile, client);
            for (String listing : listings) {
                ListingReport report = check.listing(listing, element.rowsPerPage(listing));
                report.lines().forEach(TerminalCommand::say);
                reports.add(report);
            }
            return reports;
        } catch (VendorException e) {
            throw new IllegalStateException("login: " + profile.auth().call() + ": " + e.getMessage(), e);
        }
    }

    private ListingReport saved(VendorProfile profile, List<String> listings) {
        if (listings.size() != 1) {
            throw new IllegalArgumentException("name the listing of which " + answer + " is a response");
        }
        byte[] saved = SavedFile.read(answer, "a saved response");
        ListingReport report = new ProfileCheck(profile, null).saved(listings.get(0), answer, saved);
        report.lines().forEach(TerminalCommand::say);
        return report;
    }

    private VendorProfile profile(T element) {
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
