#include "core/report/assumption_json.hpp"
#include "core/report/json_value.hpp"
#include "core/report/move_report.hpp"
#include "core/report/move_words.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace firn::report {

namespace {

using planner::MoveChoice;

std::string exact(const Money& money) { return format_decimal(money.amount()); }

Json lines_json(const pricing::Bill& bill) {
    Json lines = Json::array();
    for (const pricing::PeriodBill& period : bill.periods) {
        for (const pricing::LineItem& line : period.lines)
            lines.push_back({{"charge", std::string{usage::to_text(line.charge)}},
                             {"class", line.storage_class},
                             {"kind", line.kind},
                             {"tier", line.tier},
                             {"quantity", format_decimal(line.quantity)},
                             {"unit", line.unit},
                             {"unit_price", to_text(line.unit_price)},
                             {"cost_exact", exact(line.cost_exact)},
                             {"confirmed", line.doubts.empty()}});
    }
    return lines;
}

Json choice_json(const MoveChoice& choice, const std::vector<planner::PriceSpan>& spans) {
    Json json;
    json["way"] = std::string{planner::to_text(choice.way)};
    json["to"] = choice.to.empty() ? Json(nullptr) : Json(choice.to);
    json["threshold_bytes"] = choice.threshold ? Json(choice.threshold->count()) : Json(nullptr);
    json["bundled_objects"] = choice.bundled;
    json["moved_objects"] = choice.moved;
    json["archives"] = choice.archives;
    json["once"] = exact(choice.once.total_exact);
    json["once_lines"] = lines_json(choice.once);
    json["monthly"] = exact(choice.monthly.total_exact);
    json["monthly_lines"] = lines_json(choice.monthly);
    json["monthly_by_prices"] = Json::array();
    for (std::size_t i = 0; i < spans.size(); ++i)
        json["monthly_by_prices"].push_back({{"from", to_text(spans[i].first)},
                                             {"months", spans[i].months},
                                             {"monthly", exact(choice.by_span[i])}});
    json["saving_monthly"] = exact(choice.saving);
    json["pay_back_month"] = choice.paid_back ? Json(*choice.paid_back) : Json(nullptr);
    json["total"] = exact(choice.total);
    return json;
}

Json wish_json(const MoveReport& report) {
    const planner::MoveWish& wish = report.wish;
    return {{"from_class", wish.from},
            {"to_class", wish.to ? Json(*wish.to) : Json(nullptr)},
            {"month", to_text(wish.month)},
            {"months", wish.months},
            {"bundle_bytes", wish.bundle_size.count()},
            {"part_bytes", wish.part_size ? Json(wish.part_size->count()) : Json(nullptr)},
            {"overlap_us", wish.overlap.count()},
            {"age_us", duration_json(wish.age)}};
}

}  // namespace

std::string move_json(const MoveReport& report) {
    const planner::SizeRange all = planner::all_of(report.stock);
    const planner::SizeRange small =
        planner::all_of(planner::below(report.stock, planner::kTransitionMinimum));
    Json json;
    json["firn"] = provenance_json(report.provenance);
    json["currency"] = report.currency;
    json["wish"] = wish_json(report);
    json["stock"] = {
        {"objects", all.objects}, {"bytes", all.bytes.count()}, {"objects_below_128_kib", small.objects}};
    json["ways"] = Json::array();
    for (const MoveChoice& choice : report.plan.choices)
        json["ways"].push_back(choice_json(choice, report.plan.spans));
    json["chosen"] = report.plan.chosen;
    json["unpriced"] = report.plan.unpriced;
    json["warnings"] = move_warnings(report);
    json["assumptions"] = assumptions_json(move_basis(report));
    json["unconfirmed_percent"] =
        unconfirmed_percent(report.plan.best().unconfirmed, report.plan.best().total);
    return json_text(json);
}

}  // namespace firn::report
