#include "core/planner/figure_table.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <list>
#include <optional>
#include <utility>

namespace firn::planner {

namespace {

constexpr std::int64_t kNone = 0;
constexpr std::int64_t kLarge = -1;

std::optional<std::int64_t> as_64_bits(const Integer& value) {
    using Limits = std::numeric_limits<std::int64_t>;
    if (value < Limits::min() || value > Limits::max()) return std::nullopt;
    return static_cast<std::int64_t>(value);
}

}  // namespace

void FigureTable::add(std::size_t run, const std::vector<Figure>& figures) {
    std::vector<RowNumber> list;
    list.reserve(figures.size());
    for (const Figure& figure : figures) {
        const RowNumber row = row_of(figure);
        rows_[row].cells[run] = figure.value ? cell_of(*figure.value) : Cell{0, kNone};
        list.push_back(row);
    }
    const auto [known, is_new] = lists_.try_emplace(std::move(list), run);
    if (!is_new) known->second = std::min(known->second, run);
}

FigureTable::RowNumber FigureTable::row_of(const Figure& figure) {
    const auto [found, is_new] = by_name_.try_emplace(figure.name, static_cast<RowNumber>(rows_.size()));
    if (is_new) rows_.push_back({figure.name, figure.kind, std::vector<Cell>(runs_)});
    return found->second;
}

FigureTable::Cell FigureTable::cell_of(const Rational& value) {
    const auto over = as_64_bits(numerator(value));
    const auto under = as_64_bits(denominator(value));
    if (over && under) return {*over, *under};
    large_.push_back(value);
    return {static_cast<std::int64_t>(large_.size() - 1), kLarge};
}

std::vector<Rational> FigureTable::values_of(const Row& row) const {
    std::vector<Rational> values;
    for (const Cell& cell : row.cells) {
        if (cell.under == kNone) continue;
        values.push_back(cell.under == kLarge ? large_[static_cast<std::size_t>(cell.over)]
                                              : Rational{cell.over, cell.under});
    }
    return values;
}

/// Run by run, what is new behind what precedes it there.
std::vector<FigureTable::RowNumber> FigureTable::order() const {
    std::map<std::size_t, const std::vector<RowNumber>*> by_first_run;
    for (const auto& [list, run] : lists_)
        by_first_run.emplace(run, &list);
    std::list<RowNumber> order;
    std::vector<std::optional<std::list<RowNumber>::iterator>> places(rows_.size());
    for (const auto& [run, list] : by_first_run) {
        auto after = order.begin();
        for (const RowNumber row : *list) {
            if (!places[row]) places[row] = order.insert(after, row);
            after = std::next(*places[row]);
        }
    }
    return {order.begin(), order.end()};
}

std::vector<FigureSpread> FigureTable::spreads() const {
    std::vector<FigureSpread> spreads;
    for (const RowNumber row : order())
        spreads.push_back(spread_of(rows_[row].name, rows_[row].kind, values_of(rows_[row])));
    return spreads;
}

}  // namespace firn::planner
