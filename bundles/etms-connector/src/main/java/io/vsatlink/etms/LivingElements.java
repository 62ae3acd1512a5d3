/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms;

import io.vsatlink.api.element.ProvisioningElement;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The names of the provisioning elements that exist now. */
record LivingElements(BundleContext bundle) implements Supplier<Set<String>> {

    @Override
    public Set<String> get() {
        Set<String> names = new TreeSet<>();
        for (ServiceReference<ProvisioningElement> reference : references()) {
            ProvisioningElement element = bundle.getService(reference);
            if (element != null) {
                names.add(element.name());
                bundle.ungetService(reference);
            }
        }
        return names;
    }

    private Iterable<ServiceReference<ProvisioningElement>> references() {
        try {
            return bundle.getServiceReferences(ProvisioningElement.class, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("without a filter", e);
        }
    }
}
