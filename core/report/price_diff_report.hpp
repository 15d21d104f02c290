#pragma once

#include "core/pricing/bill.hpp"
#include "core/pricing/price_differences.hpp"
#include "core/report/provenance.hpp"
#include "core/report/table.hpp"
#include "core/units/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace firn::report {

/// A book on a day, and what a usage would cost by its prices of that day.
struct PricedSide {
    const pricing::PriceBook& book;
    Instant day{};
    std::optional<pricing::Bill> bill{};
};

/// Two sides in the same currency.
struct PriceDiffReport {
    const PricedSide& before;
    const PricedSide& after;
    pricing::PriceDifferences differences{};
    Provenance provenance{};
};

/// "Of 52 prices 4 changed (3 lower, 1 higher), 2 are new, none is gone: aws-s3-glacier us-east-1 from
/// 2021-06-01 to 2026-09-18."
[[nodiscard]] std::string price_diff_sentence(const PriceDiffReport& report);

/// A row a range of quantity whose price is not the same, with the change in per cent.
[[nodiscard]] Table price_diff_table(const PriceDiffReport& report);

/// A row a charge and the total: cost on either side, difference in money and per cent. Empty without bills.
[[nodiscard]] Table cost_diff_table(const PriceDiffReport& report);

/// What the usage would cost and which charge makes the difference; "" without bills.
[[nodiscard]] std::string cost_diff_sentence(const PriceDiffReport& report);

/// For a terminal or as Markdown.
[[nodiscard]] std::string price_diff_text(const PriceDiffReport& report);
[[nodiscard]] std::string price_diff_markdown(const PriceDiffReport& report);
[[nodiscard]] std::string price_diff_json(const PriceDiffReport& report);

}  // namespace firn::report
