package io.beian.wording;

import io.beian.order.Actor;
import io.beian.order.OrderEvent;
import io.beian.order.OrderLife;
import io.beian.order.OrderLife.Move;
import io.beian.order.OrderState;
import java.util.List;
import java.util.stream.Collectors;

/** The life of an order as a picture and a table, read off its moves. */
final class OrderPage {

    private static final String HEAD =
            "# The life of an order\n\n"
                    + "<!-- Generated; `mvn test -pl templates -am -Dtest=OrderPageTest"
                    + " -Dbeian.docs=write -Dsurefire.failIfNoSpecifiedTests=false`"
                    + " writes it anew. -->\n\n";

    private final Wording wording = new Wording();

    String page() {
        StringBuilder page = new StringBuilder(HEAD).append("```mermaid\nstateDiagram-v2\n");
        for (OrderState state : OrderState.values()) {
            page.append("  state \"").append(name(state)).append("\" as ").append(state);
            page.append('\n');
        }
        OrderLife.all().forEach(move -> arrow(page, move));
        for (OrderState state : OrderState.values()) {
            page.append(state.ended() ? "  " + state + " --> [*]\n" : "");
        }
        page.append("```\n\n| state | 名称 | who acts | the filer may | leads to |\n");
        page.append("|---|---|---|---|---|\n");
        for (OrderState state : OrderState.values()) {
            row(page, state);
        }
        return page.toString();
    }

    private static void arrow(StringBuilder page, Move move) {
        page.append("  ").append(move.from().map(Enum::name).orElse("[*]"));
        page.append(" --> ").append(move.to()).append(": ");
        page.append(actor(move.by())).append(' ').append(event(move.on())).append('\n');
    }

    private void row(StringBuilder page, OrderState state) {
        page.append("| `").append(state).append("` | ").append(name(state)).append(" | ");
        page.append(state.ended() ? "–" : actor(state.acts())).append(" | ");
        page.append(own(state)).append(" | ").append(ways(state)).append(" |\n");
    }

    private static String own(OrderState state) {
        List<String> own =
                from(state).stream()
                        .filter(move -> move.by() == Actor.FILER)
                        .map(move -> event(move.on()))
                        .toList();
        return own.isEmpty() ? "看进度" : String.join("、", own);
    }

    private String ways(OrderState state) {
        String ways =
                from(state).stream()
                        .map(Move::to)
                        .filter(to -> to != state)
                        .map(this::name)
                        .distinct()
                        .collect(Collectors.joining("、"));
        return ways.isEmpty() ? "–" : ways;
    }

    private static List<Move> from(OrderState state) {
        return OrderLife.all().stream()
                .filter(move -> move.from().filter(state::equals).isPresent())
                .toList();
    }

    /** What the filer reads, where there are words for it already. */
    private String name(OrderState state) {
        String key =
                switch (state) {
                    case WITHDRAWN -> "phase.Withdrawn";
                    case EXPIRED -> "phase.Expired";
                    default -> "phase." + state;
                };
        boolean wordless = state == OrderState.SMS_TIMEOUT && !wording.keys().contains(key);
        return wordless ? "短信核验超时" : wording.plain(key);
    }

    private static String actor(Actor actor) {
        return switch (actor) {
            case FILER -> "办理人";
            case REVIEWER -> "备案专员";
            case ADMINISTRATOR -> "管理员";
            case INTERFACE -> "管局系统";
            case PEOPLE -> "负责人";
            case BUREAU -> "管局";
            case TIMER -> "到时间";
            case NOBODY -> "–";
        };
    }

    private static String event(OrderEvent event) {
        return switch (event) {
            case SUBMIT -> "提交";
            case PASS_PRE_REVIEW -> "预审通过";
            case ASK_VERIFICATION -> "要求核验";
            case REJECT_PRE_REVIEW, REJECT_ADMIN -> "退回修改";
            case GIVE_VERIFICATION -> "补拍核验照";
            case RENEW_LINK -> "换核验链接";
            case REJECT_VERIFICATION -> "核验退回";
            case PASS_ADMIN -> "审核通过";
            case BACK_TO_VERIFICATION -> "退回待核验";
            case BACK_TO_PRE_REVIEW -> "退回待预审核";
            case INTERFACE_TAKES -> "收下";
            case INTERFACE_REJECTS -> "接口退回";
            case INTERFACE_BUSY -> "忙，再提交";
            case PERSON_VERIFIES -> "一位完成短信核验";
            case ALL_VERIFIED -> "都完成短信核验";
            case SMS_RUNS_OUT -> "24 小时没完成退回";
            case BUREAU_APPROVES -> "通过";
            case BUREAU_REJECTS -> "驳回";
            case RESUBMIT -> "改好重新提交";
            case WITHDRAW -> "撤回";
            case RUN_OUT -> "45 天没动关闭";
        };
    }
}
