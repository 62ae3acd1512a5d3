/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.sbom;

import org.cyclonedx.model.Component;

/** What Maven calls it. */
record Artifact(String group, String name, String version) {

    Component component() {
        Component component = new Component();
        component.setType(Component.Type.LIBRARY);
        component.setGroup(group);
        component.setName(name);
        component.setVersion(version);
        String url = "pkg:maven/" + group + "/" + name + "@" + version + "?type=jar";
        component.setPurl(url);
        component.setBomRef(url);
        return component;
    }

    boolean is(Component component) {
        return name.equals(component.getName()) && version.equals(component.getVersion());
    }
}
