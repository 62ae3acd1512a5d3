/**
 * A minimal third connector: a catalogue of satellites and their beams. It consists of settings ({@code BeamsConfig}), a
 * profile ({@code beams.json}), a mapping ({@code BeamListing}) and a schedule ({@code BeamsConnector}); the rest is the
 * kit's. {@code docs/new-connector.md} explains it step by step.
 */
package io.vsatlink.itests.beams;
