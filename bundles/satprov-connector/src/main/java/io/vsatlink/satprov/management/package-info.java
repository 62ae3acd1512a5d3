/** The readings and operations of an element and of each row of its Polling Settings. */
package io.vsatlink.satprov.management;
