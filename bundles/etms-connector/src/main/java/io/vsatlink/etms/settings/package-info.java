/** The settings of an element, checked and in the form that its parts need. */
package io.vsatlink.etms.settings;
