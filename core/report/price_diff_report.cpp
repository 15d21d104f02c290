#include "core/report/price_diff_report.hpp"

#include "core/pricing/amount_text.hpp"
#include "core/report/json_value.hpp"
#include "core/report/price_period_text.hpp"
#include "core/units/exact_text.hpp"
#include "core/usage/charge_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace firn::report {

using firn::to_text;
using pricing::grouped;
using pricing::to_text;
using usage::to_text;

namespace {

using pricing::PriceChange;
using pricing::PriceDifference;

std::string side_text(const PricedSide& side) {
    return fmt::format("{} {} on {}", side.book.name, side.book.region, day_text(side.day));
}

std::string price_text(const std::optional<Rational>& price) {
    return price ? to_text(UnitPrice{*price}) : std::string{};
}

/// "-12.5 %", "+40.0 %", "0.0 %"
std::string share_text(const Rational& share) {
    const std::string number = format_fixed(Rational{share * 100}, 1);
    const bool rises = share > 0 && number != "0.0";
    return fmt::format("{}{} %", rises ? "+" : "", number == "-0.0" ? "0.0" : number);
}

std::string change_text(const PriceDifference& difference) {
    if (const auto share = difference.share()) return share_text(*share);
    return std::string{to_text(difference.change())};
}

std::string range_text(const PriceDifference& difference) {
    if (difference.above == 0 && !difference.up_to) return "all";
    if (!difference.up_to) return "above " + grouped(difference.above);
    return (difference.above == 0 ? "first " : "to ") + grouped(*difference.up_to);
}

template <class Named>
std::string detail_of(const Named& named) {
    if (named.kind.empty() || named.tier.empty()) return named.kind + named.tier;
    return fmt::format("{}, {}", named.kind, named.tier);
}

struct Cost {
    Money before{};
    Money after{};
    [[nodiscard]] Money difference() const { return after - before; }
    /// nullopt of nothing.
    [[nodiscard]] std::optional<Rational> share() const {
        if (before.is_zero()) return std::nullopt;
        return Rational{difference().amount() / before.amount()};
    }
};

std::map<usage::ChargeType, Cost> costs_of(const PriceDiffReport& report) {
    std::map<usage::ChargeType, Cost> costs;
    for (const pricing::PeriodBill& period : report.before.bill->periods) {
        for (const pricing::LineItem& line : period.lines)
            costs[line.charge].before += line.cost_exact;
    }
    for (const pricing::PeriodBill& period : report.after.bill->periods) {
        for (const pricing::LineItem& line : period.lines)
            costs[line.charge].after += line.cost_exact;
    }
    return costs;
}

bool has_bills(const PriceDiffReport& report) {
    return report.before.bill.has_value() && report.after.bill.has_value();
}

Cost total_of(const PriceDiffReport& report) {
    return {report.before.bill->total_exact, report.after.bill->total_exact};
}

std::string signed_text(const Money& money) {
    const std::string text = to_text(money);
    return (money > Money{} ? "+" : "") + grouped(text);
}

std::vector<std::string> cost_row(const std::string& name, const Cost& cost) {
    const auto share = cost.share();
    return {name, grouped(to_text(cost.before)), grouped(to_text(cost.after)), signed_text(cost.difference()),
            share ? share_text(*share) : std::string{}};
}

/// The charge whose cost changes most in the direction of the total.
std::string main_cause(const PriceDiffReport& report) {
    const Cost total = total_of(report);
    const bool is_less = total.after < total.before;
    std::string name;
    Rational most = 0;
    for (const auto& [charge, cost] : costs_of(report)) {
        const Rational change = is_less ? Rational{-cost.difference().amount()} : cost.difference().amount();
        if (change <= most) continue;
        most = change;
        name = usage::charge_words(charge);
    }
    return name;
}

std::size_t moved(const PriceDiffReport& report, bool up) {
    return static_cast<std::size_t>(std::count_if(
        report.differences.prices.begin(), report.differences.prices.end(), [&](const auto& one) {
            return one.change() == PriceChange::changed && (*one.after > *one.before) == up;
        }));
}

Json decimal_json(const std::optional<Rational>& value) {
    return value ? Json(exact_text(*value)) : Json(nullptr);
}

Json side_json(const PricedSide& side) {
    return {{"price_book", side.book.name}, {"region", side.book.region}, {"date", day_text(side.day)}};
}

template <class Named>
Json named_json(const Named& named) {
    Json json{{"charge", std::string{to_text(named.charge)}}};
    if (!named.storage_class.empty()) json["class"] = named.storage_class;
    if (!named.kind.empty()) json["kind"] = named.kind;
    if (!named.tier.empty()) json["tier"] = named.tier;
    json["unit"] = std::string{to_text(named.unit)};
    return json;
}

Json difference_json(const PriceDifference& difference) {
    Json json = named_json(difference);
    json["above"] = exact_text(difference.above);
    json["up_to"] = decimal_json(difference.up_to);
    json["before"] = decimal_json(difference.before);
    json["after"] = decimal_json(difference.after);
    json["change"] = std::string{to_text(difference.change())};
    const auto share = difference.share();
    json["percent"] = share ? Json(format_decimal(Rational{*share * 100})) : Json(nullptr);
    return json;
}

Json cost_json(const std::string& charge, const Cost& cost) {
    const auto share = cost.share();
    return {{"charge", charge},
            {"before", format_decimal(cost.before.amount())},
            {"after", format_decimal(cost.after.amount())},
            {"difference", format_decimal(cost.difference().amount())},
            {"percent", share ? Json(format_decimal(Rational{*share * 100})) : Json(nullptr)}};
}

/// "first 100 GB free" and the like, which no price tells.
std::vector<std::string> free_sentences(const PriceDiffReport& report) {
    std::vector<std::string> sentences;
    for (const pricing::FreeDifference& free : report.differences.free) {
        std::string name{to_text(free.charge)};
        const std::string detail = detail_of(free);
        if (!free.storage_class.empty()) name += " " + free.storage_class;
        if (!detail.empty()) name += fmt::format(" ({})", detail);
        sentences.push_back(fmt::format("Free each month of {}: {} {} instead of {}.", name,
                                        grouped(free.after), to_text(free.unit), grouped(free.before)));
    }
    return sentences;
}

}  // namespace

