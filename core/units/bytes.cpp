#include "core/units/bytes.hpp"

#include "core/units/rough_text.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace firn {

namespace {

struct Scale {
    std::string_view name;
    std::int64_t factor;
};

// Largest first; at equal rank the decimal unit wins only if the number is no whole multiple of the binary
// one.
constexpr std::array<Scale, 10> kScales{{{"PiB", std::int64_t{1} << 50},
                                         {"PB", 1'000'000'000'000'000},
                                         {"TiB", std::int64_t{1} << 40},
                                         {"TB", 1'000'000'000'000},
                                         {"GiB", std::int64_t{1} << 30},
                                         {"GB", 1'000'000'000},
                                         {"MiB", std::int64_t{1} << 20},
                                         {"MB", 1'000'000},
                                         {"KiB", std::int64_t{1} << 10},
                                         {"kB", 1'000}}};

constexpr std::array<Scale, 5> kDecimalScales{{{"PB", 1'000'000'000'000'000},
                                               {"TB", 1'000'000'000'000},
                                               {"GB", 1'000'000'000},
                                               {"MB", 1'000'000},
                                               {"kB", 1'000}}};

}  // namespace

std::string to_text(Bytes bytes) {
    for (const Scale& scale : kScales) {
        if (bytes.count() >= scale.factor && bytes.count() % scale.factor == 0) {
            return fmt::format("{} {}", bytes.count() / scale.factor, scale.name);
        }
    }
    return fmt::format("{} B", bytes.count());
}

std::string to_rough_text(Bytes bytes) {
    for (const Scale& scale : kDecimalScales) {
        if (bytes.count() < scale.factor) continue;
        return fmt::format("{} {}",
                           rough_multiple(static_cast<std::uint64_t>(bytes.count()),
                                          static_cast<std::uint64_t>(scale.factor)),
                           scale.name);
    }
    return fmt::format("{} B", bytes.count());
}

}  // namespace firn
