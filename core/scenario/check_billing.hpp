#pragma once

#include "core/scenario/validate.hpp"
#include "core/usage/billing_settings.hpp"

#include <vector>

namespace firn::scenario {

/// Adds what is wrong with billing settings whose values are each right: an other usage or a recurring line
/// that says its amount twice or not at all, a range that ends before it begins.
void check_billing(const usage::BillingSettings& billing, std::vector<Fault>& faults);

}  // namespace firn::scenario
