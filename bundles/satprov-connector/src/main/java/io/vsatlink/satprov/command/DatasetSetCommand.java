/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.command;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.parameters.BadValueException;
import io.vsatlink.parameters.command.DatasetCompleter;
import io.vsatlink.satprov.management.SatprovElement;
import java.io.IOException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

@Service
@Command(scope = "satprov", name = "dataset-set", description = "Set State, Interval or Items Per Page of a dataset")
public class DatasetSetCommand extends SatprovCommand {
    @Argument(index = 0, name = "dataset", description = "The dataset", required = true)
    @Completion(DatasetCompleter.class)
    private String dataset;

    @Argument(index = 1, name = "key", description = "state, interval or itemsPerPage", required = true)
    @Completion(
            value = StringsCompleter.class,
            values = {"state", "interval", "itemsPerPage"})
    private String key;

    @Argument(index = 2, name = "value", description = "The value", required = true)
    private String value;

    @Override
    protected void run(SatprovElement element) throws BadValueException, IOException {
        Dataset row = DatasetCompleter.named(dataset);
        element.set(row, key, value);
        say(row.key() + "." + key + " = " + value);
    }
}
