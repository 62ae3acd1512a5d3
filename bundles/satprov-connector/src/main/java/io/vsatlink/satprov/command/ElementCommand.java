package io.vsatlink.satprov.command;

import io.vsatlink.parameters.ElementChoice;
import io.vsatlink.satprov.SatprovElement;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** What all commands of an element share: which one is meant. */
abstract class ElementCommand implements Action {
    @Option(name = "--element", description = "The element; needed only where there are several")
    private String elementName;

    @Reference(optional = true)
    private List<SatprovElement> elements;

    @Override
    public final Object execute() throws Exception {
        run(ElementChoice.among(elements == null ? List.of() : elements, elementName));
        return null;
    }

    /** @throws Exception whose message is what the shell prints, where what was asked for failed */
    abstract void run(SatprovElement element) throws Exception;
}
