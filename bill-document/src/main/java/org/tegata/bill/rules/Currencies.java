package org.tegata.bill.rules;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The currencies of ISO 4217 in which one can pay, each with its number of decimals; the JDK's table varies. */
final class Currencies {

    private static final Map<String, Integer> DECIMALS = new HashMap<>();

    static {
        put(
                2,
                "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY"
                        + " COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD"
                        + " HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA"
                        + " MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR"
                        + " PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS"
                        + " TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG");
        put(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF");
        put(3, "BHD IQD JOD KWD LYD OMR TND");
        // Freight is quoted in it in places; it has no minor unit of its own.
        put(4, "XDR");
    }

    private Currencies() {}

    /** The number of decimals, null if this is not a currency in which one can pay. */
    static @Nullable Integer decimals(String code) {
        return DECIMALS.get(code);
    }

    private static void put(int decimals, String codes) {
        for (String code : codes.split(" ")) {
            DECIMALS.put(code, decimals);
        }
    }
}
