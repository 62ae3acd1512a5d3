/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.traffic;

import io.vsatlink.simulator.http.Call;

/** One of the vendor's systems. Thread-safe. */
public interface Platform {

    boolean serves(Call call);

    /** Handles a call. The call has been answered and logged when this method returns. */
    Visit take(Call call);
}
