/** Requests: accepting, storing and delivering them. */
package io.vsatlink.etms.request;
