#include "core/report/compare_folded.hpp"

#include "core/alternatives/currencies.hpp"
#include "core/alternatives/shown_value.hpp"
#include "core/report/compare_sentences.hpp"
#include "core/report/compare_tables.hpp"
#include "core/report/table_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::report {

using alternatives::BreakEven;
using alternatives::Grade;
using alternatives::Outcome;
using alternatives::Results;

namespace {

constexpr std::size_t kMonths = 12;
constexpr std::size_t kPurposes = 3;

bool has_exit(const Results& results) {
    return std::any_of(results.outcomes.begin(), results.outcomes.end(),
                       [](const Outcome& one) { return one.course.exit_cost != one.course.residual; });
}

bool is_told(const Results& results, std::size_t month) {
    const std::size_t months = results.demand.months.size();
    if (month == 0 || month + 1 == months || (month + 1) % kMonths == 0) return true;
    return month + 2 == months && has_exit(results);
}

std::string share_text(const Money& part, const Money& all) {
    return all.is_zero() ? "0 %" : format_fixed(Rational{part.amount() / all.amount() * 100}, 0) + " %";
}

std::string purpose_line(const Results& results, const Outcome& one) {
    std::vector<std::pair<std::string, Money>> purposes{one.course.by_purpose.begin(),
                                                        one.course.by_purpose.end()};
    std::stable_sort(purposes.begin(), purposes.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    const Money all = one.figures.capital + one.figures.running;
    std::string text =
        fmt::format("{}, {} {}:", one.alternative.name, round_amount(all), results.comparison.currency);
    Money rest = all;
    for (std::size_t i = 0; i < std::min(kPurposes, purposes.size()); ++i) {
        text += fmt::format(" {} {},", purposes[i].first, share_text(purposes[i].second, all));
        rest = rest - purposes[i].second;
    }
    if (purposes.size() <= kPurposes) text.pop_back();
    return purposes.size() <= kPurposes ? text : text + " all else " + share_text(rest, all);
}

bool is_main(const Results& results, std::size_t owner, const alternatives::Parameter& one) {
    if (one.grade == Grade::stated || one.key == "labour") return true;
    return std::any_of(results.turns.begin(), results.turns.end(),
                       [&](const auto& turn) {
                           return turn.alternative == owner && turn.assumption.key == one.key;
                       }) ||
           std::any_of(results.flips.begin(), results.flips.end(),
                       [&](const auto& flip) { return flip.alternative == owner && flip.key == one.key; });
}

/// A column that is kept, under its own heading or another one.
template <class Name>
struct Kept {
    Name column;
    std::string heading{};
};

template <class Name>
Table only(const Table& whole, const std::vector<Kept<Name>>& kept) {
    std::vector<std::size_t> columns;
    for (const Kept<Name>& one : kept)
        columns.push_back(static_cast<std::size_t>(one.column));
    Table table = only_columns(whole, columns);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (!kept[i].heading.empty()) table.columns[i].heading = kept[i].heading;
    }
    return table;
}

}  // namespace

Table cost_table(const Results& results) {
    using enum MoneyColumn;
    return only<MoneyColumn>(money_table(results), {{alternative},
                                                    {present_value, "present value"},
                                                    {low, "low case"},
                                                    {high, "high case"},
                                                    {cost_a_year},
                                                    {a_tb_year}});
}

Table sum_table(const Results& results) {
    using enum MoneyColumn;
    return only<MoneyColumn>(money_table(results), {{alternative},
                                                    {capital},
                                                    {running},
                                                    {exit_less_resale, "exit - sold"},
                                                    {sum},
                                                    {assumed},
                                                    {unconfirmed}});
}

Table narrow_service_table(const Results& results) {
    using enum ServiceColumn;
    return only<ServiceColumn>(service_table(results), {{alternative},
                                                        {copies},
                                                        {hours_a_year, "hours a year"},
                                                        {one_file},
                                                        {everything},
                                                        {audit},
                                                        {yearly_loss}});
}

std::vector<Table> paid_tables(const Results& results, bool monthly) {
    Table table{{{"until the end of", Align::left}}};
    std::vector<std::vector<Money>> sums;
    for (const std::size_t index : results.ranking) {
        table.columns.push_back({results.outcomes[index].alternative.name});
        sums.push_back(alternatives::sums_of(results.outcomes[index].figures));
    }
    for (std::size_t i = 0; i < results.demand.months.size(); ++i) {
        if (!monthly && !is_told(results, i)) continue;
        std::vector<std::string> row{month_name(results, i)};
        for (const auto& of_one : sums)
            row.push_back(round_amount(of_one[i]));
        table.rows.push_back(std::move(row));
    }
    return split_columns(table, kTerminalWidth);
}

Table cheapest_break_even_table(const Results& results) {
    const std::size_t best = results.ranking.front();
    Table all = break_even_table(results);
    Table table{all.columns};
    for (std::size_t i = 0; i < results.break_even.size(); ++i) {
        const BreakEven& one = results.break_even[i];
        if (one.cheaper == best || one.dearer == best) table.rows.push_back(std::move(all.rows[i]));
    }
    return table;
}

std::vector<std::string> purpose_lines(const Results& results) {
    std::vector<std::string> lines;
    for (const std::size_t index : results.ranking)
        lines.push_back(purpose_line(results, results.outcomes[index]));
    return lines;
}

Table main_assumption_table(const Results& results) {
    Table table{{{"alternative", Align::left},
                 {"assumption", Align::left},
                 {"value", Align::left},
                 {"low to high end", Align::left},
                 {"grade", Align::left}}};
    for (const auto& [currency, rate] : results.comparison.exchange)
        table.rows.push_back(
            {kWholeComparison, "exchange " + currency, rate_text(results, rate), "-", "stated"});
    for (const std::size_t index : results.ranking) {
        const auto& alternative = results.outcomes[index].alternative;
        const std::string& currency = alternatives::currency_of(results.comparison, alternative);
        for (const auto& one : alternative.parameters.all()) {
            if (!is_main(results, index, one)) continue;
            const bool is_fixed = one.cheap == one.value && one.dear == one.value;
            table.rows.push_back({alternative.name, one.key,
                                  alternatives::shown_text(one, one.value, currency),
                                  is_fixed ? "-" : alternatives::range_text(one, one.cheap, one.dear, ""),
                                  std::string{pricing::to_text(one.grade)}});
        }
    }
    return table;
}

std::vector<std::string> loss_models(const Results& results) {
    std::vector<std::string> models;
    for (const std::size_t index : results.ranking) {
        const Outcome& one = results.outcomes[index];
        models.push_back(fmt::format("Yearly loss of {}: {}.", one.alternative.name, one.course.loss.model));
    }
    return models;
}

}  // namespace firn::report
