#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace firn::cli {

/// An option that sets a field of the scenario.
struct FieldOption {
    const char* option;
    const char* placeholder;
    const char* field;
};

/// The settings that have an option of their own; all others are set by --set.
inline constexpr std::array<FieldOption, 14> kFieldOptions{
    {{"--bundle-size", "BYTES", "pipeline.bundle_size"},
     {"--max-age", "DURATION", "pipeline.max_age"},
     {"--fetchers", "F", "pipeline.fetchers"},
     {"--uploaders", "U", "pipeline.uploaders"},
     {"--start", "DATE", "start"},
     {"--months", "N", "months"},
     {"--region", "REGION", "region"},
     {"--price-book", "BOOK", "price_book"},
     {"--from", "FORMAT", "workload.trace.format"},
     {"--columns", "NAMES", "workload.trace.columns"},
     {"--as", "arrivals|stock|archives", "workload.trace.as"},
     {"--starts-at", "recorded|scenario", "workload.trace.starts_at"},
     {"--spread", "DURATION", "workload.trace.spread"},
     {"--copies", "N", "workload.trace.copies"}}};

/// The option that sets the field, "" for one that only --set reaches.
[[nodiscard]] constexpr std::string_view option_of(std::string_view field) {
    const auto* const option = std::find_if(kFieldOptions.begin(), kFieldOptions.end(),
                                            [&](const FieldOption& o) { return o.field == field; });
    return option == kFieldOptions.end() ? std::string_view{} : option->option;
}

}  // namespace firn::cli
