/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * One HTTP exchange, and the only place that knows RESTEasy and Apache HttpClient.
 *
 * <p>Knows no vendor: what goes wrong is an {@link io.vsatlink.remote.http.ExchangeException} with a sentence. It is the
 * only door out: a connector whose peer needs no profile sends its calls through {@link io.vsatlink.remote.http.Transport},
 * so that its limits hold for every call of ours.
 */
@Export
@Version("0.1.0")
package io.vsatlink.remote.http;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
