/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import io.vsatlink.api.element.Health;
import io.vsatlink.parameters.ElementReadings;
import io.vsatlink.parameters.Reading;
import io.vsatlink.parameters.Rows;
import io.vsatlink.parameters.TableKey;
import io.vsatlink.store.duty.Presence.Role;
import java.time.Instant;

/** The readings of the store at one moment, each defined only here. */
public record StoreReadings(
        Health condition,
        String configurationProblems,
        @Reading("Product, version and location of the database, or the reason why it is not open") String database,
        @Reading("The number of the database's schema; 0 while it is not open") long schemaVersion,
        @Reading(value = "Disk space that the database occupies, -1 = unknown", unit = "bytes") long sizeOnDisk,
        @Reading(
                        "From where exports, pages and tables are read: the primary, or a standby and how far it may be behind")
                String readSource,
        @Reading(
                        value =
                                "Whether the container has the database alone, is a member of several, or waits for the database")
                Role role,
        @Reading("How many containers work with the database, this one included; 0 while it is not open")
                long containers,
        @Reading("How many duties this container has; 0 while the database is not open") long duties,
        @Reading(
                        "How often nothing was written since the database was opened, because another container had taken over")
                long fenceRefusals,
        @Reading("Rows and current generation of every dataset that has been polled") Rows<DatasetReading> datasets)
        implements ElementReadings {

    /**
     * A dataset in the store.
     *
     * @param rows the number of rows in the current generation
     * @param generation the number of the current generation
     * @param publishedAt when it became current
     */
    @TableKey({"element", "dataset"})
    public record DatasetReading(String element, String dataset, long rows, long generation, Instant publishedAt) {}
}
