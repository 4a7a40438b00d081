package org.tegata.bl.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** What a client gets that takes several representations. */
class OfferTest {

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE;
    private static final MediaType PDF = MediaType.valueOf("application/pdf");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | text/html",
                "text/html | text/html",
                "application/pdf | application/pdf",
                "text/html;q=0.5, application/pdf | application/pdf",
                "application/pdf;q=0.9, text/html;q=0.8 | application/pdf",
                "application/pdf;q=0.5, */*;q=0.6 | text/html",
                "*/*, text/html;q=0 | application/pdf",
                "application/*, */*;q=0.1 | application/pdf",
                "application/xml, application/*;q=0.2 | application/pdf",
                "text/html;q=0.001, application/pdf;q=0 | text/html"
            })
    void shouldBeWhatTheClientLikesBest(String accept, String best) {
        assertThat(Offer.best(ranges(accept), HTML, PDF)).isEqualTo(MediaType.valueOf(best));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "image/*", "text/html;q=0", "text/html;q=0, application/pdf;q=nan"})
    void shouldRefuseAClientThatTakesNone(String accept) {
        assertThatThrownBy(() -> Offer.best(ranges(accept), HTML, PDF))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.type()).isEqualTo(RequestProblem.NOT_ACCEPTABLE));
    }

    private static List<MediaType> ranges(String accept) {
        return Arrays.stream(accept.split(",\\s*"))
                .map(range -> {
                    var parts = range.split(";q=");
                    var type = MediaType.valueOf(parts[0]);
                    return parts.length == 1
                            ? type
                            : new MediaType(type.getType(), type.getSubtype(), java.util.Map.of("q", parts[1]));
                })
                .toList();
    }
}
