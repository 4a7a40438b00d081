package org.tegata.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final JWTAuthContextInfo SETTINGS = new JWTAuthContextInfo();

    private Instant now = NOON;
    private Instant expiry = NOON.plusSeconds(3_600);
    private int checks;
    private final VerifiedTokens tokens = new VerifiedTokens(new CountingVerifier(), new TestClock());

    @Test
    void shouldCheckATokenOnceAMinute() throws ParseException {
        var first = tokens.parse("good", SETTINGS);
        now = NOON.plusSeconds(59);
        assertThat(tokens.parse("good", SETTINGS)).isSameAs(first);
        assertThat(checks).isEqualTo(1);

        now = NOON.plusSeconds(60);
        tokens.parse("good", SETTINGS);
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void shouldCheckATokenAgainOnceItHasRunOut() throws ParseException {
        expiry = NOON.plusSeconds(5);
        tokens.parse("good", SETTINGS);
        now = NOON.plusSeconds(5);
        tokens.parse("good", SETTINGS);

        assertThat(checks).isEqualTo(2);
    }

    @Test
    void shouldNeitherTakeNorRememberATokenThatWasTamperedWith() throws ParseException {
        tokens.parse("good", SETTINGS);
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> tokens.parse("good tampered", SETTINGS)).isInstanceOf(ParseException.class);
        }
        assertThat(checks).isEqualTo(3);
    }

    @Test
    void shouldRememberSoManyAndNoMore() throws ParseException {
        for (int i = 0; i < 1_001; i++) {
            tokens.parse("good " + i, SETTINGS);
        }
        tokens.parse("good 1000", SETTINGS);
        assertThat(checks).isEqualTo(1_001);
        tokens.parse("good 0", SETTINGS);
        assertThat(checks).isEqualTo(1_002);
    }

    private final class CountingVerifier extends JWTCallerPrincipalFactory {
        @Override
        public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings) throws ParseException {
            checks++;
            if (token.contains("tampered")) {
                throw new ParseException("not good");
            }
            var claims = new JwtClaims();
            claims.setExpirationTime(NumericDate.fromSeconds(expiry.getEpochSecond()));
            return new DefaultJWTCallerPrincipal(claims);
        }
    }

    private final class TestClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
