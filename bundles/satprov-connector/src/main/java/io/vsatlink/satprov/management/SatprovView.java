package io.vsatlink.satprov.management;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.Health;
import io.vsatlink.satprov.SatprovElement;

/** Reads an element for its MBean. */
public final class SatprovView implements SatprovReadings {
    private final SatprovElement element;

    SatprovView(SatprovElement element) {
        this.element = element;
    }

    @Override
    public String getLoginStatus() {
        return element.loginStatus().label();
    }

    @Override
    public String getLoginReason() {
        return element.loginReason();
    }

    @Override
    public String getConfigurationProblems() {
        return element.configurationProblems();
    }

    @Override
    public Health health() {
        return element.health();
    }

    @Override
    public long getTotalCircuits() {
        return total(Dataset.CIRCUITS);
    }

    @Override
    public long getTotalCustomers() {
        return total(Dataset.CUSTOMERS);
    }

    @Override
    public long getTotalLocations() {
        return total(Dataset.LOCATIONS);
    }

    @Override
    public long getTotalDevices() {
        return total(Dataset.DEVICES);
    }

    @Override
    public long getTotalContactInfo() {
        return total(Dataset.CONTACT_INFO);
    }

    @Override
    public long getTotalOutageContacts() {
        return total(Dataset.OUTAGE_CONTACTS);
    }

    @Override
    public long getTotalLocationEquipments() {
        return total(Dataset.LOCATION_EQUIPMENTS);
    }

    @Override
    public long getTotalEspPirs() {
        return total(Dataset.ESP_PIRS);
    }

    @Override
    public String login() {
        return element.login();
    }

    @Override
    public String pollAll() {
        return element.pollAll();
    }

    @Override
    public String cancel() {
        return element.cancel();
    }

    private long total(Dataset dataset) {
        return element.dataset(dataset).totalItems();
    }
}
