/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.command;

import io.vsatlink.etms.element.EtmsElement;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "etms", name = "request-discard", description = "Discard a waiting or blocked request")
public class RequestDiscardCommand extends EtmsCommand {

    @Argument(name = "id", description = "The request", required = true)
    private long id;

    @Override
    protected void run(EtmsElement element) {
        say(element.discardRequest(id));
    }
}
