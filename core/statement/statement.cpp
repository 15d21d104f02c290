#include "core/statement/statement.hpp"

#include <algorithm>

namespace firn::statement {

std::string_view to_text(LineType type) {
    switch (type) {
        case LineType::usage:
            return "usage";
        case LineType::tax:
            return "tax";
        case LineType::credit:
            return "credit";
        case LineType::refund:
            return "refund";
        case LineType::discount:
            return "discount";
        case LineType::fee:
            return "fee";
        case LineType::rounding:
            return "rounding";
    }
    return {};
}

std::string_view to_text(Scoped scoped) {
    switch (scoped) {
        case Scoped::services:
            return "other services";
        case Scoped::regions:
            return "other regions";
        case Scoped::buckets:
            return "other buckets";
        case Scoped::tags:
            return "other tags";
        case Scoped::accounts:
            return "other accounts";
        case Scoped::months:
            return "other months";
    }
    return {};
}

bool is_open(const Statement& statement, const Coverage& month) {
    if (statement.has_invoices) return !month.has_invoice;
    return month.until && *month.until < month.month.end();
}

bool is_billed_in_part(const Statement& statement, const Coverage& month) {
    return is_open(statement, month) && month.until && *month.until < month.month.end();
}

void leave_out(Statement& statement, Scoped scoped, std::int64_t rows, const Money& cost) {
    auto& all = statement.left_out;
    auto found =
        std::find_if(all.begin(), all.end(), [&](const LeftOut& out) { return out.scoped == scoped; });
    if (found == all.end()) found = all.insert(found, {.scoped = scoped});
    found->rows += rows;
    found->cost += cost;
}

}  // namespace firn::statement
