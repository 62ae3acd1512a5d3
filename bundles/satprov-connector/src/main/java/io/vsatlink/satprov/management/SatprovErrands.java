/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.management;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.kit.runtime.Errands;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can be asked of an element in any container, and is done in the one that polls it. Thread-safe. */
public final class SatprovErrands {
    private static final Logger LOG = LoggerFactory.getLogger(SatprovErrands.class);
    private static final String LOGIN = "login";
    private static final String CANCEL = "cancel";
    private static final String POLL = "poll ";
    private static final String POLL_FULL = "pollFull ";

    private final Errands errands;

    public SatprovErrands(Errands errands) {
        this.errands = errands;
    }

    String login(String elsewhere) {
        errands.leave(LOGIN);
        return passedOn(elsewhere);
    }

    String cancel(String elsewhere) {
        errands.leave(CANCEL);
        return passedOn(elsewhere);
    }

    String poll(Collection<Dataset> datasets, boolean full, String elsewhere) {
        datasets.forEach(dataset -> errands.leave((full ? POLL_FULL : POLL) + dataset.key()));
        return passedOn(elsewhere);
    }

    private static String passedOn(String elsewhere) {
        return "Passed on: " + elsewhere + ".";
    }

    /** Does what was asked for in other containers; called while this one polls the element. */
    public void carryOut(SatprovElement element) {
        List<String> left = errands.take();
        // what is asked for after a cancellation, or with it, is wanted
        left.stream().filter(CANCEL::equals).forEach(errand -> tell(errand, element.cancel()));
        left.stream().filter(LOGIN::equals).forEach(errand -> tell(errand, element.login()));
        poll(element, left, POLL_FULL);
        poll(element, left, POLL);
    }

    private static void poll(SatprovElement element, List<String> left, String prefix) {
        List<Dataset> asked = Arrays.stream(Dataset.values())
                .filter(dataset -> left.contains(prefix + dataset.key()))
                .toList();
        if (!asked.isEmpty()) {
            tell(prefix.strip(), element.poll(asked, prefix.equals(POLL_FULL)));
        }
    }

    private static void tell(String errand, String outcome) {
        LOG.info("Asked for in another container: {}: {}", errand, outcome);
    }
}
