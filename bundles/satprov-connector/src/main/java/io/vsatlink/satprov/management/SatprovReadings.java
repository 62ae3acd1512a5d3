/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.management;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.Health;
import io.vsatlink.parameters.ElementReadings;
import io.vsatlink.parameters.Reading;
import io.vsatlink.satprov.login.LoginStatus;
import java.util.List;

/**
 * The readings of an element at one moment, each defined here and nowhere else.
 *
 * @param rows the Polling Settings, in the order of {@link Dataset}
 */
public record SatprovReadings(
        Health condition,
        String configurationProblems,
        @Reading(
                        value = "Not Logged In, Logging In, Success or Failed; nothing is polled unless it is Success",
                        notified = true)
                LoginStatus loginStatus,
        @Reading("The reason for the Login Status") String loginReason,
        List<DatasetReadings> rows)
        implements ElementReadings {

    public SatprovReadings {
        rows = List.copyOf(rows);
    }

    public DatasetReadings row(Dataset dataset) {
        return rows.stream().filter(row -> row.dataset() == dataset).findFirst().orElseThrow();
    }

    @Reading(value = "Number of circuits in the VSAT database", unit = "rows")
    public long totalCircuits() {
        return row(Dataset.CIRCUITS).totalItems();
    }

    @Reading(value = "Number of customers in the VSAT database", unit = "rows")
    public long totalCustomers() {
        return row(Dataset.CUSTOMERS).totalItems();
    }

    @Reading(value = "Number of locations in the VSAT database", unit = "rows")
    public long totalLocations() {
        return row(Dataset.LOCATIONS).totalItems();
    }

    @Reading(value = "Number of devices in the VSAT database", unit = "rows")
    public long totalDevices() {
        return row(Dataset.DEVICES).totalItems();
    }

    @Reading(value = "Number of contact infos in the VSAT database", unit = "rows")
    public long totalContactInfo() {
        return row(Dataset.CONTACT_INFO).totalItems();
    }

    @Reading(value = "Number of outage contacts in the VSAT database", unit = "rows")
    public long totalOutageContacts() {
        return row(Dataset.OUTAGE_CONTACTS).totalItems();
    }

    @Reading(value = "Number of location equipments in the VSAT database", unit = "rows")
    public long totalLocationEquipments() {
        return row(Dataset.LOCATION_EQUIPMENTS).totalItems();
    }

    @Reading(value = "Number of ESP PIRs in the VSAT database", unit = "rows")
    public long totalEspPirs() {
        return row(Dataset.ESP_PIRS).totalItems();
    }
}
