#include "core/alternatives/models.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace firn::alternatives {

namespace {

/// Places a fault at its alternative, unless the same was told there.
void tell(Diagnostic fault, const Alternative& one, Diagnostics& wrong) {
    if (fault.where.file.empty()) fault.where = one.where;
    if (fault.code == "class-unknown" && fault.remedy.empty())
        fault.remedy = "state one of these, or the price_book that has it (firn prices list)";
    const bool is_told = std::any_of(wrong.begin(), wrong.end(), [&](const Diagnostic& told) {
        return told.what == fault.what && told.where.line == fault.where.line;
    });
    if (!is_told) wrong.push_back(std::move(fault));
}

}  // namespace

Result<bool> bill_books(Comparison& comparison, const Demand& demand) {
    Diagnostics wrong;
    for (Alternative& one : comparison.alternatives) {
        if (one.kind != Kind::price_book) continue;
        take_tier_time(one, demand);
        auto bill = bill_of(one, demand);
        if (bill) {
            one.bill = std::make_shared<const BookBill>(std::move(bill).value());
            if (one.bill->has_egress) one.parameters.remove("egress");
            continue;
        }
        for (const Diagnostic& fault : bill.error())
            tell(fault, one, wrong);
    }
    if (!wrong.empty()) return wrong;
    return true;
}

}  // namespace firn::alternatives
