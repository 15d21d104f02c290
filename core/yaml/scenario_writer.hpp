#pragma once

#include "core/scenario/scenario.hpp"

#include <string>
#include <string_view>

namespace firn::yaml {

/// A scenario as a YAML text that reads back as the same: every setting that is listed, also where it
/// is the default, in the order of the table of fields, each below a comment that says what it is. `heading`
/// becomes comment lines above all; it may be empty. All texts of the scenario must be UTF-8.
///
///     # At which one fetcher pulls a file (assumed).
///     fetch_rate: 10 MB/s
[[nodiscard]] std::string scenario_text(const scenario::Scenario& scenario, std::string_view heading = {});

/// The section `billing` alone, as it stands in a scenario and in a usage file; empty when it adds nothing.
[[nodiscard]] std::string billing_text(const usage::BillingSettings& billing);

/// The text as a YAML scalar: as it is where that is safe, in double quotes with escapes elsewhere.
[[nodiscard]] std::string scalar_of(std::string_view text);

}  // namespace firn::yaml
