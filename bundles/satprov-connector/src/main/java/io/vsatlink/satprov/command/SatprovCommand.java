/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.command;

import io.vsatlink.parameters.command.ElementCommand;
import io.vsatlink.satprov.management.SatprovElement;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** A command for one provisioning element. */
abstract class SatprovCommand extends ElementCommand<SatprovElement> {
    @Reference(optional = true)
    private List<SatprovElement> elements;

    @Override
    protected final List<SatprovElement> elements() {
        return elements;
    }
}
