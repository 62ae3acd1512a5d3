package io.vsatlink.etms.connection;

/** An entry of a ticket's activity log, as it was told. */
public record Activity(String activityId, String time, String author, String type, String text) {}
