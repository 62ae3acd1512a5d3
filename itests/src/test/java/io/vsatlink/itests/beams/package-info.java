/**
 * A third connector, as small as one can be: a catalogue of satellites and their beams. It is settings
 * ({@code BeamsConfig}), a profile ({@code beams.json}), a mapping ({@code BeamListing}) and a schedule
 * ({@code BeamsConnector}); all else is the kit's. {@code docs/new-connector.md} walks through it.
 */
package io.vsatlink.itests.beams;
