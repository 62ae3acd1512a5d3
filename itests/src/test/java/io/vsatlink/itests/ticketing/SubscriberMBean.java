/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.ticketing;

import java.util.List;
import java.util.Map;

/** How a test outside of the container reaches the {@link Subscriber}. */
public interface SubscriberMBean {

    /** Every event of ETMS elements so far, its topic among its properties, as texts. */
    List<Map<String, String>> getHeard();

    void post(String topic, Map<String, String> properties);
}
