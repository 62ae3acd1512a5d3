/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access;

import java.security.Principal;

/** Where somebody comes from, beside who he is: the audit log tells both, as it does for JMX and ssh. */
record ClientPrincipal(String name) implements Principal {
    @Override
    public String getName() {
        return name;
    }
}
