/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.command;

import io.vsatlink.etms.element.EtmsElement;
import io.vsatlink.kit.command.DraftCommand;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(
        scope = "etms",
        name = "profile-draft",
        description = "Write a first vendor profile out of saved responses and an OpenAPI document")
public class ProfileDraftCommand extends DraftCommand<EtmsElement> {
    @Reference(optional = true)
    private List<EtmsElement> elements;

    @Override
    protected List<EtmsElement> elements() {
        return elements;
    }
}
