/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.command;

import io.vsatlink.kit.command.DraftCommand;
import io.vsatlink.satprov.management.SatprovElement;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(
        scope = "satprov",
        name = "profile-draft",
        description = "Write a first vendor profile out of saved responses and an OpenAPI document")
public class ProfileDraftCommand extends DraftCommand<SatprovElement> {
    @Reference(optional = true)
    private List<SatprovElement> elements;

    @Override
    protected List<SatprovElement> elements() {
        return elements;
    }
}
