#include "core/scenario/fingerprint.hpp"

#include "core/scenario/field.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace firn::scenario {

namespace {

/// FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/): an identity, not a protection.
std::uint64_t fnv1a(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

}  // namespace

std::string canonical_text(const Scenario& scenario) {
    std::string text;
    for (const Setting& setting : settings_of(scenario)) {
        if (setting.path == "name" || setting.path == "description") continue;
        text += fmt::format("{}: {}\n", setting.path, setting.value);
    }
    return text;
}

std::string fingerprint_of(const Scenario& scenario) {
    return fmt::format("{:016x}", fnv1a(canonical_text(scenario)));
}

}  // namespace firn::scenario
