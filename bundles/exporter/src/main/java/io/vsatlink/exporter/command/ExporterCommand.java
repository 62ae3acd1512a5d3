package io.vsatlink.exporter.command;

import io.vsatlink.exporter.Exporter;
import io.vsatlink.parameters.ElementChoice;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** What the commands of an exporter share: which one is meant. */
abstract class ExporterCommand implements Action {
    @Option(name = "--element", description = "The element; needed only where there are several")
    private String elementName;

    @Reference(optional = true)
    private List<Exporter> exporters;

    @Override
    public final Object execute() throws Exception {
        run(ElementChoice.among(exporters == null ? List.of() : exporters, elementName));
        return null;
    }

    /** @throws Exception whose message is what the shell prints, where what was asked for failed */
    abstract void run(Exporter exporter) throws Exception;
}
