/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

/**
 * The queries about a database and its standbys. Each returns one value.
 *
 * @param identity a text that a database and its standbys have in common, and no other
 * @param position how far the log of the primary has come, a number that only grows
 * @param replayed how far a standby has come in that log; null if the database is no standby
 */
public record Replication(String identity, String position, String replayed) {}
