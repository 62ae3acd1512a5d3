/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

/**
 * An entry of a ticket's activity log, as ETMS returned it.
 *
 * @param externalId the identifier given by the author of a note; empty if there is none or the log does not contain it
 */
public record Activity(String activityId, String time, String author, String type, String text, String externalId) {}
