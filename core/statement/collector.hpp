#pragma once

#include "core/statement/row.hpp"
#include "core/statement/scope.hpp"
#include "core/statement/statement.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace firn::statement {

/// Adds up the rows of a statement as they are read: memory grows with its lines, not with its rows.
class Collector {
  public:
    explicit Collector(Scope scope) : scope_{std::move(scope)} {}

    [[nodiscard]] const Scope& scope() const { return scope_; }

    /// Takes a row in, or leaves it out and counts it. `where` is its place; only that of a line's first row
    /// is kept.
    void add(const Row& row, const std::string& file, std::size_t line);

    /// The statement, with everything that only its header tells (`format`, `currency`, ...) still to be
    /// filled.
    [[nodiscard]] Statement finish() &&;

  private:
    struct Sums {
        Line line;
        DecimalSum quantity;
        DecimalSum cost;
        bool has_quantity = false;
        bool lacks_quantity = false;  ///< in some row
    };

    Sums& sums_of(const Row& row, const std::string& file, std::size_t line);
    void cover(const Row& row);

    Scope scope_;
    std::vector<Sums> lines_;
    std::unordered_map<std::string, std::size_t> index_;  ///< by what tells lines apart
    std::string key_;                                     ///< room for such a text
    std::map<BillingPeriod, Coverage> months_;
    std::map<Scoped, std::pair<std::int64_t, DecimalSum>> left_out_;
    std::set<std::string, std::less<>> services_;
    unsigned cost_places_ = 0;
    unsigned quantity_places_ = 0;
};

}  // namespace firn::statement
