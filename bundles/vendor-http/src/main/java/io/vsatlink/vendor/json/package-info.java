/** JSON as it streams in, within limits of our own; breaches are {@link io.vsatlink.vendor.json.MalformedAnswer}s. */
package io.vsatlink.vendor.json;
