#pragma once

#include "core/diag/result.hpp"
#include "core/planner/move_plan.hpp"
#include "core/planner/move_stock.hpp"
#include "core/pricing/price_book.hpp"
#include "core/report/assumption.hpp"

#include <CLI/App.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace firn::cli {

/// The options of `firn move` as texts, by name: {"--objects", "40000000"}; absent: not given.
struct MoveOptions {
    std::string listing;  ///< path; empty: --objects and --object-size say what there is
    std::map<std::string, std::string> texts{};

    [[nodiscard]] std::string text_or(const std::string& option, std::string usual) const;
};

/// Adds LISTING and the options that say what is to be moved. `options` must outlive the parsing.
void add_move_options(CLI::App& command, MoveOptions& options);

/// What is asked for, and what that rests on.
struct StatedMove {
    planner::MoveWish wish{};
    std::optional<planner::MoveStock> stock{};  ///< absent: the listing says
    std::vector<report::Assumption> assumptions{};
};

/// Errors, all at once: those of the quantities, `argument-missing`, `class-unknown`, `move-stated-twice`,
/// `number-zero`, `value-out-of-range`, `stock-too-large`.
[[nodiscard]] Result<StatedMove> move_of(const MoveOptions& options, const pricing::PriceBook& book);

}  // namespace firn::cli
