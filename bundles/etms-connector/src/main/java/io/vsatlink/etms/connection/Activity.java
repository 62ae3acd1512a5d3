/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

/**
 * An entry of a ticket's activity log, as it was told.
 *
 * @param externalId what whoever wrote a note calls it; empty where there is none, or the log does not tell
 */
public record Activity(String activityId, String time, String author, String type, String text, String externalId) {}
