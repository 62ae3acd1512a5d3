/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.etms;

import java.time.Duration;

/**
 * The configuration of the simulated ETMS.
 *
 * @param tickets the number of tickets at the start
 * @param serviceAccount whether the account is a service account, which the login request must state correctly
 * @param spikeArrest calls per minute, smoothed; 0 for no limit
 * @param quota calls in one minute; 0 for no limit
 * @param activities the maximum number of activities in one answer of an activity log; 0 for no limit
 * @param deskWork the number of changes that the vendor's staff make before each page of a list
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
