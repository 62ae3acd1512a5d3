/**
 * One element as seen from outside: {@link io.vsatlink.etms.element.EtmsElement} with its readings, its health and the
 * operations that JMX and the web console offer.
 */
package io.vsatlink.etms.element;
