/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import io.vsatlink.simulator.chance.Dice;
import java.util.List;
import java.util.Map;

/**
 * The rows of trouble tickets, with their openers and circuits. One in forty contains a value that is not in the
 * contract.
 */
record TicketRows(Facts facts, Dataset customers, Dataset locations, Dataset contacts) implements RowMaker {
    static final Keys KEYS = new Keys("ETM", 8_000_017, 4);
    private static final int MINUTES_BETWEEN = 7;
    private static final String AUTOMATION = "AutoVSATDataMiner";
    private static final List<String> STATUSES = List.of(
            "Open",
            "Acknowledged",
            "In Progress",
            "In Progress",
            "Pending",
            "Held",
            "Resolved",
            "Closed",
            "Closed",
            "Closed",
            "Closed",
            "Cancelled",
            "Rejected");
    private static final List<String> UNKNOWN_STATUSES =
            List.of("Awaiting Field Dispatch", "closed", "Open - Escalated");
    private static final List<String> DESKS = List.of("VSAT NOC", "Teleport Ops", "Field Services", "Customer Care");

    @Override
    public String path() {
        return "tickets";
    }

    @Override
    public String keyField() {
        return "ticketId";
    }

    @Override
    public Keys keys() {
        return KEYS;
    }

    @Override
    public boolean shuffled() {
        return false;
    }

    @Override
    public List<String> changeable() {
        return List.of("status", "severity", "owner", "workgroup", "contactTelephone");
    }

    @Override
    public void fill(int number, Dice dice, Map<String, Object> fields) {
        int circuit = dice.below(facts.links().circuits());
        Line line = facts.line(circuit);
        Trouble trouble = Trouble.of(line, dice);
        String status = dice.perMille(15) ? dice.pick(UNKNOWN_STATUSES) : dice.pick(STATUSES);
        boolean automatic = dice.perMille(600);
        Stamps.Span times = Stamps.lifeOf(number, MINUTES_BETWEEN, dice);

        fields.put("externalId", automatic ? "AVD-" + (70_000 + number * 3) : null);
        fields.put("category", trouble.category());
        fields.put("status", status);
        fields.put("severity", dice.pick(List.of(1, 2, 2, 3, 3, 3, 4)));
        fields.put("circuitId", trouble.ofCircuit() ? CircuitRows.KEYS.reference(dice, circuit) : null);
        fields.put("infrastructureName", trouble.ofCircuit() ? null : trouble.place());
        if (trouble.ofCircuit()) {
            customer(line, fields);
        }
        fields.put("summary", trouble.summary());
        fields.put("description", trouble.description());
        fields.put("createdBy", automatic ? AUTOMATION : Trouble.person(dice));
        fields.put("owner", dice.perMille(100) ? AUTOMATION : dice.perMille(700) ? Trouble.person(dice) : null);
        fields.put("workgroup", dice.pick(DESKS));
        fields.put("createdDate", times.first());
        fields.put("lastModifiedDate", times.last());
        boolean over = status.equals("Resolved") || status.equals("Closed");
        fields.put("resolvedDate", over ? times.last() : null);
        contact(circuit, fields);
    }

    /** Writes the times of a ticket, which have their own fields. */
    @Override
    public void stamp(Dice dice, Map<String, Object> fields) {}

    private void customer(Line line, Map<String, Object> fields) {
        Map<String, Object> customer =
                customers.row(line.place().company().number()).fields();
        fields.put("customerNumber", customer.get("customerNumber"));
        fields.put("customerName", customer.get("customerName"));
        fields.put("locationName", locations.row(line.place().number()).fields().get("espLocationName"));
    }

    private void contact(int circuit, Map<String, Object> fields) {
        int number = facts.links().contactOf(circuit, 1);
        contacts.indexOf(ContactInfoRows.KEYS.of(number)).ifPresent(index -> {
            Map<String, Object> contact = contacts.row(index).fields();
            fields.put("contactName", contact.get("name"));
            fields.put("contactTelephone", contact.get("telephone"));
            fields.put("contactEmail", contact.get("email"));
        });
    }
}
