#include "core/report/bill_export.hpp"

#include "core/units/name_words.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace firn::report {

namespace {

constexpr unsigned kPlaces = 18;

std::string words(std::string_view name) {
    std::string text = name_words(name);
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

}  // namespace

std::string export_decimal(const Rational& value) { return format_decimal(value, kPlaces); }

std::string export_begin(BillingPeriod month) { return to_text(month.begin()); }

std::string export_end(BillingPeriod month) { return to_text(month.end()); }

std::vector<pricing::LineItem> exported_lines(const pricing::PeriodBill& month) {
    std::vector<pricing::LineItem> lines;
    for (const pricing::LineItem& line : month.lines) {
        if (line.free_quantity > 0) {
            pricing::LineItem& free = lines.emplace_back(line);
            free.quantity = line.free_quantity;
            free.unit_price = UnitPrice{};
            free.cost_exact = {};
            free.cost = {};
        }
        if (line.free_quantity == 0 || line.quantity > 0) lines.push_back(line);
    }
    return lines;
}

bool is_charge(const pricing::LineItem& line) { return line.charge != usage::ChargeType::adjustment; }

std::string export_description(const pricing::LineItem& line, const std::string& currency) {
    const std::string quantity = format_decimal(line.quantity, 6);
    if (!is_charge(line)) {
        const Rational share = line.unit_price.per_unit();
        const Rational percent = (share < 0 ? Rational{-share} : share) * 100;
        return fmt::format("{}: {} % of {} {}", line.usage_type, format_decimal(percent), quantity, currency);
    }
    std::string name =
        line.charge == usage::ChargeType::other ? line.usage_type : words(usage::to_text(line.charge));
    const std::string& detail = line.tier.empty() ? line.kind : line.tier;
    if (!detail.empty() && line.charge != usage::ChargeType::other) name += fmt::format(" ({})", detail);
    if (!line.storage_class.empty()) name += fmt::format(" of {}", line.storage_class);
    return fmt::format("{}: {} {} at {} {}", name, quantity, line.unit, to_text(line.unit_price), currency);
}

}  // namespace firn::report
