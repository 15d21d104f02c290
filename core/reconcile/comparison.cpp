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

std::string key_of(Cause cause) {
    std::string key;
    for (const char c : to_text(cause)) {
        if (c == ' ' || c == '-') key += '_';
        if (c >= 'a' && c <= 'z') key += c;
    }
    return key;
}

}  // namespace firn::reconcile
