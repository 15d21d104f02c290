#include "core/reconcile/line_groups.hpp"

#include "core/reconcile/book_names.hpp"

#include <algorithm>
#include <utility>

namespace firn::reconcile {

namespace {

using pricing::LineItem;
using statement::Line;
using statement::LineType;

/// What an adjustment of the model is called on a statement.
LineType type_of(const LineItem& line) {
    if (line.charge == usage::ChargeType::other) return LineType::fee;
    if (line.charge != usage::ChargeType::adjustment) return LineType::usage;
    const std::string& kind = line.kind;
    if (kind == "tax") return LineType::tax;
    if (kind == "credit") return LineType::credit;
    if (kind == "support") return LineType::fee;
    return LineType::discount;
}

}  // namespace

Detail::Detail(const pricing::Bill& bill, const pricing::PriceBook& book,
               const statement::Statement& statement)
    : book_{book}, has_usage_types_{statement.has_usage_types}, has_operations_{statement.has_operations} {
    for (const pricing::PeriodBill& period : bill.periods) {
        for (const LineItem& line : period.lines) {
            if (line.charge == usage::ChargeType::other) recurring_.insert(line.usage_type);
        }
    }
    for (const Line& line : statement.lines) {
        if (line.type == LineType::usage && line.operation.empty())
            without_operation_[{line.month, line.usage_type}] = true;
        if (line.type != LineType::fee) continue;
        const std::string name = recurring_name(line);
        if (name.empty()) {
            has_other_fees_ = true;
        } else {
            billed_.insert(name);
        }
    }
}

std::string Detail::recurring_name(const Line& line) const {
    if (recurring_.count(line.usage_type) > 0) return line.usage_type;
    return recurring_.count(line.service) > 0 ? line.service : std::string{};
}

bool Detail::is_compared(const LineItem& line) const {
    if (line.charge == usage::ChargeType::other) return billed_.count(line.usage_type) > 0;
    return type_of(line) != LineType::fee || has_other_fees_;
}

GroupKey Detail::usage_key(BillingPeriod month, std::string_view usage_type,
                           std::string_view operation) const {
    GroupKey key{.month = month};
    if (!has_usage_types_) return key;
    const auto own = own_name(book_, usage_type);
    key.usage_type = own ? book_.usage_type_prefix + *own : std::string{usage_type};
    const auto is_marked = [&](std::optional<BillingPeriod> at) {
        return without_operation_.count({at, std::string{usage_type}}) > 0;
    };
    if (!has_operations_ || is_marked(month) || is_marked(std::nullopt)) return key;
    key.operation = shown_operation(book_, own.value_or(std::string{usage_type}), operation);
    return key;
}

GroupKey Detail::key_of(const LineItem& line, BillingPeriod month) const {
    const LineType type = type_of(line);
    if (line.charge == usage::ChargeType::other)
        return {.month = month, .type = type, .usage_type = line.usage_type};
    if (type != LineType::usage) return {.month = month, .type = type};
    return usage_key(month, line.usage_type, line.operation);
}

GroupKey Detail::key_of(const Line& line, BillingPeriod month) const {
    if (line.type == LineType::fee)
        return {.month = month, .type = line.type, .usage_type = recurring_name(line)};
    if (line.type != LineType::usage) return {.month = month, .type = line.type};
    return usage_key(month, line.usage_type, line.operation);
}

void add_expected(Group& group, const GroupKey& key, const LineItem& line) {
    if (!group.expected) group.expected.emplace();
    ExpectedSide& side = *group.expected;
    const bool is_usage = key.has_quantity();
    if (is_usage) side.ladder.push_back({line.unit_price, line.quantity});
    if (is_usage && side.unit.empty()) side.unit = line.unit;
    side.exact += line.cost_exact;
    side.shown += line.cost;
}

void add_billed(Group& group, const GroupKey& key, const Line& line) {
    if (!group.billed) group.billed.emplace();
    BilledSide& side = *group.billed;
    const bool is_usage = key.has_quantity();
    if (is_usage && line.quantity) {
        side.quantity = side.quantity.value_or(0) + *line.quantity;
        // A cost that was rounded to nothing bears a price still.
        if (line.cost.is_zero() && (!line.rate || line.rate->per_unit() == 0)) side.free += *line.quantity;
    }
    if (is_usage && side.unit.empty()) side.unit = line.unit;
    if (is_usage && line.rate && line.rate->per_unit() != 0 &&
        std::find(side.rates.begin(), side.rates.end(), *line.rate) == side.rates.end())
        side.rates.push_back(*line.rate);
    side.cost += line.cost;
    side.rows += line.rows;
    side.is_rounding = line.type == LineType::rounding;
}

void add_superseded(Group& group, const Line& line) {
    if (!group.billed) group.billed.emplace();
    group.billed->superseded = group.billed->superseded.value_or(Money{}) + line.cost;
}

}  // namespace firn::reconcile
