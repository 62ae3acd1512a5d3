/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

/**
 * RESTEasy finds its built-in providers through the thread's context class loader, which in OSGi is anybody's. Without
 * this bundle's own the providers are missing, and a 404 ends in a NullPointerException.
 */
final class BundleLoader implements AutoCloseable {

    private final Thread thread = Thread.currentThread();
    private final ClassLoader before = thread.getContextClassLoader();

    BundleLoader() {
        thread.setContextClassLoader(BundleLoader.class.getClassLoader());
    }

    @Override
    public void close() {
        thread.setContextClassLoader(before);
    }
}
