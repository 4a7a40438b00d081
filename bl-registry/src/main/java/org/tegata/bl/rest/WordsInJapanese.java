package org.tegata.bl.rest;

import org.tegata.bl.domain.BillAct;
import org.tegata.bl.domain.BillStatus;
import org.tegata.bl.domain.RegisterEntry;
import org.tegata.bl.domain.Transaction;

/** The chain in Japanese words, for people; names and codes stand as they are. */
final class WordsInJapanese {

    private WordsInJapanese() {}

    static String of(RegisterEntry entry) {
        var words = new StringBuilder();
        for (var transaction : entry.transactions()) {
            words.append(words.isEmpty() ? "" : "。").append(of(transaction));
        }
        if (words.isEmpty()) {
            words.append(of(entry.act()));
            if (entry.party() != null) {
                words.append("（").append(entry.party()).append("）");
            }
        }
        var note = entry.envelope();
        if (note != null) {
            words.append("［").append(of(entry.act())).append("、相手方プラットフォーム ");
            words.append(note.otherPlatform()).append("］");
        }
        return words.toString();
    }

    private static String of(Transaction transaction) {
        var actor = Words.of(transaction.actor());
        var recipient = transaction.recipient();
        var to = recipient == null ? "（記名なし）" : Words.of(recipient);
        var words = switch (transaction.actionCode()) {
            case ISSUE -> actor + " が " + to + " に対して発行";
            case TRANSFER -> actor + " が " + to + " に占有（支配）を移転";
            case ENDORSE -> actor + " が " + to + " に裏書（以後の裏書を禁ずる）";
            case ENDORSE_TO_ORDER -> actor + " が " + to + " を指図人として裏書";
            case BLANK_ENDORSE -> actor + " が白地式裏書";
            case SIGN -> actor + " が占有（支配）を確認";
            case SURRENDER_FOR_DELIVERY -> actor + " が荷渡しを求めて " + to + " に提出";
            case SURRENDER_FOR_AMENDMENT -> actor + " が変更又は転換を求めて " + to + " に提出";
            case SACC -> actor + " が " + to + " の提出を受理";
            case SREJ -> actor + " が " + to + " の提出を拒絶";
        };
        var reason = transaction.reasonCode();
        var comments = transaction.comments();
        return words + (reason == null ? "" : "、理由 " + reason) + (comments == null ? "" : "：" + comments);
    }

    private static String of(BillAct act) {
        return switch (act) {
            case DRAFT -> "草案の登録";
            case ISSUE -> "発行";
            case ENDORSE -> "裏書";
            case TRANSFER -> "占有（支配）の移転";
            case REJECT_TRANSFER -> "移転の拒否";
            case SIGN -> "占有（支配）の確認";
            case PLEDGE -> "質入れ";
            case RELEASE -> "質権の解除";
            case VOID -> "取消し";
            case SWITCH_TO_PAPER -> "書面への転換";
            case ACCEPT_SURRENDER -> "提出の受理";
            case REFUSE_SURRENDER, REFUSE_SURRENDER_BY_PLEDGEE, REFUSE_SURRENDER_FROM_ELSEWHERE -> "提出の拒絶";
            case SURRENDER_FOR_DELIVERY, RECEIVE_SURRENDER_FOR_DELIVERY -> "荷渡しのための提出";
            case SURRENDER_FOR_AMENDMENT, RECEIVE_SURRENDER_FOR_AMENDMENT -> "変更のための提出";
            case SEND_SURRENDER_FOR_DELIVERY -> "荷渡しのための提出の送付";
            case SEND_SURRENDER_FOR_AMENDMENT -> "変更のための提出の送付";
            case START_TRANSFER -> "他のプラットフォームへの移転の開始";
            case START_NOTIFICATION -> "回答の送付";
            case TRANSFER_ACCEPTED -> "他のプラットフォームが移転を受領";
            case TRANSFER_REFUSED -> "他のプラットフォームが移転を拒否";
            case SURRENDER_ARRIVED -> "提出の到達";
            case SURRENDER_RETURNED -> "提出の返戻";
            case NOTIFICATION_ANSWERED -> "回答の到達";
            case RECEIVE -> "他のプラットフォームからの受領";
            case RECEIVE_ACCEPTANCE -> "受理の通知の受領";
            case RECEIVE_REFUSAL -> "拒絶の通知の受領";
        };
    }

    static String of(BillStatus status) {
        return switch (status) {
            case DRAFT -> "草案（未発行）";
            case ISSUED -> "発行済";
            case PLEDGED -> "質入れ中";
            case IN_TRANSIT -> "他のプラットフォームへ移転中";
            case HELD_ELSEWHERE -> "他のプラットフォームが管理";
            case PENDING_SURRENDER_FOR_DELIVERY -> "荷渡しのため提出中";
            case SURRENDERED_FOR_DELIVERY -> "荷渡しのため提出済（終了）";
            case PENDING_SURRENDER_FOR_AMENDMENT -> "変更のため提出中";
            case SURRENDERED_FOR_AMENDMENT -> "変更のため提出済（終了）";
            case VOIDED -> "取消済";
        };
    }
}
