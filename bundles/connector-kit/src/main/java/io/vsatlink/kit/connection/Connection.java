/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.connection;

/**
 * How far an element is with its login, at one moment.
 *
 * @param reason one sentence on the state
 */
public record Connection(ConnectionState state, String reason) {}
