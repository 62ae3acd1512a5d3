/**
 * One HTTP exchange, and the only place that knows RESTEasy and Apache HttpClient.
 *
 * <p>Knows no vendor: what goes wrong is an {@link io.vsatlink.vendor.http.ExchangeException} with a sentence.
 */
package io.vsatlink.vendor.http;
