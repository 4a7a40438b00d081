package org.tegata.bill.rules;

import static org.tegata.bill.rules.Rule.error;
import static org.tegata.bill.rules.Rule.warning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.xml.XmlElement;

/** Rules on dates: in the calendar, and what they say of each other (issue, receipt, shipment on board). */
final class DateRules {

    static final Rule DATE = error(
            "TGT-BL-02",
            "DCSA EBL 3.0.4 (dates); UNTDID 2379 code 102",
            "A date of the bill is not a day of the calendar in format 102 (CCYYMMDD).",
            "日付が、書式 102（CCYYMMDD）による実在の日付ではありません。",
            "Write DateTimeString with format=\"102\" and eight digits, such as 20261110.",
            "DateTimeString に format=\"102\" を付け、20261110 のように8桁の数字で書いてください。");
    static final Rule SHIPMENT = error(
            "TGT-BL-09",
            "UCP 600 art. 20(a)(ii); DCSA EBL 3.0.4 shippedOnBoardDate, receivedForShipmentDate",
            "The bill does not state exactly one of an on-board date and a date of receipt for shipment.",
            "船積日（on board date）と受取日（received for shipment）のどちらか一方だけが記載されていません。",
            "Give ShippedOnboardDateTime for goods on board, CarrierAcceptanceDateTime for goods received only.",
            "船積済みなら ShippedOnboardDateTime、受取のみなら CarrierAcceptanceDateTime を記載してください。");
    static final Rule ON_BOARD_AFTER_ISSUE = warning(
            "TGT-BL-10",
            "IG P&I clubs (ante-dated bills); UCP 600 art. 20(a)(ii), ISBP 821 E6",
            "The bill was issued before the shipment on board that it states: it may be ante-dated.",
            "記載された船積日より前に発行されています。日付を遡らせた（バックデート）証券のおそれがあります。",
            "Issue the bill on or after the day of shipment; an ante-dated bill is usually outside the carrier's P&I"
                    + " cover.",
            "船積日以後の日付で発行してください。バックデートされた証券は、原則として運送人の P&I 保険の対象外です。");
    static final Rule ANY_DATE = error(
            "TGT-BL-33",
            "UNTDID 2379",
            "A date does not exist, or is not written in the format that it states.",
            "日付が実在しないか、示された書式（UNTDID 2379）で書かれていません。",
            "Write the digits of the format: 102 CCYYMMDD, 203 CCYYMMDDHHMM, 205 the same with the offset from UTC.",
            "書式どおりに書いてください（102 は CCYYMMDD、203 は CCYYMMDDHHMM、205 はそれに UTC との時差）。");
    static final Rule FUTURE = warning(
            "TGT-BL-34",
            "IG P&I clubs (post-dated bills)",
            "The date of issue, of shipment or of receipt lies in the future: the bill may be post-dated.",
            "発行日、船積日又は受取日が将来の日付です。先日付の証券のおそれがあります。",
            "State the day on which it happened; a post-dated bill is usually outside the carrier's P&I cover.",
            "実際の日付を記載してください。先日付の証券は、原則として運送人の P&I 保険の対象外です。");
    static final Rule LATE_ISSUE = warning(
            "TGT-BL-35",
            "our own threshold of seven days; IG P&I clubs (ante- and post-dating)",
            "The bill was issued more than seven days after the shipment that it states: check both dates.",
            "記載された船積日から7日を超えて発行されています。両方の日付を確認してください。",
            "Check the on-board date against the ship's log, and whether an earlier bill was issued for these goods.",
            "船積日を航海日誌と照合し、同じ貨物について先に証券が発行されていないか確認してください。");
    static final Rule RECEIVED_ONLY = warning(
            "TGT-BL-36",
            "UCP 600 art. 20(a)(ii); ISBP 821 E6",
            "The goods are stated as received for shipment only: without a dated on-board notation a bank refuses"
                    + " such a bill.",
            "受取船荷証券（received for shipment）です。船積の付記がなければ、銀行は信用状取引で受理しません。",
            "When the goods are on board, have the bill amended to state the date of shipment and the ship.",
            "船積み後に、船積日と船名を記載するよう訂正を受けてください。");
    static final Rule ON_BOARD_AFTER_ARRIVAL = warning(
            "TGT-BL-37",
            "UCP 600 art. 14(d)",
            "The goods were shipped on board after the day on which the ship was to arrive at the port of discharge.",
            "船積日が、陸揚港への到着予定日より後になっています。",
            "Correct the on-board date or the planned arrival.",
            "船積日又は到着予定日を訂正してください。");
    static final Rule RECEIVED_AFTER_ISSUE = warning(
            "TGT-BL-38",
            "IG P&I clubs (ante-dated bills)",
            "The bill was issued before the receipt of the goods that it states: it may be ante-dated.",
            "記載された貨物の受取日より前に発行されています。日付を遡らせた証券のおそれがあります。",
            "Issue the bill on or after the day on which the goods were received.",
            "貨物の受取日以後の日付で発行してください。");

    static final List<Rule> RULES = List.of(
            DATE,
            SHIPMENT,
            ON_BOARD_AFTER_ISSUE,
            ANY_DATE,
            FUTURE,
            LATE_ISSUE,
            RECEIVED_ONLY,
            ON_BOARD_AFTER_ARRIVAL,
            RECEIVED_AFTER_ISSUE);

