/**
 * One element as everybody outside sees it: {@link io.vsatlink.etms.element.EtmsElement} with its readings, its health and
 * the operations that JMX and the web console offer.
 */
package io.vsatlink.etms.element;
