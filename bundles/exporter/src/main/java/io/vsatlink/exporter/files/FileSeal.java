package io.vsatlink.exporter.files;

/** Size and digest of a file: what a manifest vouches for. */
record FileSeal(long bytes, String sha256) {}
