/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.command;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.PollStatus;
import io.vsatlink.parameters.command.DatasetCompleter;
import io.vsatlink.satprov.management.SatprovElement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "satprov", name = "deletions-accept", description = "Publish the Held poll of a dataset")
public class DeletionsAcceptCommand extends SatprovCommand {
    private static final int PATIENCE_SECONDS = 60;

    @Argument(name = "dataset", description = "The dataset", required = true)
    @Completion(DatasetCompleter.class)
    private String dataset;

    @Override
    protected void run(SatprovElement element) throws InterruptedException {
        Dataset row = DatasetCompleter.named(dataset);
        if (element.dataset(row).status() != PollStatus.HELD) {
            throw new IllegalStateException("nothing is Held for " + row.key());
        }
        try {
            say(row.key() + " "
                    + element.acceptHeld(row)
                            .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                            .reason());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("a poll is running; " + row.key() + " follows after it", e);
        }
    }
}
