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

    @Reading("Why the Login Status is what it is")
    String getLoginReason();

    @Reading(value = "How many circuits the VSAT database has", unit = "rows")
    long getTotalCircuits();

    @Reading(value = "How many customers the VSAT database has", unit = "rows")
    long getTotalCustomers();

    @Reading(value = "How many locations the VSAT database has", unit = "rows")
    long getTotalLocations();

    @Reading(value = "How many devices the VSAT database has", unit = "rows")
    long getTotalDevices();

    @Reading(value = "How many contact infos the VSAT database has", unit = "rows")
    long getTotalContactInfo();

    @Reading(value = "How many outage contacts the VSAT database has", unit = "rows")
    long getTotalOutageContacts();

    @Reading(value = "How many location equipments the VSAT database has", unit = "rows")
    long getTotalLocationEquipments();

    @Reading(value = "How many ESP PIRs the VSAT database has", unit = "rows")
    long getTotalEspPirs();

    @Operation("Logs in with the API Username and API Password; Login Status tells how it ends")
    String login();

    @Operation("Polls all enabled datasets now")
    String pollAll();

    @Operation("Ends the running poll and empties the queue; the data of the last complete poll stays")
    String cancel();
}
