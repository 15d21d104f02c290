#include "core/scenario/check_billing.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <utility>

namespace firn::scenario {

namespace {

/// Exactly one of two settings must be stated.
void check_one(bool has_first, bool has_second, std::string path, const char* both,
               std::vector<Fault>& faults) {
    if (has_first != has_second) return;
    const bool twice = has_first;
    faults.push_back(
        {std::move(path),
         {twice ? "entries-contradict" : "key-missing",
          twice ? fmt::format("{} cannot stand together", both) : "this entry does not say how much it is",
          fmt::format("one of {}", both), twice ? "keep one of the two" : ""}});
}

template <class Dated>
void check_range(const Dated& dated, std::string path, std::vector<Fault>& faults) {
    if (!dated.from || !dated.until || *dated.from < *dated.until) return;
    faults.push_back({std::move(path),
                      {"range-empty", "\"until\" is not after \"from\"",
                       "a later \"until\": the first day or month that no longer counts", ""}});
}

}  // namespace

void check_billing(const usage::BillingSettings& billing, std::vector<Fault>& faults) {
    const auto item = [](const char* list, std::size_t i) {
        return fmt::format("billing.{}.{}", list, i + 1);
    };
    for (std::size_t i = 0; i < billing.what_ifs.size(); ++i)
        check_range(billing.what_ifs[i], item("what_ifs", i), faults);
    for (std::size_t i = 0; i < billing.other_usage.size(); ++i) {
        const usage::OtherUsage& other = billing.other_usage[i];
        check_one(other.bytes.has_value(), other.quantity.has_value(), item("other_usage", i),
                  "\"bytes\" and \"quantity\"", faults);
    }
    for (std::size_t i = 0; i < billing.recurring.size(); ++i) {
        const usage::Recurring& line = billing.recurring[i];
        check_one(line.price.has_value(), line.price_per_tb_month.has_value(), item("recurring", i),
                  "\"price\" and \"price_per_tb_month\"", faults);
        check_range(line, item("recurring", i), faults);
    }
    for (std::size_t i = 0; i < billing.credits.size(); ++i)
        check_range(billing.credits[i], item("credits", i), faults);
}

}  // namespace firn::scenario
