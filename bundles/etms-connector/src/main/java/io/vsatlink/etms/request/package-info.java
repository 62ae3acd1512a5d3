/** Requests: accepted, kept, delivered. */
package io.vsatlink.etms.request;
