#include "core/pricing/rounding.hpp"

#include <algorithm>
#include <vector>

namespace firn::pricing {

namespace {

constexpr unsigned kCents = 2;
constexpr unsigned kReportPlaces = 10;
constexpr unsigned kExactPlaces = 12;

}  // namespace

std::span<const std::string> rounding_names() {
    static const std::vector<std::string> kNames{"exact", "invoice", "estimate", "report", "faq-2012"};
    return kNames;
}

std::string_view to_text(Rounding rounding) { return rounding_names()[static_cast<std::size_t>(rounding)]; }

std::optional<Rounding> parse_rounding(std::string_view text) {
    const auto names = rounding_names();
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return std::nullopt;
    return static_cast<Rounding>(found - names.begin());
}

Money rounded(const Money& exact, Rounding rounding) {
    switch (rounding) {
        case Rounding::exact:
            return exact;
        case Rounding::report:
            return Money{round_half_up(exact.amount(), kReportPlaces)};
        case Rounding::estimate:
        case Rounding::faq_2012:
            return Money{round_half_up(exact.amount(), kCents)};
        case Rounding::invoice:
            break;
    }
    const Money one_cent{Rational{1, 100}};
    const Money nearest{round_half_up(exact.amount(), kCents)};
    return exact > Money{} && nearest.is_zero() ? one_cent : nearest;
}

std::string to_text(const Money& amount, Rounding rounding) {
    switch (rounding) {
        case Rounding::exact:
            return format_decimal(amount.amount(), kExactPlaces);
        case Rounding::report:
            return format_fixed(amount.amount(), kReportPlaces);
        case Rounding::invoice:
        case Rounding::estimate:
        case Rounding::faq_2012:
            break;
    }
    return format_fixed(amount.amount(), kCents);
}

std::string_view explanation(Rounding rounding) {
    switch (rounding) {
        case Rounding::exact:
            return "not rounded";
        case Rounding::invoice:
            return "to the nearest cent, halves up, at least one cent for a line above zero";
        case Rounding::estimate:
            return "to the nearest cent, halves up";
        case Rounding::report:
            return "to ten decimals, halves up, as detailed cost reports";
        case Rounding::faq_2012:
            return "to the nearest cent, halves up";
    }
    return {};
}

}  // namespace firn::pricing
