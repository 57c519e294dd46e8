package org.doudi.server.identity.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;

/** Begins each transaction by telling PostgreSQL for whom it works; row-level security shows that person's rows only. */
@Component("transactionManager")
final class ScopedTransactions extends JdbcTransactionManager {
    private static final String TELL = "select set_config('doudi.area_from', ?, true),"
            + " set_config('doudi.area_to', ?, true), set_config('doudi.role', ?, true),"
            + " set_config('doudi.department', ?, true), set_config('doudi.officer', ?, true)";

    ScopedTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        Officer officer = Scope.current();
        if (officer == null) {
            return;
        }
        try (PreparedStatement tell = connection.prepareStatement(TELL)) {
            tell.setString(1, officer.area().from());
            tell.setString(2, officer.area().to());
            tell.setString(3, officer.role().name());
            tell.setString(4, officer.department().name());
            tell.setString(5, Long.toString(officer.id().value()));
            tell.execute();
        }
    }
}
