package io.vsatlink.store.command;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.parameters.command.DatasetCompleter;
import io.vsatlink.parameters.command.ElementCompleter;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** What the commands that ask for a dataset share. */
abstract class DatasetCommand implements Action {
    @Argument(index = 0, name = "dataset", description = "The dataset", required = true)
    @Completion(DatasetCompleter.class)
    private String dataset;

    @Option(name = "--element", description = "The element; needed only where there are several")
    @Completion(ElementCompleter.class)
    private String elementName;

    @Reference(optional = true)
    private VsatStore store;

    @Override
    public final Object execute() {
        if (store == null) {
            throw new IllegalStateException("The store does not run; vsat:status tells more.");
        }
        run(store, element(), DatasetCompleter.named(dataset));
        return null;
    }

    abstract void run(VsatStore from, String element, Dataset dataset);

    private String element() {
        Set<String> known = store.elements();
        if (elementName == null && known.size() == 1) {
            return known.iterator().next();
        }
        if (elementName == null || !known.contains(elementName)) {
            throw new IllegalArgumentException(
                    known.isEmpty()
                            ? "no element has polled anything yet"
                            : "say --element with one of " + String.join(", ", known));
        }
        return elementName;
    }
}
