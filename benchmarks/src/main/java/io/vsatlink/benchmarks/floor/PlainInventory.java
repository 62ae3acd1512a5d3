/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks.floor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vsatlink.benchmarks.Derby;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.ResultSet;

/** {@code PlainInventory <database folder> <file>}: one SQL join of all tables, streamed to JSON circuit by circuit. */
public final class PlainInventory {
    /** The tables have one generation of one element, so no condition is needed. */
    private static final String JOIN =
            """
            SELECT c.circuit_alias, c.circuit_id, c.status, l.country, u.customer_name, u.esp_customer_short_name,
              l.esp_location_name, l.street_address1, l.city, c.dns_entity_name,
              d.device_id, d.dns_entity_name, d.type, d.device, d.model, d.is_de_ice,
              o.outage_contact_id, o.priority, k.contact_id, k.name, k.telephone, k.email,
              n.contact_id, n.name, n.telephone, n.email,
              e.equipment_id, e.location_id, e.type, e.device, e.model, e.serial_number, e.quantity,
              e.last_modified_text,
              p.pir_id, p.circuit_id, p.vrf, p.teleport, p.peak_rate_kbps, p.committed_rate_kbps, p.last_modified_text
            FROM circuits c
            LEFT JOIN customers u ON u.customer_number = c.customer_number
            LEFT JOIN locations l ON l.location_id = c.location_id
            LEFT JOIN devices d ON d.circuit_id = c.circuit_id
            LEFT JOIN outage_contacts o ON o.circuit_id = c.circuit_id
            LEFT JOIN contact_info k ON k.contact_id = o.contact_id
            LEFT JOIN contact_info n ON n.location_id = c.location_id
            LEFT JOIN location_equipments e ON e.location_id = c.location_id
            LEFT JOIN esp_pirs p ON p.circuit_id = c.circuit_id
            ORDER BY c.circuit_id""";

    private PlainInventory() {}

    public static void main(String... arguments) throws Exception {
        try (Derby derby = Derby.open(Path.of(arguments[0]));
                FileOutputStream file = new FileOutputStream(arguments[1])) {
            Stopwatch watch = new Stopwatch();
            OutputStream out = new BufferedOutputStream(file);
            JsonGenerator json = new JsonFactory().createGenerator(out);
            json.writeStartObject();
            json.writeArrayFieldStart("records");
            try (ResultSet rows = derby.query(JOIN)) {
                boolean more = rows.next();
                while (more) {
                    JoinedCircuit circuit = new JoinedCircuit(rows);
                    do {
                        circuit.add(rows);
                        more = rows.next();
                    } while (more && circuit.isOf(rows));
                    circuit.write(json);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
            json.flush();
            file.getFD().sync();
            watch.stop();
        }
    }
}
