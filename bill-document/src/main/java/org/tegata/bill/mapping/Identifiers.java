package org.tegata.bill.mapping;

/**
 * Identifiers of a party: schemeAgencyID is the provider of the code list, schemeID the list; schemeID 0199 (ISO/IEC
 * 6523) is the LEI of GLEIF.
 */
record Identifiers(int row, Path xml, Path json) implements Conversion {

    private static final String SCHEME = "schemeID";
    private static final String AGENCY = "schemeAgencyID";
    private static final String LEI_SCHEME = "0199";
    private static final String PROVIDER = "codeListProvider";
    private static final String LIST = "codeListName";
    private static final String CODE = "partyCode";
    private static final String GLEIF = "GLEIF";
    private static final String LEI = "LEI";

    static Identifiers of(Named named) {
        return new Identifiers(named.row(), named.xml(0), named.json(0));
    }

    @Override
    public void tidy(Place at, Pass pass) {
        if (pass.side() == Side.JSON) {
            json.each(at, code -> {
                if (GLEIF.equals(code.text(PROVIDER)) && code.part(LIST) == null) {
                    code.put(LIST, LEI, null);
                }
            });
        } else {
            xml.each(at, id -> {
                var scheme = id.attribute(SCHEME);
                var agency = id.attribute(AGENCY);
                boolean isLei = scheme != null && (LEI.equals(scheme.value) || LEI_SCHEME.equals(scheme.value));
                if (scheme != null && isLei && agency != null && GLEIF.equals(agency.value)) {
                    scheme.value = LEI_SCHEME;
                    id.removeAttribute(AGENCY);
                }
            });
        }
    }

    @Override
    public boolean toJson(Place from, Place to) {
        var said = new boolean[1];
        xml.each(from, id -> said[0] |= toJsonOne(id, to));
        return said[0];
    }

    private boolean toJsonOne(Place id, Place to) {
        var scheme = id.attribute(SCHEME);
        var agency = id.attribute(AGENCY);
        if (id.said || id.value == null) {
            return false;
        }
        if (scheme != null && LEI_SCHEME.equals(scheme.value)) {
            var code = json.make(to, id);
            Conversion.say(id, code.put(CODE, "", id), id.value);
            code.put(PROVIDER, GLEIF, id);
            code.put(LIST, LEI, scheme);
            scheme.said = true;
            return true;
        }
        if (agency == null) {
            Conversion.refuse(id, "DCSA wants the provider of the code list (schemeAgencyID)");
            return false;
        }
        if (scheme == null && GLEIF.equals(agency.value)) {
            Conversion.refuse(id, "DCSA would understand an LEI (schemeID 0199)");
            return false;
        }
        var code = json.make(to, id);
        Conversion.say(id, code.put(CODE, "", id), id.value);
        Conversion.say(agency, code.put(PROVIDER, "", agency), String.valueOf(agency.value));
        if (scheme != null) {
            Conversion.say(scheme, code.put(LIST, "", scheme), String.valueOf(scheme.value));
        }
        return true;
    }

    @Override
    public boolean toXml(Place from, Place to) {
        var said = new boolean[1];
        json.each(from, code -> said[0] |= toXmlOne(code, to));
        return said[0];
    }

    private boolean toXmlOne(Place code, Place to) {
        var partyCode = code.part(CODE);
        var provider = code.part(PROVIDER);
        var list = code.part(LIST);
        if (partyCode == null || provider == null || partyCode.value == null || provider.value == null) {
            return false;
        }
        boolean isClosed = partyCode.closed || provider.closed || list != null && list.closed;
        if (isClosed || list != null && LEI_SCHEME.equals(list.value)) {
            Conversion.refuse(partyCode, "XML would understand another code list");
            return false;
        }
        var id = xml.make(to, code);
        Conversion.say(partyCode, id, partyCode.value);
        provider.said = true;
        if (list != null) {
            list.said = true;
        }
        if (GLEIF.equals(provider.value) && (list == null || LEI.equals(list.value))) {
            id.attribute(SCHEME, LEI_SCHEME);
            return true;
        }
        if (list != null && list.value != null) {
            id.attribute(SCHEME, list.value).origin = list;
        }
        id.attribute(AGENCY, provider.value).origin = provider;
        return true;
    }
}
