package io.vsatlink.satprov.management;

import io.vsatlink.parameters.ElementReadings;
import io.vsatlink.parameters.Operation;
import io.vsatlink.parameters.Reading;
import io.vsatlink.satprov.login.LoginStatus;

/** The readings and operations of an element, each defined here and nowhere else. */
public interface SatprovReadings extends ElementReadings {

    @Reading(
            value = "Not Logged In, Logging In, Success or Failed; nothing is polled unless it is Success",
            notified = true,
            states = LoginStatus.class)
    String getLoginStatus();

    @Reading("The reason for the Login Status")
    String getLoginReason();

    @Reading(value = "Number of circuits in the VSAT database", unit = "rows")
    long getTotalCircuits();

    @Reading(value = "Number of customers in the VSAT database", unit = "rows")
    long getTotalCustomers();

    @Reading(value = "Number of locations in the VSAT database", unit = "rows")
    long getTotalLocations();

    @Reading(value = "Number of devices in the VSAT database", unit = "rows")
    long getTotalDevices();

    @Reading(value = "Number of contact infos in the VSAT database", unit = "rows")
    long getTotalContactInfo();

    @Reading(value = "Number of outage contacts in the VSAT database", unit = "rows")
    long getTotalOutageContacts();

    @Reading(value = "Number of location equipments in the VSAT database", unit = "rows")
    long getTotalLocationEquipments();

    @Reading(value = "Number of ESP PIRs in the VSAT database", unit = "rows")
    long getTotalEspPirs();

    @Operation("Logs in with the API Username and API Password; Login Status shows the result")
    String login();

    @Operation("Polls all enabled datasets now")
    String pollAll();

    @Operation("Cancels the running poll and clears the queue; the data of the last complete poll stays")
    String cancel();
}