std::string price_diff_sentence(const PriceDiffReport& report) {
    const auto& differences = report.differences;
    const std::size_t changed = differences.count(PriceChange::changed);
    const std::string moves =
        changed == 0 ? std::string{}
                     : fmt::format(" ({} lower, {} higher)", moved(report, false), moved(report, true));
    return fmt::format("From {} to {}: of {} prices {} changed{}, {} new, {} gone, {} the same.",
                       side_text(report.before), side_text(report.after), differences.prices.size(), changed,
                       moves, differences.count(PriceChange::added), differences.count(PriceChange::gone),
                       differences.count(PriceChange::same));
}

Table price_diff_table(const PriceDiffReport& report) {
    Table table{{{"charge", Align::left},
                 {"class", Align::left},
                 {"kind, tier", Align::left},
                 {"unit", Align::left},
                 {"quantity", Align::left},
                 {"before"},
                 {"after"},
                 {"change"}}};
    for (const PriceDifference& one : report.differences.prices) {
        if (one.change() == PriceChange::same) continue;
        table.rows.push_back({std::string{to_text(one.charge)}, one.storage_class, detail_of(one),
                              std::string{to_text(one.unit)}, range_text(one), price_text(one.before),
                              price_text(one.after), change_text(one)});
    }
    return table;
}

Table cost_diff_table(const PriceDiffReport& report) {
    Table table{{{"charge", Align::left}, {"before"}, {"after"}, {"difference"}, {"change"}}};
    if (!has_bills(report)) return table;
    for (const auto& [charge, cost] : costs_of(report))
        table.rows.push_back(cost_row(std::string{to_text(charge)}, cost));
    table.rows.push_back(cost_row("total", total_of(report)));
    return table;
}

std::string cost_diff_sentence(const PriceDiffReport& report) {
    if (!has_bills(report)) return {};
    const Cost total = total_of(report);
    const std::string& currency = report.after.book.currency;
    if (total.before == total.after)
        return fmt::format("This usage costs {} {} by either: the prices make no difference to it.",
                           grouped(to_text(total.after)), currency);
    const bool is_less = total.after < total.before;
    const Money apart = is_less ? total.before - total.after : total.difference();
    const auto share = total.share();
    const std::string by = share ? fmt::format(" ({})", share_text(*share)) : std::string{};
    return fmt::format("By {} this usage costs {} {}, {} {}{} than by {}: most of that is {}.",
                       side_text(report.after), grouped(to_text(total.after)), currency,
                       grouped(to_text(apart)), is_less ? "less" : "more", by, side_text(report.before),
                       main_cause(report));
}

std::string price_diff_text(const PriceDiffReport& report) {
    std::string text = price_diff_sentence(report) + "\n";
    for (const std::string& sentence : free_sentences(report))
        text += sentence + "\n";
    const Table prices = price_diff_table(report);
    if (!prices.rows.empty()) text += "\n" + to_plain_text(prices);
    if (!has_bills(report)) return text;
    return text + "\nCosts in " + report.after.book.currency + ":\n\n" +
           to_plain_text(cost_diff_table(report)) + "\n" + cost_diff_sentence(report) + "\n";
}

std::string price_diff_markdown(const PriceDiffReport& report) {
    std::string text = price_diff_sentence(report) + "\n\n";
    for (const std::string& sentence : free_sentences(report))
        text += sentence + "\n\n";
    const Table prices = price_diff_table(report);
    if (!prices.rows.empty()) text += to_markdown(prices);
    if (!has_bills(report)) return text;
    return text + "\nCosts in " + report.after.book.currency + ":\n\n" +
           to_markdown(cost_diff_table(report)) + "\n" + cost_diff_sentence(report) + "\n";
}

std::string price_diff_json(const PriceDiffReport& report) {
    Json json;
    json["firn"] = provenance_json(report.provenance);
    json["before"] = side_json(report.before);
    json["after"] = side_json(report.after);
    json["currency"] = report.after.book.currency;
    json["prices"] = Json::array();
    for (const PriceDifference& one : report.differences.prices)
        json["prices"].push_back(difference_json(one));
    json["free"] = Json::array();
    for (const pricing::FreeDifference& one : report.differences.free) {
        Json free = named_json(one);
        free["before"] = exact_text(one.before);
        free["after"] = exact_text(one.after);
        json["free"].push_back(std::move(free));
    }
    if (has_bills(report)) {
        json["costs"] = Json::array();
        for (const auto& [charge, cost] : costs_of(report))
            json["costs"].push_back(cost_json(std::string{to_text(charge)}, cost));
        json["total"] = cost_json("total", total_of(report));
    }
    return json_text(json);
}

}  // namespace firn::report
