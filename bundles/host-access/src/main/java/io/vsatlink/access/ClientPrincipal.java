/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access;

import java.security.Principal;

/** The origin of a person's call. The audit log records it beside the name, as it does for JMX and ssh. */
record ClientPrincipal(String name) implements Principal {
    @Override
    public String getName() {
        return name;
    }
}
