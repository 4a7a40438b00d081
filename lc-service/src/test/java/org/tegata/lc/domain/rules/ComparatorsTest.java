package org.tegata.lc.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tegata.lc.domain.Measure;
import org.tegata.lc.domain.Place;

/** Data need not be identical, but must not conflict (UCP 600 art. 14(d)); what cannot be told is said to be so. */
class ComparatorsTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            KOBE, JAPAN                 | JPUKB | Kobe              | AGREES
            KOBE, JAPAN                 | -     | kobe              | AGREES
            KOBE, JAPAN                 | JPUKB | -                 | AGREES
            KOBE                        | -     | Port of Kobe      | AGREES
            PORT OF KOBE, JAPAN         | JPUKB | KOBE CY           | AGREES
            JPUKB                       | -     | Kobe, Japan       | AGREES
            KOBE OR OSAKA               | JPOSA | Osaka             | AGREES
            KOBE/OSAKA                  | -     | Osaka             | AGREES
            KOBE, JAPAN                 | JPOSA | Osaka             | CONFLICTS
            HAMBURG, GERMANY            | DEBRV | Bremerhaven       | CONFLICTS
            HAMBURG, GERMANY            | NLRTM | Rotterdam         | CONFLICTS
            HAMBURG, GERMANY            | -     | Hamburg, U.S.A.   | CONFLICTS
            HAMBURG, GERMANY            | DEHAM | Rotterdam         | UNKNOWN
            ANY PORT IN JAPAN           | JPYOK | Yokohama          | AGREES
            ANY PORT IN JAPAN           | -     | Busan, Korea      | CONFLICTS
            ANY EUROPEAN PORT           | DEHAM | Hamburg           | UNKNOWN
            HAMBURG, GERMANY            | -     | Altenwerder       | UNKNOWN
            HAMBURG, GERMANY            | -     | -                 | UNKNOWN
            PORT SAID                   | EGPSD | Port Said, Egypt  | AGREES
            KOBE PORT                   | JPUKB | Kobe              | AGREES
            """)
    void shouldComparePlaces(String named, String unlocode, String name, Agreement expected) {
        assertThat(Places.compare(named, new Place(unlocode, name))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HANSHIN SEIKI K.K.            | Hanshin Seiki KK                   | AGREES
            SETOUCHI OCEAN LINE CO., LTD. | Setouchi Ocean Line Company Limited| AGREES
            ELBE WERKZEUGHANDEL GMBH      | Elbe Werkzeughandel G.m.b.H.       | AGREES
            HANSHIN SEIKI K.K.            | Hanshin Seiki Kabushiki Kaisha     | AGREES
            MUELLER UND SOEHNE            | Müller und Söhne                   | AGREES
            SMITH AND SONS                | Smith & Sons                       | AGREES
            ELBE WERKZEUGHANDEL GMBH      | Elbe Werkzueghandel GmbH           | AGREES
            ELBE WERKZEUGHANDEL GMBH      | Weser Werkzeughandel GmbH          | CONFLICTS
            TYPE 321 MACHINES LTD         | Type 123 Machines Ltd              | CONFLICTS
            HANSHIN SEIKI K.K.            | Nobody Trading Ltd                 | CONFLICTS
            UNITED MACHINE TOOL WORKS OF OSAKA | United Machine Tool Works Osaka | UNKNOWN
            """)
    void shouldCompareNames(String named, String shown, Agreement expected) {
        assertThat(Names.compare(named, shown)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "18400, KGM, 18.4, TNE, AGREES",
        "24800, KGM, 24600, KGM, CONFLICTS",
        "18432, KGM, 18.4, TNE, AGREES",
        "18500, KGM, 18.4, TNE, CONFLICTS",
        "40565, LBR, 18400, KGM, AGREES",
        "5, H87, 18400, KGM, UNKNOWN"
    })
    void shouldCompareWeightsAcrossUnits(BigDecimal a, String unitA, BigDecimal b, String unitB, Agreement expected) {
        assertThat(Measures.compareWeights(new Measure(a, unitA), new Measure(b, unitB)))
                .isEqualTo(expected);
    }

    @Test
    void shouldTakeTheBetterOfTwoComparisons() {
        assertThat(Agreement.CONFLICTS.or(Agreement.UNKNOWN)).isEqualTo(Agreement.UNKNOWN);
        assertThat(Agreement.UNKNOWN.or(Agreement.AGREES)).isEqualTo(Agreement.AGREES);
        assertThat(Agreement.CONFLICTS.or(Agreement.CONFLICTS)).isEqualTo(Agreement.CONFLICTS);
    }
}
