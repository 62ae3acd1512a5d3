/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.command;

import io.vsatlink.etms.element.EtmsElement;
import io.vsatlink.parameters.command.ElementCommand;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** A command for one ETMS element. */
abstract class EtmsCommand extends ElementCommand<EtmsElement> {
    @Reference(optional = true)
    private List<EtmsElement> elements;

    @Override
    protected final List<EtmsElement> elements() {
        return elements;
    }
}
