/** The readings and operations of an element. */
package io.vsatlink.etms.management;
