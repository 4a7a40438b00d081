package org.tegata.bill.rules;

import static org.tegata.bill.rules.Rule.error;
import static org.tegata.bill.rules.Rule.warning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.xml.XmlElement;

/** Rules on refrigerated containers: temperature, humidity and fresh air. */
final class ReeferRules {

    static final Rule UNIT = error(
            "TGT-BL-75",
            "Recommendation 20; DCSA EBL 3.0.4 temperatureUnit",
            "A temperature is not in degrees Celsius (CEL) or Fahrenheit (FAH).",
            "温度の単位が、摂氏（CEL）でも華氏（FAH）でもありません。",
            "Give the unit in unitCode: 5 without a unit may be either.",
            "unitCode に単位を記載してください（単位のない 5 はどちらとも取れます）。");
    static final Rule PLAUSIBLE = warning(
            "TGT-BL-76",
            "our own range",
            "No container keeps goods at this temperature: a sign or a unit may be wrong.",
            "コンテナでは保てない温度です。符号又は単位の誤りのおそれがあります。",
            "Check the set point: containers keep between -70 and +40 degrees Celsius.",
            "設定温度を確認してください（コンテナの設定は -70～+40 °C です）。");
    static final Rule TYPE = warning(
            "TGT-BL-77",
            "ISO 6346 (size and type codes)",
            "A temperature is set on a container whose type code is not that of a refrigerated or heated one.",
            "設定温度のあるコンテナの種類が、冷凍・冷蔵又は加熱コンテナではありません。",
            "Check CharacteristicCode: its third character is R or H for such containers, as in 45R1.",
            "CharacteristicCode を確認してください（45R1 のように3文字目が R 又は H です）。");
    static final Rule HUMIDITY = error(
            "TGT-BL-78",
            "DCSA EBL 3.0.4 humiditySetpoint",
            "A humidity is not from 0 to 100 per cent.",
            "湿度が 0～100 パーセントの範囲にありません。",
            "Correct HumidityPercent.",
            "HumidityPercent を訂正してください。");
    static final Rule FRESH_AIR = error(
            "TGT-BL-79",
            "Recommendation 20; DCSA EBL 3.0.4 airExchangeSetpoint, airExchangeUnit",
            "An exchange of air is below 0, or is not in cubic metres (MQH) or cubic feet (2K) an hour.",
            "換気量が負の値か、単位が毎時立方メートル（MQH）でも毎時立方フィート（2K）でもありません。",
            "Give the amount and the unit in AirFlowMeasure.",
            "AirFlowMeasure に量と単位を記載してください。");

    static final List<Rule> RULES = List.of(UNIT, PLAUSIBLE, TYPE, HUMIDITY, FRESH_AIR);

    /** Recommendation 20 has 2K for cubic feet an hour, DCSA writes FQH. */
    private static final Set<String> AIR_UNITS = Set.of("MQH", "FQH", "2K");

    private static final BigDecimal COLDEST = BigDecimal.valueOf(-70);
    private static final BigDecimal HOTTEST = BigDecimal.valueOf(40);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Findings findings;

    ReeferRules(Findings findings) {
        this.findings = findings;
    }

    void check(XmlElement container) {
        var settings = container.all("SettingTransportSettingTemperature");
        for (XmlElement setting : settings) {
            for (XmlElement measure : setting.children()) {
                if (measure.name().endsWith("Measure")) {
                    temperature(measure);
                    plausible(measure);
                }
            }
        }
        var type = container.first("CharacteristicCode");
        String code = Values.text(type);
        if (type != null && code != null && code.length() == 4 && isSet(settings) && !isReefer(code)) {
            findings.tell(TYPE, type, "R or H in third place");
        }
        var humidity = container.first("HumidityPercent");
        var percent = Values.number(humidity);
        if (humidity != null && (percent == null || percent.signum() < 0 || percent.compareTo(HUNDRED) > 0)) {
            findings.tell(HUMIDITY, humidity, "0 to 100");
        }
        var air = container.first("AirFlowMeasure");
        var flow = Values.number(air);
        if (air != null && (flow == null || flow.signum() < 0 || !isAirUnit(air.attribute("unitCode")))) {
            findings.tell(FRESH_AIR, air, "at least 0, in MQH or 2K");
        }
    }

    private static boolean isAirUnit(@Nullable String unit) {
        return unit != null && AIR_UNITS.contains(unit);
    }

    private static boolean isSet(List<XmlElement> settings) {
        return settings.stream().anyMatch(setting -> setting.first("ValueMeasure") != null);
    }

    private static boolean isReefer(String code) {
        return code.charAt(2) == 'R' || code.charAt(2) == 'H';
    }

    /** What holds of every temperature, wherever it stands. */
    void temperature(XmlElement measure) {
        String unit = measure.attribute("unitCode");
        if (!"CEL".equals(unit) && !"FAH".equals(unit)) {
            findings.tell(UNIT, measure, measure.text().strip() + (unit == null ? "" : " " + unit), "CEL or FAH");
        }
    }

    private void plausible(XmlElement measure) {
        var celsius = celsius(measure);
        if (celsius != null && (celsius.compareTo(COLDEST) < 0 || celsius.compareTo(HOTTEST) > 0)) {
            findings.tell(PLAUSIBLE, measure, "-70 to +40 CEL");
        }
    }

    /** The temperature in degrees Celsius, or null without number or unit. */
    static @Nullable BigDecimal celsius(XmlElement measure) {
        var value = Values.number(measure);
        String unit = measure.attribute("unitCode");
        if (value == null || unit == null) {
            return null;
        }
        return switch (unit) {
            case "CEL" -> value;
            case "FAH" ->
                value.subtract(BigDecimal.valueOf(32))
                        .multiply(BigDecimal.valueOf(5))
                        .divide(BigDecimal.valueOf(9), 2, RoundingMode.HALF_UP);
            default -> null;
        };
    }
}
