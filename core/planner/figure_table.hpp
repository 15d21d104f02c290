#pragma once

#include "core/planner/figure.hpp"
#include "core/planner/figure_spread.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace firn::planner {

/// The figures of many runs, a row each. Runs are added as they end: their order changes nothing.
///
/// A figure that a run does not list, as the cost of a charge that it does not have, is 0 in it; one without
/// a value is none. Rows stand in the order of the first run, figures that it lacks behind what precedes them
/// in the first run that lists them.
///
/// Memory: 16 bytes for each figure of each run, 64 more where 64 bits do not hold the value's parts, and 4
/// more of a run that lists other figures, or in another order, than all that were added before.
class FigureTable {
  public:
    /// Of so many runs.
    explicit FigureTable(std::size_t runs) : runs_{runs} {}

    /// `run`: its number, from 0 on. Within a run names differ.
    void add(std::size_t run, const std::vector<Figure>& figures);

    /// When all runs are added.
    [[nodiscard]] std::vector<FigureSpread> spreads() const;

  private:
    /// A fraction over / under. under == 0: no value; -1: the value is large_[over].
    struct Cell {
        std::int64_t over = 0;
        std::int64_t under = 1;
    };
    struct Row {
        std::string name;
        FigureKind kind{};
        std::vector<Cell> cells;  ///< by the number of the run
    };
    using RowNumber = std::uint32_t;

    [[nodiscard]] RowNumber row_of(const Figure& figure);
    [[nodiscard]] Cell cell_of(const Rational& value);
    [[nodiscard]] std::vector<Rational> values_of(const Row& row) const;
    [[nodiscard]] std::vector<RowNumber> order() const;

    std::size_t runs_;
    std::vector<Row> rows_;  ///< as they came
    std::map<std::string, RowNumber> by_name_;
    std::vector<Rational> large_;
    /// Lists of rows that runs have, each with the first run that has it.
    std::map<std::vector<RowNumber>, std::size_t> lists_;
};

}  // namespace firn::planner
