/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import java.time.Duration;

/**
 * A claimer of requests.
 *
 * @param container the process, by a name that a restart keeps
 * @param start this run of the process: a new one after each start
 * @param element the backend
 * @param lease how long a claim holds if it is unknown whether its process has ended: longer than any call takes
 */
public record Claimant(String container, String start, String element, Duration lease) {}
