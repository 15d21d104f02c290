#pragma once

#include "core/forecast/bridge.hpp"
#include "core/units/money.hpp"

#include <array>
#include <string>
#include <vector>

namespace firn::forecast {

/// A part of a bridge by its name.
struct NamedPart {
    const char* name;
    Money Bridge::*money;
};
inline constexpr std::array<NamedPart, 6> kBridgeParts{{{"price", &Bridge::price},
                                                        {"volume", &Bridge::volume},
                                                        {"mix", &Bridge::mix},
                                                        {"one-off", &Bridge::one_off},
                                                        {"calendar", &Bridge::calendar},
                                                        {"unexplained", &Bridge::unexplained}}};

/// A part of a bridge with its name: "price", "volume", "mix", "one-off", "calendar", "unexplained".
struct BridgePart {
    std::string name{};
    Money amount{};
};
/// The six, to the cent, adding up to the difference of the two totals as they are shown: what rounding
/// leaves goes, cent by cent, to the part that rounding moved most the other way, so that none is off by a
/// cent.
[[nodiscard]] std::vector<BridgePart> shown_parts(const Bridge& bridge, const Money& planned,
                                                  const Money& actual);

}  // namespace firn::forecast
