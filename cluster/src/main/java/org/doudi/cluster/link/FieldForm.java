package org.doudi.cluster.link;

import org.doudi.cluster.exchange.Mail;
import org.doudi.cluster.exchange.Packet;
import org.doudi.linkage.fields.FieldRows;
import org.doudi.linkage.fields.Schema;
import org.jspecify.annotations.Nullable;

/** Records of a schema in messages: the values of each as bytes. One thread at a time writes. */
final class FieldForm implements RowForm<FieldRows> {
    private final Schema schema;
    private transient byte @Nullable [] room;

    FieldForm(Schema schema) {
        this.schema = schema;
    }

    @Override
    public FieldRows none() {
        return new FieldRows(schema);
    }

    @Override
    public int size(FieldRows rows) {
        return rows.size();
    }

    @Override
    public void write(FieldRows rows, int row, Packet to) {
        int length = rows.packedLength(row);
        byte[] packed = room;
        if (packed == null || packed.length < length) {
            packed = new byte[2 * length];
            room = packed;
        }
        rows.pack(row, packed);
        to.putBytes(packed, 0, length);
    }

    @Override
    public void read(Mail mail, FieldRows rows) {
        rows.addPacked(mail.getBytes());
    }

    @Override
    public void copy(FieldRows from, int row, FieldRows to) {
        byte[] packed = new byte[from.packedLength(row)];
        from.pack(row, packed);
        to.addPacked(packed);
    }
}
