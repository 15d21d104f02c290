#include "core/report/compare_report.hpp"

#include "core/alternatives/currencies.hpp"
#include "core/alternatives/shown_value.hpp"
#include "core/report/compare_sentences.hpp"
#include "core/report/compare_tables.hpp"
#include "core/report/json_value.hpp"

#include <utility>

namespace firn::report {

using alternatives::Outcome;
using alternatives::Results;
using firn::to_text;

namespace {

std::string decimal(const Money& money) { return format_decimal(money.amount(), 12); }
std::string decimal(const Rational& value) { return format_decimal(value, 12); }

Json monthly_json(const Results& results, const Outcome& one) {
    Json months = Json::array();
    Money sum;
    for (std::size_t i = 0; i < one.figures.cash.size(); ++i) {
        const auto& month = one.course.months[i];
        sum += one.figures.cash[i];
        months.push_back({{"month", month_name(results, i)},
                          {"cash", decimal(one.figures.cash[i])},
                          {"cumulative", decimal(sum)},
                          {"capital", decimal(month.capital)},
                          {"running", decimal(month.running)},
                          {"hours", decimal(month.hours)}});
    }
    return months;
}

Json assumptions_json(const Outcome& one) {
    Json assumptions = Json::array();
    for (const auto& p : one.alternative.parameters.all()) {
        assumptions.push_back({{"key", p.key},
                               {"value", alternatives::value_text(p.unit, p.value)},
                               {"low", alternatives::value_text(p.unit, p.cheap)},
                               {"high", alternatives::value_text(p.unit, p.dear)},
                               {"grade", std::string{pricing::to_text(p.grade)}},
                               {"source", p.source}});
    }
    return assumptions;
}

Json purposes_json(const Outcome& one) {
    Json purposes = Json::object();
    for (const auto& [purpose, amount] : one.course.by_purpose)
        purposes[purpose] = decimal(amount);
    return purposes;
}

Json outcome_json(const Results& results, const Outcome& one) {
    const auto& f = one.figures;
    const auto& c = one.course;
    return {{"name", one.alternative.name},
            {"kind", std::string{alternatives::to_text(one.alternative.kind)}},
            {"stated_in", alternatives::currency_of(results.comparison, one.alternative)},
            {"npv", decimal(f.npv)},
            {"npv_low", decimal(one.npv_low)},
            {"npv_high", decimal(one.npv_high)},
            {"lump_sum_now", decimal(f.npv)},
            {"equivalent_annual_cost", decimal(f.equivalent_annual_cost)},
            {"cost_per_tb_year", decimal(f.per_tb_year)},
            {"total", decimal(f.total)},
            {"capital", decimal(f.capital)},
            {"running", decimal(f.running)},
            {"exit_cost", decimal(c.exit_cost)},
            {"residual_value", decimal(c.residual)},
            {"exit_hours", decimal(c.exit_hours)},
            {"hours", decimal(f.hours)},
            {"restore_file_hours", decimal(c.restore_file_hours)},
            {"restore_all_hours", decimal(c.restore_all_hours)},
            {"copies", c.copies},
            {"single_copy", one.is_single_copy},
            {"yearly_loss", chance_text(c.loss.yearly_chance)},
            {"loss_model", c.loss.model},
            {"audit_possible", c.audit.possible},
            {"audit_reason", c.audit.reason},
            {"assumed_share", format_decimal(one.assumed_share, 6)},
            {"unconfirmed_share", format_decimal(one.unconfirmed_share, 6)},
            {"cost_by_purpose", purposes_json(one)},
            {"monthly", monthly_json(results, one)},
            {"assumptions", assumptions_json(one)}};
}

Json break_even_json(const Results& results) {
    Json all = Json::array();
    for (const auto& one : results.break_even) {
        Json month = nullptr;
        if (one.month < results.demand.months.size()) month = month_name(results, one.month);
        all.push_back({{"cheaper", results.outcomes[one.cheaper].alternative.name},
                       {"dearer", results.outcomes[one.dearer].alternative.name},
                       {"month", month}});
    }
    return all;
}

Json flips_json(const Results& results) {
    Json all = Json::array();
    for (const auto& flip : results.flips) {
        all.push_back({{"alternative", results.outcomes[flip.alternative].alternative.name},
                       {"key", flip.key},
                       {"base", alternatives::value_text(flip.unit, flip.base)},
                       {"flips_at", alternatives::value_text(flip.unit, flip.flips_at)},
                       {"unit", std::string{alternatives::counts_what(flip.key)}},
                       {"cheapest_then", results.outcomes[flip.cheapest_then].alternative.name}});
    }
    return all;
}

Json turns_json(const Results& results) {
    Json all = Json::array();
    for (const auto& turn : results.turns) {
        const auto& of = turn.assumption;
        const auto text = [&](const Rational& value) { return alternatives::value_text(of.unit, value); };
        Json entry{{"alternative", nullptr},
                   {"key", of.key},
                   {"unit", std::string{alternatives::counts_what(of.key)}},
                   {"base", text(of.value)},
                   {"from", text(of.cheap)},
                   {"to", text(of.dear)},
                   {"turns_at", nullptr},
                   {"cheapest_then", nullptr}};
        if (turn.alternative) entry["alternative"] = results.outcomes[*turn.alternative].alternative.name;
        if (turn.turns_at) {
            entry["turns_at"] = text(*turn.turns_at);
            entry["cheapest_then"] = results.outcomes[turn.cheapest_then].alternative.name;
        }
        all.push_back(std::move(entry));
    }
    return all;
}

}  // namespace

std::string compare_json(const CompareReport& report) {
    const Results& results = report.results;
    Json json;
    json["firn"] = provenance_json(report.provenance);
    json["sentence"] = compare_sentence(results);
    json["currency"] = results.comparison.currency;
    json["exchange"] = Json::object();
    for (const auto& [currency, rate] : results.comparison.exchange)
        json["exchange"][currency] = decimal(rate);
    json["discount_rate"] = decimal(results.comparison.discount_rate);
    json["inflation"] = decimal(results.comparison.inflation);
    json["current"] = nullptr;
    if (!results.comparison.current.empty()) json["current"] = results.comparison.current;
    json["overlap"] = results.comparison.overlap;
    json["alternatives"] = Json::array();
    for (const Outcome& one : results.outcomes)
        json["alternatives"].push_back(outcome_json(results, one));
    json["break_even"] = break_even_json(results);
    json["ranking"] = Json::array();
    for (const std::size_t index : results.ranking)
        json["ranking"].push_back(results.outcomes[index].alternative.name);
    json["flips"] = flips_json(results);
    json["turns"] = turns_json(results);
    json["warnings"] = warning_sentences(results);
    return json_text(json);
}

}  // namespace firn::report
