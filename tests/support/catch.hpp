#pragma once

/// The one place that names the test framework: tests include this header and nothing of Catch2.
#include <catch2/catch.hpp>

#include <type_traits>

namespace firn {
class BillingPeriod;
}  // namespace firn

/// A month has a begin() and an end() and is no range for all that.
template <>
struct Catch::is_range<firn::BillingPeriod> : std::false_type {};
