#pragma once

#include "core/statement/decimal.hpp"
#include "core/statement/statement.hpp"

#include <optional>
#include <string_view>

namespace firn::statement {

/// A row of a statement as it was read; the texts lie in the line.
struct Row {
    std::optional<BillingPeriod> month{};
    LineType type = LineType::usage;
    std::string_view account{};
    std::string_view payer{};
    std::string_view service{};
    std::string_view usage_type{};
    std::string_view operation{};
    std::string_view resource{};
    std::string_view unit{};
    std::string_view invoice{};
    std::string_view bill_type{};
    std::optional<Instant> invoiced{};
    std::string_view rate_text{};
    std::optional<Decimal> rate{};
    std::optional<Decimal> quantity{};
    Decimal cost{};
    std::optional<Instant> until{};  ///< when the charge ended
    bool has_tag = true;             ///< the tag that the scope asks for, if it asks for one
};

}  // namespace firn::statement
