/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The address and the credentials of a login, and the policy after a failed one: a refused login is not tried again
 * with the same credentials, and {@link io.vsatlink.remote.login.RetryTimer} determines when another attempt is made.
 */
@Export
@Version("0.1.0")
package io.vsatlink.remote.login;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
