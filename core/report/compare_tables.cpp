#include "core/report/compare_tables.hpp"

#include "core/alternatives/currencies.hpp"
#include "core/alternatives/shown_value.hpp"
#include "core/report/compare_sentences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace firn::report {

using alternatives::Outcome;
using alternatives::Results;
using firn::to_text;

namespace {

std::string percent(const Rational& share) { return format_fixed(share * 100, 0) + " %"; }

std::string hours_text(const Rational& hours) {
    constexpr int kLong = 72;
    if (hours > kLong) return format_fixed(hours / 24, 1) + " days";
    if (hours > 0 && hours < Rational{1, 20}) return "minutes";
    return hours == 0 ? "at once" : format_fixed(hours, 1) + " h";
}

/// A figure a year, where the months are at least one: else it would be no more than theirs put up to a year.
std::string a_year(const Results& results, std::string figure) {
    return results.demand.months.size() < 12 ? "-" : std::move(figure);
}

}  // namespace

std::string chance_text(double chance) { return fmt::format("{:.1e}", chance); }

Table money_table(const Results& results) {
    const std::string& currency = results.comparison.currency;
    Table table{{{"alternative", Align::left},
                 {"present value " + currency},
                 {"low"},
                 {"high"},
                 {"cost a year"},
                 {"a TB-year"},
                 {"capital"},
                 {"running"},
                 {"exit - resale"},
                 {"sum"},
                 {"assumed"},
                 {"unconfirmed"}}};
    for (const std::size_t index : results.ranking) {
        const Outcome& one = results.outcomes[index];
        const auto& f = one.figures;
        table.rows.push_back(
            {one.alternative.name, round_amount(f.npv), round_amount(one.npv_low), round_amount(one.npv_high),
             a_year(results, round_amount(f.equivalent_annual_cost)),
             a_year(results, round_amount(f.per_tb_year)), round_amount(f.capital), round_amount(f.running),
             round_amount(one.course.exit_cost - one.course.residual), round_amount(f.total),
             percent(one.assumed_share), percent(one.unconfirmed_share)});
    }
    return table;
}

Table service_table(const Results& results) {
    Table table{{{"alternative", Align::left},
                 {"copies"},
                 {"people's hours a year"},
                 {"one file"},
                 {"everything"},
                 {"exit"},
                 {"audit", Align::left},
                 {"yearly loss"},
                 {"by the model", Align::left}}};
    for (const std::size_t index : results.ranking) {
        const Outcome& one = results.outcomes[index];
        const Rational yearly = one.figures.hours * 12 / Rational{results.demand.months.size()};
        table.rows.push_back({one.alternative.name, std::to_string(one.course.copies),
                              a_year(results, format_fixed(yearly, 0)),
                              hours_text(one.course.restore_file_hours),
                              hours_text(one.course.restore_all_hours), hours_text(one.course.exit_hours),
                              one.course.audit.possible ? "yes" : "no",
                              chance_text(one.course.loss.yearly_chance), one.course.loss.model});
    }
    return table;
}

Table break_even_table(const Results& results) {
    Table table{{{"costs less by the end", Align::left}, {"than", Align::left}, {"in sum from"}, {"by"}}};
    for (const auto& one : results.break_even) {
        const Outcome& cheaper = results.outcomes[one.cheaper];
        const Outcome& dearer = results.outcomes[one.dearer];
        const bool is_there = one.month < results.demand.months.size();
        const bool is_same = dearer.figures.total == cheaper.figures.total;
        table.rows.push_back({cheaper.alternative.name, dearer.alternative.name,
                              is_there  ? month_name(results, one.month)
                              : is_same ? "both the same"
                                        : "the end",
                              round_amount(dearer.figures.total - cheaper.figures.total)});
    }
    return table;
}

Table purpose_table(const Results& results) {
    Table table{{{"alternative", Align::left}, {"for", Align::left}, {"sum"}, {"share"}}};
    for (const std::size_t index : results.ranking) {
        const Outcome& one = results.outcomes[index];
        std::vector<std::pair<std::string, Money>> purposes{one.course.by_purpose.begin(),
                                                            one.course.by_purpose.end()};
        std::stable_sort(purposes.begin(), purposes.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        const Money all = one.figures.capital + one.figures.running;
        for (const auto& [purpose, amount] : purposes) {
            table.rows.push_back({one.alternative.name, purpose, round_amount(amount),
                                  percent(amount.amount() / all.amount())});
        }
    }
    return table;
}

std::string rate_text(const Results& results, const Rational& rate) {
    return fmt::format("{} {}", format_decimal(rate, 6), results.comparison.currency);
}

Table assumption_table(const Results& results) {
    Table table{{{"alternative", Align::left},
                 {"assumption", Align::left},
                 {"value", Align::left},
                 {"low end"},
                 {"high end"},
                 {"grade", Align::left},
                 {"source", Align::left}}};
    for (const auto& [currency, rate] : results.comparison.exchange) {
        const std::string text = rate_text(results, rate);
        table.rows.push_back({kWholeComparison, "exchange " + currency, text, "-", "-", "stated",
                              "stated, one rate for all months"});
    }
    for (const std::size_t index : results.ranking) {
        const auto& alternative = results.outcomes[index].alternative;
        const std::string& currency = alternatives::currency_of(results.comparison, alternative);
        for (const auto& one : alternative.parameters.all()) {
            table.rows.push_back(
                {alternative.name, one.key, alternatives::shown_text(one, one.value, currency),
                 alternatives::value_text(one.unit, one.cheap), alternatives::value_text(one.unit, one.dear),
                 std::string{pricing::to_text(one.grade)}, one.source});
        }
    }
    return table;
}

}  // namespace firn::report
