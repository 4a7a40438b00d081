package org.tegata.problem.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.problem.ProblemType;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

class HttpEdgeTest {

    @Test
    void shouldReadTheVersionFromAnETag() {
        assertThat(ETags.require(ETags.of(7))).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "W/\"7\"", "*", "\"a\"", "\"1\", \"2\"", "\"1234567890123456789012\""})
    void shouldRefuseOtherTags(String tag) {
        assertRefused(() -> ETags.require(tag), RequestProblem.MALFORMED_REQUEST);
    }

    @Test
    void shouldAskForAMissingTag() {
        assertRefused(() -> ETags.require(null), RequestProblem.IF_MATCH_MISSING);
    }

    @Test
    void shouldReadItsOwnCursor() {
        var id = UUID.randomUUID();

        assertThat(Cursor.decode(Cursor.encode(id))).isEqualTo(id);
        assertThat(Cursor.decode(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "!!!!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void shouldRefuseForeignCursors(String cursor) {
        assertRefused(() -> Cursor.decode(cursor), RequestProblem.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 201, Integer.MAX_VALUE})
    void shouldRefuseUnboundedPages(int limit) {
        assertRefused(() -> Cursor.limit(limit), RequestProblem.MALFORMED_REQUEST);
    }

    /** The connection may have been lost after the commit was sent. */
    @Test
    void shouldNotClaimThatNothingHappenedWhenTheDatabaseIsLost() {
        var answer = new ProblemMappers().unexpected(new SQLException("connection lost", "08006"));

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getEntity()).asString().contains("not known").doesNotContain("nothing");
    }

    @Test
    void shouldSayWhereAPageGoesOn() {
        var ids = IntStream.range(0, 3).mapToObj(i -> UUID.randomUUID()).toList();

        var page = Page.cut(ids, 2, id -> id, UUID::toString);
        var last = Page.cut(ids, 3, id -> id, UUID::toString);

        assertThat(page.items())
                .containsExactly(ids.get(0).toString(), ids.get(1).toString());
        assertThat(page.next()).isEqualTo(Cursor.encode(ids.get(1)));
        assertThat(last.next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "53300", "58030", "40001", "40P01", "55P03", "57014"})
    void shouldTellALostDatabase(String state) {
        assertThat(DatabaseLoss.isCauseOf(new IllegalStateException(new SQLException("gone", state))))
                .isTrue();
    }

    @Test
    void shouldFindALostDatabaseAmongWhatWasSuppressed() {
        var failed = new IllegalStateException("could not commit");
        failed.addSuppressed(new RuntimeException(new SQLException("gone", "08006")));

        assertThat(DatabaseLoss.isCauseOf(failed)).isTrue();
    }

    @Test
    void shouldTellTextThatCannotBeStored() {
        assertThat(DatabaseLoss.isUnstorableTextIn(new RuntimeException(new SQLException("NUL", "22021"))))
                .isTrue();
        assertThat(DatabaseLoss.isUnstorableTextIn(new SQLException("twice", "23505")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "22021"})
    void shouldNotTakeAFaultyStatementForALostDatabase(String state) {
        assertThat(DatabaseLoss.isCauseOf(new SQLException("wrong", state))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1"
            })
    void shouldReadJsonStrictly(String json) {
        var mapper = new ObjectMapper();
        new StrictJson().customize(mapper);

        assertThatThrownBy(() -> mapper.readTree(json)).isInstanceOf(Exception.class);
    }

    @Test
    void shouldWriteAProblemWithItsCatalogueName() {
        var problem = Problem.of(RequestProblem.NOT_FOUND, "no such invoice", null);

        assertThat(problem.type()).isEqualTo("/problems/not-found");
        assertThat(problem.status()).isEqualTo(404);
    }

    @Test
    void shouldWriteTheMembersOfTheCaseBesideTheOthers() throws Exception {
        var refused = new Rejected(RequestProblem.VERSION_MISMATCH, "too late")
                .with("head", "ab")
                .with("actedFirst", Map.of("act", "TRANSFER"))
                .withFindings(List.of());

        var json = new ObjectMapper().readTree(new ObjectMapper().writeValueAsString(Problem.of(refused)));

        assertThat(json.path("head").asText()).isEqualTo("ab");
        assertThat(json.at("/actedFirst/act").asText()).isEqualTo("TRANSFER");
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "head", "actedFirst");
    }

    @Test
    void shouldSayWhatALoginHasToBeInTheHeaderAndNotInTheBody() throws Exception {
        var refused = new Rejected(RequestProblem.UNAUTHENTICATED, "log in again").challenging("Bearer max_age=300");

        var problem = Problem.of(refused);

        assertThat(problem.challenge()).isEqualTo("Bearer max_age=300");
        assertThat(new ObjectMapper().writeValueAsString(problem)).doesNotContain("max_age");
    }

    @Test
    void shouldNotReadPercentSignsInAPlainDetail() {
        assertThat(new Rejected(RequestProblem.NOT_FOUND, "100% gone").detail()).isEqualTo("100% gone");
    }

    private static void assertRefused(Runnable call, ProblemType type) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.type()).isEqualTo(type));
    }
}
