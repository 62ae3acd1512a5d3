/** The files of an export: written whole, checked, renamed as one set. */
package io.vsatlink.exporter.files;
