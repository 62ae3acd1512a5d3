/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.failure;

import java.util.OptionalInt;

/** The vendor refuses the login or its token: no more calls until a login succeeds. */
public final class Unauthorized extends VendorException {
    private final boolean mayPass;

    public Unauthorized(String message, String correlation, OptionalInt status, String code, boolean mayPass) {
        super(message, correlation, status, code, null);
        this.mayPass = mayPass;
    }

    /**
     * Whether a later login may succeed: the login itself succeeded, but the vendor does not accept its token, for
     * instance because another node of the vendor does not know it yet. If false, the credentials are refused or the
     * account is locked, and an automatic retry would make it worse.
     */
    public boolean mayPass() {
        return mayPass;
    }
}
