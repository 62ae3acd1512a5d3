/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.beams;

import io.vsatlink.api.element.Health;
import io.vsatlink.parameters.ElementReadings;
import io.vsatlink.parameters.Reading;
import io.vsatlink.parameters.Rows;
import io.vsatlink.parameters.TableKey;

/** The readings of an element at one moment. */
public record BeamsReadings(
        Health condition,
        String configurationProblems,
        @Reading("The listings of the catalogue, and how the last poll of each ended") Rows<Polled> listings,
        @Reading("The beams that the catalogue lists") Rows<Beam> beams)
        implements ElementReadings {

    /** A listing and the result of its poll. */
    @TableKey("listing")
    public record Polled(String listing, long rows, String reason) {}

    /** A beam. */
    @TableKey("beamId")
    public record Beam(String beamId, String satelliteId, String band) {}
}
