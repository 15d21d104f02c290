#pragma once

#include "core/diag/result.hpp"
#include "core/pricing/bill.hpp"

#include <memory>
#include <string>

namespace firn::gui {

/// A bill with its answer in one sentence, as `firn bill` says it.
struct UsageBill {
    std::shared_ptr<const pricing::Bill> bill;
    std::string sentence;
};

/// Prices a usage file with every step explained. Errors: those of reading, of the price book and of pricing.
[[nodiscard]] Result<UsageBill> bill_of_usage(const std::string& path);

}  // namespace firn::gui
