/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

/**
 * Sets the thread's context class loader to that of this bundle, and restores it. RESTEasy finds its built-in providers
 * through it, and in OSGi it may be any class loader; without the providers, a 404 ends in a NullPointerException.
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
