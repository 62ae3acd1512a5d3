/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.command;

import io.vsatlink.satprov.management.SatprovElement;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "satprov", name = "cancel", description = "Cancel the running poll and clear the queue")
public class CancelCommand extends SatprovCommand {

    @Override
    protected void run(SatprovElement element) {
        say(element.cancel());
    }
}
