#pragma once

#include <string>
#include <string_view>

namespace firn::price_lists {

/// The code of a region by the name that lists give it: "eu-west-1" for "EU (Ireland)" or "Europe (Ireland)";
/// "" for a name that is none of a region. Lists from about 2020 on say the code themselves.
[[nodiscard]] std::string region_of_location(std::string_view location);

/// The name of a region, as lists have it since they name Europe by its name; "" when it is not known.
[[nodiscard]] std::string_view location_of_region(std::string_view region);

}  // namespace firn::price_lists
