/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.command;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.parameters.command.DatasetCompleter;
import io.vsatlink.satprov.login.LoginStatus;
import io.vsatlink.satprov.management.SatprovElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

@Service
@Command(scope = "satprov", name = "poll", description = "Poll datasets now; default: all enabled datasets")
public class PollCommand extends SatprovCommand {
    @Argument(name = "dataset", description = "The datasets to poll", multiValued = true)
    @Completion(DatasetCompleter.class)
    private List<String> names;

    @Option(name = "--all", description = "Poll all eight datasets, including disabled ones")
    private boolean all;

    @Option(
            name = "--full",
            description = "Read the whole datasets, even if the vendor could be asked for what changed")
    private boolean full;

    @Option(name = "--wait", description = "Show the progress and wait until all polls have ended")
    private boolean wait;

    @Reference
    private Session session;

    @Override
    protected void run(SatprovElement element) throws InterruptedException {
        takeTrailingOptions();
        List<Dataset> chosen = chosen(element);
        boolean here = element.elsewhere().isEmpty();
        if (wait && !here) {
            throw new IllegalStateException("--wait shows polls of this container only: " + element.elsewhere());
        }
        String sentence = element.poll(chosen, full);
        if (here && element.readings().loginStatus() != LoginStatus.SUCCESS) {
            throw new IllegalStateException(sentence);
        }
        say(sentence);
        if (wait) {
            new ProgressView(session, System.out).follow(element, chosen);
        }
    }

    /** The shell treats everything after the first argument as arguments, and people write the options last. */
    private void takeTrailingOptions() {
        List<String> rest = names == null ? new ArrayList<>() : new ArrayList<>(names);
        wait |= rest.remove("--wait");
        all |= rest.remove("--all");
        full |= rest.remove("--full");
        names = rest;
    }

    private List<Dataset> chosen(SatprovElement element) {
        if (all) {
            return Arrays.asList(Dataset.values());
        }
        if (!names.isEmpty()) {
            return names.stream().map(DatasetCompleter::named).toList();
        }
        return element.datasets().stream()
                .filter(DatasetStatus::enabled)
                .map(DatasetStatus::dataset)
                .toList();
    }
}
