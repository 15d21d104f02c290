#pragma once

#include "core/usage/billing_settings.hpp"
#include "core/yaml/settings_reader.hpp"

namespace firn::yaml {

/// The section `billing` of a usage file, by the same table of fields as a scenario's. Errors: those of
/// SettingsReader and of scenario::check_billing().
[[nodiscard]] usage::BillingSettings read_billing(MapReader& map);

/// Tells the settings where they were read, for what is found wrong with them when prices are at hand.
void place_billing(usage::BillingSettings& billing, const SettingsReader& reader, const Reading& reading);

}  // namespace firn::yaml
