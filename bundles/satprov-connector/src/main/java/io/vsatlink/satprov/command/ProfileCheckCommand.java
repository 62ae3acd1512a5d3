/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.command;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.kit.command.CheckCommand;
import io.vsatlink.parameters.command.DatasetCompleter;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.satprov.management.SatprovElement;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(
        scope = "satprov",
        name = "profile-check",
        description = "Log in, read some pages of each dataset and report how the vendor profile fits; stores nothing")
public class ProfileCheckCommand extends CheckCommand<SatprovElement> {
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
}
