/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.etms;

import java.time.Duration;

/**
 * What kind of ETMS it is.
 *
 * @param tickets so many are there at the start
 * @param serviceAccount whether the account is one, which a login must say rightly
 * @param spikeArrest calls a minute, smoothed; 0 for no limit
 * @param quota calls in any one minute; 0 for no limit
 * @param activities an activity log comes in parts of at most so many; 0 for all at once
 * @param deskWork so much do the vendor's people before each page of a list
 */
public record EtmsSettings(
        int tickets,
        String username,
        String password,
        boolean serviceAccount,
        String apiKey,
        String route,
        Duration sessionLifetime,
        int maxLimit,
        int activities,
        int latencyMillis,
        int spikeArrest,
        int quota,
        int deskWork) {}
