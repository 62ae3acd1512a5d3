/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.command;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.PollJournal;
import io.vsatlink.api.store.PollRecord;
import io.vsatlink.parameters.Shown;
import io.vsatlink.parameters.command.DatasetCompleter;
import io.vsatlink.parameters.command.Table;
import io.vsatlink.satprov.management.SatprovElement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "satprov", name = "poll-history", description = "Show past polls, newest first")
public class PollHistoryCommand extends SatprovCommand {
    @Argument(name = "dataset", description = "The dataset; default: all")
    @Completion(DatasetCompleter.class)
    private String dataset;

    @Option(name = "--limit", description = "How many polls to show")
    private int limit = 20;

    @Reference
    private PollJournal journal;

    @Override
    protected void run(SatprovElement element) {
        List<Dataset> datasets =
                dataset == null ? Arrays.asList(Dataset.values()) : List.of(DatasetCompleter.named(dataset));
        Table table = new Table("Dataset", "Began", "Ended", "Outcome")
                .numbers("Rows")
                .numbers("Generation")
                .column("Reason");
        datasets.stream()
                .flatMap(each -> journal.history(element.name(), each, limit).stream())
                .sorted(Comparator.comparing(PollRecord::endedAt).reversed())
                .limit(limit)
                .forEach(poll -> table.row(
                        poll.dataset().key(),
                        Shown.time(poll.startedAt()),
                        Shown.time(poll.endedAt()),
                        poll.outcome().name().toLowerCase(Locale.ROOT),
                        poll.items(),
                        poll.generation() == 0 ? "" : poll.generation(),
                        poll.reason()));
        table.print();
    }
}
