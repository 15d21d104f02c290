#include "core/usage/rules.hpp"

namespace firn::usage {

std::string_view to_text(RetrievalRule rule) {
    return rule == RetrievalRule::first_faq ? "first-faq" : "reworked-faq";
}

std::string_view to_text(OverheadUnit unit) { return unit == OverheadUnit::binary ? "binary" : "decimal"; }

std::string_view to_text(EarlyDeletionSteps steps) {
    return steps == EarlyDeletionSteps::exact ? "exact" : "months";
}

std::string_view to_text(EarlyDeletionMonth month) {
    return month == EarlyDeletionMonth::thirty_days ? "30-days" : "real";
}

std::string_view to_text(MonthHours hours) {
    switch (hours) {
        case MonthHours::real:
            return "real";
        case MonthHours::h720:
            return "720";
        case MonthHours::h730:
            return "730";
    }
    return {};
}

std::string_view to_text(GbUnit unit) { return unit == GbUnit::binary ? "binary" : "decimal"; }

std::string_view to_text(BandUnit unit) { return unit == BandUnit::binary ? "binary" : "decimal"; }

}  // namespace firn::usage
