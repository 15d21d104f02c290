#include "core/usage/usage.hpp"

#include <algorithm>

namespace firn::usage {

Duration mean_age(const SummedAges& ages, std::int64_t archives) {
    if (archives <= 0) return Duration{};
    const UInt128 mean = ages.archive_microseconds / static_cast<UInt128>(archives);
    constexpr auto kMost = static_cast<UInt128>(Duration::max().count());
    return Duration{static_cast<std::int64_t>(std::min(mean, kMost))};
}

std::string_view to_text(DeletionCause cause) {
    switch (cause) {
        case DeletionCause::deletion:
            return "delete";
        case DeletionCause::overwrite:
            return "overwrite";
        case DeletionCause::transition:
            return "transition";
    }
    return {};
}

}  // namespace firn::usage
