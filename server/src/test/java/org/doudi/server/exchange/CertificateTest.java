package org.doudi.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.doudi.server.exchange.Certificates.Machine;
import org.doudi.server.exchange.Deliveries.Request;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.DepartmentSystems.Credentials;
import org.doudi.server.identity.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A system whose token is held to its certificate, on real connections. */
class CertificateTest extends CountyOverTls {
    private static final String TAKE = "take:TEKUN:" + COUNTY;

    private String said(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private long failedSignIns(String username) {
        return as(
                Role.AUDITOR,
                () -> Objects.requireNonNull(transaction.execute(
                        t -> jdbc.sql("select count(*) from audit.entry e join identity.account a on a.id = e.officer"
                                        + " where a.username = ? and e.act = 'SIGN_IN_FAILED'")
                                .param(username)
                                .query(Long.class)
                                .single())));
    }

    @Test
    @DisplayName(
            "2.4-5 a token counts with the certificate of its system, and stolen with another one or none it is refused")
    void bound() throws Exception {
        Machine office = AUTHORITY.machine("poverty office");
        Machine thief = AUTHORITY.machine("another office");
        Credentials system = system("sys-certificate", Set.of(TAKE), office.pem());
        agree(SharedList.TEKUN, Set.of(SharedField.NAME));
        int last = as(
                Role.COUNTY_OFFICER,
                () -> deliveries.lastVersion(
                        new Agreement.Channel(COUNTY, SharedList.TEKUN, Department.POVERTY_OFFICE)));
        Request asked = new Request(
                SharedList.TEKUN,
                Department.POVERTY_OFFICE,
                YearMonth.from(today.date()),
                Set.of(SharedField.NAME),
                last);
        long id = as(Role.COUNTY_OFFICER, () -> deliveries.make(asked)).id();
        String file = "/api/v1/exchange/deliveries/" + id + "/file";

        Door own = new Door(AUTHORITY.client(office), address());
        String token = own.token(system, TAKE);
        HttpResponse<byte[]> fetched = own.get(token, file);
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(checked(fetched.body()).faults()).isEmpty();

        HttpResponse<byte[]> stolen = new Door(AUTHORITY.client(thief), address()).get(token, file);
        assertThat(stolen.statusCode()).isEqualTo(401);
        assertThat(said(stolen)).contains("this connection shows another one");
        assertThat(stolen.headers().firstValue("WWW-Authenticate").orElse("")).contains("invalid_token");
        HttpResponse<byte[]> bare = new Door(AUTHORITY.client(), address()).get(token, file);
        assertThat(bare.statusCode()).isEqualTo(401);
        assertThat(said(bare)).contains("this one shows none");
        assertThat(failedSignIns("sys-certificate")).isEqualTo(2);

        Certificates nobody = new Certificates("nobody knows");
        Machine forged = new Certificates("government network").machine("poverty office");
        for (Machine stranger : List.of(forged, nobody.machine("poverty office"))) {
            assertThatThrownBy(() -> {
                        HttpResponse<byte[]> answer = new Door(AUTHORITY.client(stranger), address()).get(token, file);
                        assertThat(answer.statusCode()).as(said(answer)).isEqualTo(401);
                        throw new IllegalStateException("nothing of it came here");
                    })
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(own.get(token, file).statusCode()).isEqualTo(200);
    }
}
