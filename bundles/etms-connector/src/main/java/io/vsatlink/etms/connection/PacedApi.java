/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

import io.vsatlink.kit.sync.PageSource;
import io.vsatlink.remote.AnswerPart;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.pace.PatientCaller.Attempt;
import io.vsatlink.remote.pace.StopSignal;
import io.vsatlink.remote.pace.StoppedException;
import io.vsatlink.remote.recording.CallObserver;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Limits the rate of calls to ETMS. Each call is made once; the caller decides what follows from a failure. */
public final class PacedApi implements EtmsApi {
    private final EtmsApi api;
    private final PatientCaller caller;
    private final StopSignal stop;
    private final BooleanSupplier mayCall;

    public PacedApi(EtmsApi api, PatientCaller caller, StopSignal stop) {
        this(api, caller, stop, () -> true);
    }

    /**
     * @param stop ends the waiting of calls that have not been sent yet
     * @param mayCall asked right before each call; one that may not be made is not sent
     */
    public PacedApi(EtmsApi api, PatientCaller caller, StopSignal stop, BooleanSupplier mayCall) {
        this.mayCall = mayCall;
        this.api = api;
        this.caller = caller;
        this.stop = stop;
    }

    private <T> T paced(Attempt<T> call) throws VendorException {
        try {
            return caller.once(
                    () -> {
                        if (!mayCall.getAsBoolean()) {
                            throw new NotSent();
                        }
                        return call.make();
                    },
                    stop);
        } catch (StoppedException e) {
            throw new NotSent();
        }
    }

    /** The call was not sent and will not be sent. */
    public static final class NotSent extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void prepare() throws VendorException {
        api.prepare();
    }

    @Override
    public void login() throws VendorException {
        api.login();
    }

    @Override
    public void observe(CallObserver observer) {
        api.observe(observer);
    }

    /** Not paced here: the reader of the listing paces its own calls. */
    @Override
    public PageSource tickets() {
        return api.tickets();
    }

    @Override
    public Lookup ticket(String ticketId) throws VendorException {
        return paced(() -> api.ticket(ticketId));
    }

    @Override
    public Lookup ticketByExternalId(String externalId) throws VendorException {
        return paced(() -> api.ticketByExternalId(externalId));
    }

    @Override
    public Optional<LogPart> activities(String ticketId, AnswerPart part) throws VendorException {
        return paced(() -> api.activities(ticketId, part));
    }

    @Override
    public FieldRules rules() {
        return api.rules();
    }

    @Override
    public Created create(String externalId, Map<String, Object> fields) throws VendorException {
        return paced(() -> api.create(externalId, fields));
    }

    @Override
    public Written update(String ticketId, Map<String, Object> fields) throws VendorException {
        return paced(() -> api.update(ticketId, fields));
    }

    @Override
    public Written note(String ticketId, String text, String externalId) throws VendorException {
        return paced(() -> api.note(ticketId, text, externalId));
    }

    @Override
    public Written end(String ticketId, String text) throws VendorException {
        return paced(() -> api.end(ticketId, text));
    }

    @Override
    public void abort() {
        api.abort();
    }

    @Override
    public void close() {
        api.close();
    }
}
