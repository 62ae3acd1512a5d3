/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.ticketing;

import java.util.List;
import java.util.Map;

/** Gives a test outside of the container access to the {@link Subscriber}. */
public interface SubscriberMBean {

    /** All events of ETMS elements so far, as texts, with the topic among the properties. */
    List<Map<String, String>> getHeard();

    void post(String topic, Map<String, String> properties);
}
