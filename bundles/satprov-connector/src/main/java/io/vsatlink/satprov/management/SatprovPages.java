package io.vsatlink.satprov.management;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.OperationSet;
import io.vsatlink.parameters.ParameterPage;
import io.vsatlink.parameters.ParameterPage.Title;
import io.vsatlink.parameters.ParameterSource;
import io.vsatlink.parameters.ReadingSet;
import io.vsatlink.parameters.SettingDefinition;
import io.vsatlink.parameters.Surfaces;
import io.vsatlink.parameters.Surfaces.Showing;
import io.vsatlink.satprov.SatprovElement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;

/** The pages of an element: one of its own, first there and last to go, and one for each row of its Polling Settings. */
public final class SatprovPages implements AutoCloseable {
    private final Deque<Showing> shown = new ArrayDeque<>();

    /** @param settings all of them, and where they come from */
    public SatprovPages(
            Surfaces surfaces,
            BundleContext bundle,
            SatprovElement element,
            List<SettingDefinition> settings,
            ParameterSource source,
            ChangeSignal changes) {
        Title own =
                new Title(element.type(), element.name(), "", "", "Satellite Provisioning element " + element.name());
        Supplier<SatprovReadings> whole = element::readings;
        ReadingSet readings = ReadingSet.of(SatprovReadings.class, whole);
        OperationSet operations = OperationSet.of(SatprovElement.class, element);
        shown.push(surfaces.show(bundle, new ParameterPage(own, settings, source, readings, operations), changes));
        for (Dataset dataset : Dataset.values()) {
            Title row = new Title(
                    element.type(),
                    element.name(),
                    dataset.title(),
                    dataset.key(),
                    "Polling Settings of " + dataset.title() + " of " + element.name());
            ReadingSet ofRow = ReadingSet.of(DatasetReadings.class, whole, all -> all.row(dataset));
            OperationSet withRow = OperationSet.of(DatasetOperations.class, new DatasetOperations(element, dataset));
            shown.push(surfaces.show(bundle, new ParameterPage(row, settings, source, ofRow, withRow), changes));
        }
    }

    @Override
    public void close() {
        shown.forEach(Showing::close);
    }
}