    private static final int DAYS_TO_ISSUE = 7;

    /** The bill's own dates: days, in both languages. */
    private static final Set<String> DAYS = Set.of(
            "IssueDateTime", "ShippedOnboardDateTime", "CarrierAcceptanceDateTime", "EstimatedOccurrenceDateTime");

    private final Findings findings;
    private final LocalDate today;

    /** {@code today}: the latest date anywhere on earth. */
    DateRules(Findings findings, LocalDate today) {
        this.findings = findings;
        this.today = today;
    }

    /** What holds of every element that holds a date. */
    void dateTime(XmlElement element) {
        if (DAYS.contains(element.name())) {
            if (Values.date(element) == null) {
                findings.tell(DATE, element, written(element), "format 102, CCYYMMDD");
            }
            return;
        }
        var string = element.first("DateTimeString");
        if (string != null
                && !isInCalendar(string.attribute("format"), string.text().strip())) {
            findings.tell(ANY_DATE, element, written(element), "a day of the calendar in its format");
        }
    }

    private static @Nullable String written(XmlElement dateTime) {
        return dateTime.children().isEmpty()
                ? Values.text(dateTime)
                : Values.text(dateTime.children().get(0));
    }

    private static boolean isInCalendar(@Nullable String format, String text) {
        if (format == null) {
            return false;
        }
        return switch (format) {
            case "102" -> Values.date(text) != null;
            case "203" -> text.length() == 12 && isMinute(text);
            case "205" -> text.length() == 17 && isMinute(text.substring(0, 12)) && isOffset(text.substring(12));
            // 209 (a week), 502, 602 and others say no day of a bill.
            default -> false;
        };
    }

    private static boolean isMinute(String text) {
        return Values.isDigits(text)
                && Values.date(text.substring(0, 8)) != null
                && text.substring(8, 10).compareTo("24") < 0
                && text.substring(10).compareTo("60") < 0;
    }

    private static boolean isOffset(String text) {
        return (text.charAt(0) == '+' || text.charAt(0) == '-')
                && Values.isDigits(text.substring(1))
                && text.substring(1).compareTo("1400") <= 0
                && text.substring(3).compareTo("60") < 0;
    }

    void check(XmlElement document, XmlElement consignment) {
        var onBoard = consignment.first("ShippedOnboardDateTime");
        var received = consignment.first("CarrierAcceptanceDateTime");
        var issue = document.first("IssueDateTime");
        if (onBoard == null && received == null) {
            findings.missing(SHIPMENT, consignment, "ShippedOnboardDateTime", "the date on board or of receipt");
        } else if (onBoard != null && received != null) {
            findings.tell(SHIPMENT, onBoard, written(onBoard), "not also CarrierAcceptanceDateTime");
        } else if (received != null) {
            findings.tell(RECEIVED_ONLY, received, written(received), "ShippedOnboardDateTime");
        }
        future(issue);
        future(received);
        var issued = Values.date(issue);
        // Several on-board notations are judged one by one (ISBP 821 E6).
        for (XmlElement notation : consignment.all("ShippedOnboardDateTime")) {
            var shipped = Values.date(notation);
            if (shipped != null) {
                future(notation);
                shipped(notation, shipped, issue, issued);
                arrival(consignment, notation, shipped);
            }
        }
        var taken = Values.date(received);
        if (received != null && taken != null && issued != null && taken.isAfter(issued)) {
            findings.tell(RECEIVED_AFTER_ISSUE, received, taken.toString(), "not after the issue on " + issued);
        }
    }

    private void future(@Nullable XmlElement dateTime) {
        var date = Values.date(dateTime);
        if (dateTime != null && date != null && date.isAfter(today)) {
            findings.tell(FUTURE, dateTime, date.toString(), "not after " + today);
        }
    }

    private void shipped(
            XmlElement onBoard, LocalDate shipped, @Nullable XmlElement issue, @Nullable LocalDate issued) {
        if (issue == null || issued == null) {
            return;
        }
        if (shipped.isAfter(issued)) {
            findings.tell(ON_BOARD_AFTER_ISSUE, onBoard, shipped.toString(), "not after the issue on " + issued);
        } else if (ChronoUnit.DAYS.between(shipped, issued) > DAYS_TO_ISSUE) {
            findings.tell(
                    LATE_ISSUE,
                    issue,
                    issued.toString(),
                    "at most " + DAYS_TO_ISSUE + " days after the shipment on " + shipped);
        }
    }

    private void arrival(XmlElement consignment, XmlElement onBoard, LocalDate shipped) {
        var movements = consignment.all("MainCarriageLogisticsTransportMovement");
        if (movements.isEmpty()) {
            return;
        }
        var unloading = movements.get(movements.size() - 1).first("UnloadingTransportEvent");
        var arrives = Values.date(unloading, "EstimatedOccurrenceDateTime");
        if (arrives != null && shipped.isAfter(arrives)) {
            findings.tell(
                    ON_BOARD_AFTER_ARRIVAL, onBoard, shipped.toString(), "not after the arrival planned on " + arrives);
        }
    }
}
