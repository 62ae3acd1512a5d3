package io.vsatlink.satprov.pass;

/** Is told how a poll gets on, from several threads. */
public interface PassWatch {

    void advanced(Progress progress);

    /** @param why and until when nothing comes, as a Reason */
    void waits(String why);
}
