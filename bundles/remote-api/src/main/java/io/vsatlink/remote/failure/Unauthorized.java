/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.failure;

import java.util.OptionalInt;

/** The vendor does not let us in: no more calls until a login succeeds. */
public final class Unauthorized extends VendorException {
    private final boolean mayPass;

    public Unauthorized(String message, String correlation, OptionalInt status, String code, boolean mayPass) {
        super(message, correlation, status, code, null);
        this.mayPass = mayPass;
    }

    /**
     * Whether the login itself succeeded, and only the token that it gave is not taken, as where another node of the vendor
     * does not know it yet: a later login may help. Else the credentials are refused or the account is locked, and to try
     * them again by oneself would make it worse.
     */
    public boolean mayPass() {
        return mayPass;
    }
}
