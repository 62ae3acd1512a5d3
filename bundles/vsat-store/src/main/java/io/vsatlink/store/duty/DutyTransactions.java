/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import io.vsatlink.api.duty.Duty;
import io.vsatlink.api.duty.DutyKind;
import io.vsatlink.store.jdbc.table.Transactions;

/** Transactions that write for a duty. */
public record DutyTransactions(Transactions transactions, StoreDuties duties) {

    /** Those of a duty that this container has; who has lost it writes nothing. */
    public Transactions under(DutyKind kind, String subject) {
        return transactions.under(duties.fence(kind, subject));
    }

    /**
     * Writes for a duty, which this container takes if it is free.
     *
     * @throws io.vsatlink.api.store.StoreException with the name of the other container if that has it
     * @see Transactions#write(String, Transactions.Work, Transactions.Question)
     */
    public <T> T write(
            DutyKind kind,
            String subject,
            String what,
            Transactions.Work<T> work,
            Transactions.Question<T> tookEffect) {
        Duty duty = duties.hold(kind, subject);
        try {
            return under(kind, subject).write(what, work, tookEffect);
        } finally {
            duty.close();
        }
    }

    /** {@link #write} of what may be repeated. */
    public <T> T write(DutyKind kind, String subject, String what, Transactions.Work<T> work) {
        return write(kind, subject, what, work, (c, result) -> false);
    }
}
