package org.doudi.cluster.reconcile;

import org.doudi.cli.reconcile.PersonBook.Named;
import org.doudi.cluster.exchange.Mail;
import org.doudi.cluster.exchange.Packet;

/** Members of households as they are sent. */
final class NamedMail {
    private NamedMail() {}

    static void write(Named person, Packet to) {
        to.putLong(person.line())
                .putText(person.household())
                .putText(person.memberId())
                .putText(person.name())
                .putText(person.idNumber())
                .putLong(person.village());
    }

    static Named read(Mail mail) {
        return new Named(
                mail.getLong(), mail.getText(), mail.getText(), mail.getText(), mail.getText(), mail.getLong());
    }
}
