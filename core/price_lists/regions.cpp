#include "core/price_lists/regions.hpp"

#include <array>

namespace firn::price_lists {

namespace {

struct Region {
    std::string_view code;
    std::string_view location;
};

/// Source: the vendor's table of regions (https://docs.aws.amazon.com/global-infrastructure/latest/regions/,
/// names as in the attribute `location` of the lists). The first of several names is the present one.
constexpr std::array<Region, 38> kRegions{{
    {"us-east-1", "US East (N. Virginia)"},
    {"us-east-2", "US East (Ohio)"},
    {"us-west-1", "US West (N. California)"},
    {"us-west-2", "US West (Oregon)"},
    {"us-gov-west-1", "AWS GovCloud (US-West)"},
    {"us-gov-west-1", "AWS GovCloud (US)"},
    {"us-gov-east-1", "AWS GovCloud (US-East)"},
    {"ca-central-1", "Canada (Central)"},
    {"ca-west-1", "Canada West (Calgary)"},
    {"mx-central-1", "Mexico (Central)"},
    {"sa-east-1", "South America (Sao Paulo)"},
    {"eu-west-1", "Europe (Ireland)"},
    {"eu-west-2", "Europe (London)"},
    {"eu-west-3", "Europe (Paris)"},
    {"eu-central-1", "Europe (Frankfurt)"},
    {"eu-central-2", "Europe (Zurich)"},
    {"eu-north-1", "Europe (Stockholm)"},
    {"eu-south-1", "Europe (Milan)"},
    {"eu-south-2", "Europe (Spain)"},
    {"af-south-1", "Africa (Cape Town)"},
    {"il-central-1", "Israel (Tel Aviv)"},
    {"me-south-1", "Middle East (Bahrain)"},
    {"me-central-1", "Middle East (UAE)"},
    {"ap-south-1", "Asia Pacific (Mumbai)"},
    {"ap-south-2", "Asia Pacific (Hyderabad)"},
    {"ap-east-1", "Asia Pacific (Hong Kong)"},
    {"ap-east-2", "Asia Pacific (Taipei)"},
    {"ap-northeast-1", "Asia Pacific (Tokyo)"},
    {"ap-northeast-2", "Asia Pacific (Seoul)"},
    {"ap-northeast-3", "Asia Pacific (Osaka)"},
    {"ap-northeast-3", "Asia Pacific (Osaka-Local)"},
    {"ap-southeast-1", "Asia Pacific (Singapore)"},
    {"ap-southeast-2", "Asia Pacific (Sydney)"},
    {"ap-southeast-3", "Asia Pacific (Jakarta)"},
    {"ap-southeast-4", "Asia Pacific (Melbourne)"},
    {"ap-southeast-5", "Asia Pacific (Malaysia)"},
    {"ap-southeast-6", "Asia Pacific (New Zealand)"},
    {"ap-southeast-7", "Asia Pacific (Thailand)"},
}};

constexpr std::string_view kOldEurope = "EU (";
constexpr std::string_view kEurope = "Europe (";

}  // namespace

std::string region_of_location(std::string_view location) {
    std::string name{location};
    if (name.starts_with(kOldEurope)) name.replace(0, kOldEurope.size(), kEurope);
    for (const Region& region : kRegions) {
        if (region.location == name) return std::string{region.code};
    }
    return {};
}

std::string_view location_of_region(std::string_view region) {
    for (const Region& known : kRegions) {
        if (known.code == region) return known.location;
    }
    return {};
}

}  // namespace firn::price_lists
