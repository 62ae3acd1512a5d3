/** The settings of an element, validated and in the form that its parts need. */
package io.vsatlink.etms.settings;
