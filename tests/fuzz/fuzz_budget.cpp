// Any bytes as a frozen budget, and as the JSON of a bill: months that can be compared, or diagnostics.

#include "core/report/variance_report.hpp"
#include "tests/fuzz/laws.hpp"

#include <utility>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = firn::fuzz::text_of(data, size);
    auto budget = firn::report::read_budget("budget.json", text);
    const auto bill = firn::report::read_bill_json("bill.json", text);
    if (!budget) firn::fuzz::check_diagnostics(budget.error());
    if (!bill) firn::fuzz::check_diagnostics(bill.error());
    if (!budget || !bill) return 0;
    const auto variance = firn::forecast::variance_of(std::move(budget).value(), *bill, firn::Rational{1});
    if (!variance) firn::fuzz::check_diagnostics(variance.error());
    return 0;
}
