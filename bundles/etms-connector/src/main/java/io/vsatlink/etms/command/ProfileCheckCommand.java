/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.command;

import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.etms.element.EtmsElement;
import io.vsatlink.kit.command.CheckCommand;
import io.vsatlink.remote.profile.VendorProfile;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(
        scope = "etms",
        name = "profile-check",
        description = "Log in, read some pages of tickets and report how the vendor profile fits; stores nothing")
public class ProfileCheckCommand extends CheckCommand<EtmsElement> {
    @Reference(optional = true)
    private List<EtmsElement> elements;

    @Override
    protected List<EtmsElement> elements() {
        return elements;
    }

    @Override
    protected List<String> listings(VendorProfile profile) {
        return List.of(TicketListing.TICKETS.key());
    }
}
