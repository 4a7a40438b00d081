package org.tegata.lc.domain.rules;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A few ports by UN/LOCODE and name: enough for the sample trades, not a port directory. What is not here is unknown,
 * and a comparison that needs it is referred to a person.
 */
final class Ports {

    private static final String KNOWN = """
            JPUKB KOBE,JPOSA OSAKA,JPYOK YOKOHAMA,JPTYO TOKYO,JPNGO NAGOYA,JPHKT HAKATA,JPMOJ MOJI,JPSMZ SHIMIZU,
            DEHAM HAMBURG,DEBRV BREMERHAVEN,DEBRE BREMEN,DEWVN WILHELMSHAVEN,NLRTM ROTTERDAM,NLAMS AMSTERDAM,
            BEANR ANTWERP,BEZEE ZEEBRUGGE,FRLEH LE HAVRE,FRMRS MARSEILLE,FRFOS FOS,GBFXT FELIXSTOWE,GBSOU SOUTHAMPTON,
            GBLGP LONDON GATEWAY,ESALG ALGECIRAS,ESVLC VALENCIA,ESBCN BARCELONA,ITGOA GENOA,ITTRS TRIESTE,
            GRPIR PIRAEUS,PLGDN GDANSK,SEGOT GOTHENBURG,TRIST ISTANBUL,EGPSD PORT SAID,AEJEA JEBEL ALI,SAJED JEDDAH,
            INNSA NHAVA SHEVA,INMUN MUNDRA,INMAA CHENNAI,LKCMB COLOMBO,BDCGP CHITTAGONG,PKKHI KARACHI,SGSIN SINGAPORE,
            MYPKG PORT KLANG,MYTPP TANJUNG PELEPAS,THLCH LAEM CHABANG,VNSGN HO CHI MINH CITY,VNHPH HAIPHONG,
            IDJKT JAKARTA,PHMNL MANILA,HKHKG HONG KONG,TWKHH KAOHSIUNG,TWKEL KEELUNG,CNSHA SHANGHAI,CNNGB NINGBO,
            CNYTN YANTIAN,CNTAO QINGDAO,CNTXG TIANJIN,CNXMN XIAMEN,CNDLC DALIAN,KRPUS BUSAN,KRINC INCHEON,
            USLAX LOS ANGELES,USLGB LONG BEACH,USOAK OAKLAND,USNYC NEW YORK,USSAV SAVANNAH,USHOU HOUSTON,USSEA SEATTLE,
            CAVAN VANCOUVER,CAMTR MONTREAL,MXZLO MANZANILLO,PABLB BALBOA,BRSSZ SANTOS,ARBUE BUENOS AIRES,
            CLVAP VALPARAISO,PECLL CALLAO,ZADUR DURBAN,KEMBA MOMBASA,NGLOS LAGOS,AUSYD SYDNEY,
            AUMEL MELBOURNE,NZAKL AUCKLAND
            """;

    private static final Map<String, String> NAME_OF = new HashMap<>();
    private static final Map<String, String> CODE_OF = new HashMap<>();

    static {
        Arrays.stream(KNOWN.split(",")).map(String::strip).forEach(entry -> {
            NAME_OF.put(entry.substring(0, 5), entry.substring(6));
            CODE_OF.put(entry.substring(6), entry.substring(0, 5));
        });
        CODE_OF.put("PUSAN", "KRPUS");
        CODE_OF.put("ANTWERPEN", "BEANR");
        CODE_OF.put("GENOVA", "ITGOA");
        CODE_OF.put("NINGBO ZHOUSHAN", "CNNGB");
    }

    private Ports() {}

    static Optional<String> name(String unlocode) {
        return Optional.ofNullable(NAME_OF.get(unlocode.toUpperCase(Locale.ROOT)));
    }

    static Optional<String> unlocode(String name) {
        return Optional.ofNullable(CODE_OF.get(name));
    }
}
