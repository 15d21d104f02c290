#pragma once

#include "cli/price_change_options.hpp"
#include "cli/scenario_options.hpp"
#include "core/diag/result.hpp"
#include "core/planner/stored_archives.hpp"
#include "core/pricing/price_book.hpp"
#include "core/report/restore_report.hpp"
#include "core/restore/wish.hpp"

#include <CLI/App.hpp>

#include <map>
#include <string>
#include <vector>

namespace firn::cli {

/// The options of `firn restore` as texts, by name: {"--bytes", "8TiB"}; absent: not given.
struct RestoreOptions {
    std::string scenario;  ///< path; empty: the options alone say what there is
    std::map<std::string, std::string> texts{};
    bool stay_in_region = false;
    PriceChangeOptions price_changes{};
};

/// Adds SCENARIO and the options that say what is wanted. `options` must outlive the parsing.
void add_restore_options(CLI::App& command, RestoreOptions& options);

/// What is wanted, and what that rests on beside the service's own times and prices.
struct StatedWish {
    restore::Wish wish{};
    std::vector<report::Assumption> assumptions{};
};

/// The book and region that the options name; by default the book that has the class, in us-east-1. Errors:
/// `argument-missing` without a class.
struct NamedBook {
    std::string book;
    std::string region;
};
[[nodiscard]] Result<NamedBook> book_of(const RestoreOptions& options);

/// The wish that the options alone state. Errors, all at once: those of the quantities, `argument-missing`,
/// `restore-empty`, `restore-archives-too-many`, `date-malformed`, `date-outside-price-book`,
/// `pacing-unknown`, `rule-unknown`, `class-unknown`, those of price changes.
[[nodiscard]] Result<StatedWish> wish_of(const RestoreOptions& options, const pricing::PriceBook& book);

/// The wish for a scenario's archives: all, or those of --share. What the scenario says of link, request rate
/// and unpacking holds unless an option says otherwise. Errors as above.
[[nodiscard]] Result<StatedWish> wish_of(const RestoreOptions& options, const scenario::Scenario& scenario,
                                         const planner::StoredArchives& stored,
                                         const pricing::PriceBook& book);

}  // namespace firn::cli
