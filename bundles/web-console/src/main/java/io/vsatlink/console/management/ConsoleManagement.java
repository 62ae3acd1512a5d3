/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.management;

import io.vsatlink.console.login.Login;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.OperationSet;
import io.vsatlink.parameters.ParameterPage;
import io.vsatlink.parameters.ParameterPage.Title;
import io.vsatlink.parameters.ReadingSet;
import io.vsatlink.parameters.Surfaces;
import io.vsatlink.parameters.Surfaces.Showing;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Publishes the parameters of the console while it runs. */
@Component(
        immediate = true,
        service = {})
public final class ConsoleManagement {
    private final Showing page;

    @Activate
    public ConsoleManagement(@Reference Surfaces surfaces, @Reference Login login, BundleContext bundle) {
        page = surfaces.show(
                bundle,
                new ParameterPage(
                        new Title("WebConsole", "", "", "", "The web console and its sessions"),
                        List.of(),
                        null,
                        ReadingSet.of(
                                ConsoleReadings.class,
                                () -> new ConsoleReadings(login.sessions().size())),
                        OperationSet.of(ConsoleOperations.class, new ConsoleOperations(login))),
                new ChangeSignal());
    }

    @Deactivate
    void deactivate() {
        page.close();
    }
}
