#include "core/reconcile/comparison.hpp"

#include <algorithm>

namespace firn::reconcile {

std::string_view to_text(Cause cause) {
    switch (cause) {
        case Cause::none:
            return "none";
        case Cause::rounding:
            return "rounding";
        case Cause::quantity:
            return "quantity";
        case Cause::price:
            return "price";
        case Cause::quantity_and_price:
            return "quantity and price";
        case Cause::unit:
            return "unit";
        case Cause::amount:
            return "amount";
        case Cause::missing_here:
            return "missing on our side";
        case Cause::missing_at_vendor:
            return "missing on the vendor's side";
        case Cause::month_open:
            return "month not closed";
        case Cause::reissued:
            return "re-issued";
    }
    return {};
}

Money weight_of(const ComparedLine& line) {
    const auto size_of = [](const Money& money) { return money < Money{} ? Money{} - money : money; };
    const Money difference = size_of(line.difference);
    if (line.cause != Cause::quantity_and_price && line.cause != Cause::unit) return difference;
    return std::max(difference, size_of(line.parts.by_quantity));
}

std::string key_of(Cause cause) {
    std::string key;
    for (const char c : to_text(cause)) {
        if (c == ' ' || c == '-') key += '_';
        if (c >= 'a' && c <= 'z') key += c;
    }
    return key;
}

}  // namespace firn::reconcile
