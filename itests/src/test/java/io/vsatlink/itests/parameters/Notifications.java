/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.parameters;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.AttributeChangeNotification;
import javax.management.Notification;
import javax.management.NotificationListener;

/** Collects the notifications of a remote JMX client, as {@code Status: Polling -> Succeeded}. */
final class Notifications implements NotificationListener {
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public void handleNotification(Notification notification, Object handback) {
        AttributeChangeNotification change = (AttributeChangeNotification) notification;
        told.add(change.getAttributeName() + ": " + change.getOldValue() + " -> " + change.getNewValue());
    }

    List<String> told() {
        return told;
    }

    /** Whether a notification had this new value. */
    boolean became(String attribute, String value) {
        return told.stream().anyMatch(line -> line.startsWith(attribute + ": ") && line.endsWith(" -> " + value));
    }
}
