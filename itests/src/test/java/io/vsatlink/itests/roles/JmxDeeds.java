/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.roles;

import static io.vsatlink.itests.roles.Deed.DECIDERS;
import static io.vsatlink.itests.roles.Deed.DOERS;
import static io.vsatlink.itests.roles.Deed.READERS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.MBeanAttributeInfo;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** The actions over JMX, and who may do them. */
final class JmxDeeds {
    static final String LOCATIONS = Scene.row(Dataset.LOCATIONS);

    private static final String CONSOLE = "type=WebConsole";
    private static final String EXPORTER = "type=Exporter,name=uat";
    private static final ObjectName ALL_OF_OURS = name("io.vsatlink:*");

    private final Scene scene;

    JmxDeeds(Scene scene) {
        this.scene = scene;
    }

    List<Deed> table() throws Exception {
        return List.of(
                deed("read an attribute", READERS, person -> bean(person, LOCATIONS)
                        .text("Status")),
                deed("read all attributes of all MBeans", READERS, this::readAll),
                deed("call acceptDeletions", DECIDERS, this::accept),
                set("Interval of a dataset", LOCATIONS, "Interval", "2h"),
                set("Requests Per Second", Scene.ELEMENT, "RequestsPerSecond", 50L),
                set("CSV Formula Guard", EXPORTER, "CsvFormulaGuard", "disabled"),
                set("History Retention", "type=Store", "HistoryRetention", "31d"),
                deed("set several attributes", DOERS, this::setSeveral),
                deed("call login", DOERS, this::login),
                deed("call poll", DOERS, this::poll),
                operation(Scene.ELEMENT, "pollAll"),
                operation(Scene.ELEMENT, "pollAllFull"),
                operation(LOCATIONS, "pollFull"),
                operation(Scene.ELEMENT, "cancel"),
                request("record", DOERS, Scene.ELEMENT, "10m"),
                operation(Scene.ELEMENT, "stopRecording"),
                deed("call verifyFiles", READERS, person -> bean(person, EXPORTER)
                        .call("verifyFiles")),
                operation(EXPORTER, "exportNow"),
                deed("call testConnection", DOERS, person -> bean(person, Scene.FRONTEND)
                        .call("testConnection")),
                request("findTickets", READERS, Scene.FRONTEND, "", "", "", "5"),
                request("showActivityLog", READERS, Scene.FRONTEND, scene.aTicket()),
                request("submitTicket", DOERS, Scene.BACKEND, "ROLES-1", "Circuit Up/Down", "C1", "2", "down", ""),
                request("updateTicket", DOERS, Scene.BACKEND, "ROLES-1", "severity", "3", "roles-2"),
                request("addNote", DOERS, Scene.BACKEND, "ROLES-1", "a note", "roles-3"),
                request("closeTicket", DOERS, Scene.BACKEND, "ROLES-1", "over", "roles-4"),
                deed("call retryRequest", DOERS, person -> numbered(person, "retryRequest", scene.refused(0))),
                deed("call listSessions", DECIDERS, person -> bean(person, CONSOLE)
                        .call("listSessions")),
                request("endSession", DECIDERS, CONSOLE, "none"),
                request("endSessionsOf", DECIDERS, CONSOLE, "nobody"),
                deed("call discardRequest", DECIDERS, person -> numbered(person, "discardRequest", scene.refused(2))));
    }

    private Deed request(String operation, Set<Person> may, String keys, String... arguments) {
        return deed("call " + operation, may, person -> Scene.request(scene.jmx(person), keys, operation, arguments));
    }

    private void numbered(Person person, String operation, long id) throws Exception {
        scene.awaitRefused();
        Object unused = scene.jmx(person)
                .invoke(name("io.vsatlink:" + Scene.BACKEND), operation, new Object[] {id}, new String[] {"long"});
    }

    private Deed set(String what, String keys, String attribute, Object value) {
        return deed("set " + what, DOERS, person -> {
            bean(person, keys).set(attribute, value);
            assertEquals(value, scene.jmx(person).getAttribute(name("io.vsatlink:" + keys), attribute));
        });
    }

    private Deed operation(String keys, String operation) {
        return deed("call " + operation, DOERS, person -> bean(person, keys).call(operation));
    }

    private void readAll(Person person) throws Exception {
        Set<ObjectName> names = scene.jmx(person).queryNames(ALL_OF_OURS, null);
        assertEquals(14, names.size(), names.toString());
        for (ObjectName each : names) {
            String[] attributes = Arrays.stream(
                            scene.jmx(person).getMBeanInfo(each).getAttributes())
                    .map(MBeanAttributeInfo::getName)
                    .toArray(String[]::new);
            assertEquals(
                    attributes.length,
                    scene.jmx(person).getAttributes(each, attributes).size());
        }
    }

    private void setSeveral(Person person) throws Exception {
        AttributeList values =
                new AttributeList(List.of(new Attribute("Interval", "3h"), new Attribute("ItemsPerPage", 100L)));
        assertEquals(
                2,
                scene.jmx(person)
                        .setAttributes(name("io.vsatlink:" + LOCATIONS), values)
                        .size());
    }

    private void login(Person person) throws Exception {
        bean(person, Scene.ELEMENT).call("login");
        Await.until(
                "logged in",
                () -> bean(person, Scene.ELEMENT).text("LoginStatus").equals("Success"));
    }

    private void poll(Person person) throws Exception {
        bean(person, LOCATIONS).call("poll");
        scene.awaitStatus(Dataset.LOCATIONS, "Succeeded");
    }

    private void accept(Person person) throws Exception {
        bean(person, Scene.row(Scene.HELD_FOR_JMX)).call("acceptDeletions");
        scene.awaitStatus(Scene.HELD_FOR_JMX, "Succeeded");
    }

    private Bean bean(Person person, String keys) throws Exception {
        return scene.bean(person, keys);
    }

    private interface Call {
        void by(Person person) throws Exception;
    }

    private static Deed deed(String what, Set<Person> may, Call call) {
        return new Deed(what, may, person -> {
            try {
                call.by(person);
                return Optional.empty();
            } catch (SecurityException e) {
                return Optional.of(e.getMessage());
            }
        });
    }

    private static ObjectName name(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
