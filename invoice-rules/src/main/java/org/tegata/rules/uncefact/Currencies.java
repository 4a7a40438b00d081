package org.tegata.rules.uncefact;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The currencies of ISO 4217 in which one can pay, each with its number of decimals. An own table, because the JDK's
 * changes from release to release and knows withdrawn codes; metals, test and no-currency codes are left out.
 */
public final class Currencies {

    /** Codes of ISO 4217 that name a metal, a unit of banks, nothing or a test: nothing to pay with. */
    private static final Set<String> NOT_TO_PAY_WITH =
            Set.of("XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XPD", "XPT", "XSU", "XTS", "XUA", "XXX");

    /** In use on invoices and in the lists of EN 16931, though not in ISO 4217, or no longer. */
    private static final Set<String> LISTED_ELSEWHERE = Set.of("CNH", "MRO", "STD");

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
        // Withdrawn or replaced of late, but still in the code list that D22B is coupled with: old debts stay payable.
        put(2, "ANG BGN CUC HRK ZWL");
        // Units of account in use between banks: no fixed number of decimals, so the widest is allowed.
        put(4, "CLF UYW BOV CHE CHW COU MXV USN UYI XDR");
    }

    private Currencies() {}

    /** The number of decimals, empty if this is not a currency in which one can pay. */
    public static OptionalInt decimals(String code) {
        var decimals = DECIMALS.get(code);
        return decimals == null ? OptionalInt.empty() : OptionalInt.of(decimals);
    }

    /** Whether a list has that code, for money or not. */
    static boolean listed(String code) {
        return DECIMALS.containsKey(code) || NOT_TO_PAY_WITH.contains(code) || LISTED_ELSEWHERE.contains(code);
    }

    private static void put(int decimals, String codes) {
        for (String code : codes.split(" ")) {
            DECIMALS.put(code, decimals);
        }
    }
}
