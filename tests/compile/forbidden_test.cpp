// Expressions that must not compile, as concepts that must not hold: the static assertions are the tests.

#include "core/diag/result.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/byte_rate.hpp"
#include "core/units/byte_time.hpp"
#include "core/units/bytes.hpp"
#include "core/units/expected.hpp"
#include "core/units/id.hpp"
#include "core/units/money.hpp"
#include "core/units/time.hpp"
#include "tests/support/catch.hpp"

#include <concepts>
#include <cstdint>
#include <string>

namespace {

using firn::BillingPeriod;
using firn::ByteRate;
using firn::Bytes;
using firn::ByteTime;
using firn::Duration;
using firn::Instant;
using firn::Money;
using firn::Rational;
using firn::UnitPrice;

template <class A, class B = A>
concept Addable = requires(A a, B b) {
    a + b;
};
template <class A, class B = A>
concept Subtractable = requires(A a, B b) {
    a - b;
};
template <class A, class B = A>
concept Multipliable = requires(A a, B b) {
    a* b;
};
template <class A, class B = A>
concept Comparable = requires(A a, B b) {
    a == b;
};
template <class A, class B = A>
concept Ordered = requires(A a, B b) {
    a < b;
};
template <class A, class B>
concept Assignable = requires(A& a, B b) {
    a = b;
};

struct ArchiveTag;
struct BundleTag;
using ArchiveId = firn::Id<ArchiveTag>;
using BundleId = firn::Id<BundleTag>;

}  // namespace

TEST_CASE("points in time do not add up, their difference is a duration", "[compile]") {
    STATIC_REQUIRE_FALSE(Addable<Instant, Instant>);
    STATIC_REQUIRE_FALSE(Assignable<Instant, Duration>);
    STATIC_REQUIRE_FALSE(Comparable<Instant, Duration>);
    STATIC_REQUIRE(std::same_as<decltype(Instant{} - Instant{}), Duration>);
    STATIC_REQUIRE(std::same_as<decltype(Instant{} + Duration{}), Instant>);
}

TEST_CASE("integers become no quantity by themselves", "[compile]") {
    STATIC_REQUIRE_FALSE(std::convertible_to<std::int64_t, Bytes>);
    STATIC_REQUIRE_FALSE(std::convertible_to<std::int64_t, Duration>);
    STATIC_REQUIRE_FALSE(std::convertible_to<std::int64_t, Instant>);
    STATIC_REQUIRE_FALSE(std::convertible_to<std::int64_t, ByteRate>);
    STATIC_REQUIRE_FALSE(std::convertible_to<firn::UInt128, ByteTime>);
    STATIC_REQUIRE_FALSE(std::convertible_to<std::chrono::year_month, BillingPeriod>);
    STATIC_REQUIRE_FALSE(std::convertible_to<int, Money>);
    STATIC_REQUIRE_FALSE(std::convertible_to<Rational, Money>);
    STATIC_REQUIRE_FALSE(std::convertible_to<Rational, UnitPrice>);
}

TEST_CASE("no quantity becomes an integer or meets one", "[compile]") {
    STATIC_REQUIRE_FALSE(std::convertible_to<Bytes, std::int64_t>);
    STATIC_REQUIRE_FALSE(std::convertible_to<Money, Rational>);
    STATIC_REQUIRE_FALSE(Addable<Bytes, std::int64_t>);
    STATIC_REQUIRE_FALSE(Addable<std::int64_t, Bytes>);
    STATIC_REQUIRE_FALSE(Subtractable<Bytes, int>);
    STATIC_REQUIRE_FALSE(Comparable<Bytes, std::int64_t>);
    STATIC_REQUIRE_FALSE(Ordered<Bytes, std::int64_t>);
    STATIC_REQUIRE_FALSE(Assignable<Bytes, std::int64_t>);
    STATIC_REQUIRE_FALSE(Addable<Duration, std::int64_t>);
}

TEST_CASE("quantities of different kinds do not meet", "[compile]") {
    STATIC_REQUIRE_FALSE(Addable<Bytes, Duration>);
    STATIC_REQUIRE_FALSE(Addable<Bytes, ByteTime>);
    STATIC_REQUIRE_FALSE(Comparable<Bytes, ByteRate>);
    STATIC_REQUIRE_FALSE(Addable<ByteRate, ByteRate>);
    STATIC_REQUIRE_FALSE(Multipliable<Bytes, Bytes>);
    STATIC_REQUIRE_FALSE(Addable<BillingPeriod, int>);
    STATIC_REQUIRE_FALSE(Addable<BillingPeriod, BillingPeriod>);
}

TEST_CASE("only a price times a quantity is money", "[compile]") {
    STATIC_REQUIRE(std::same_as<decltype(UnitPrice{} * Rational{}), Money>);
    STATIC_REQUIRE_FALSE(Addable<Money, UnitPrice>);
    STATIC_REQUIRE_FALSE(Addable<UnitPrice, UnitPrice>);
    STATIC_REQUIRE_FALSE(Comparable<Money, UnitPrice>);
    STATIC_REQUIRE_FALSE(Multipliable<Money, Money>);
    STATIC_REQUIRE_FALSE(Multipliable<UnitPrice, UnitPrice>);
    STATIC_REQUIRE_FALSE(Multipliable<Money, Rational>);
    STATIC_REQUIRE_FALSE(Multipliable<UnitPrice, Bytes>);
    STATIC_REQUIRE_FALSE(std::convertible_to<UnitPrice, Money>);
    STATIC_REQUIRE_FALSE(std::convertible_to<Money, UnitPrice>);
}

TEST_CASE("no floating-point number becomes money or bytes", "[compile]") {
    STATIC_REQUIRE_FALSE(std::constructible_from<Money, double>);
    STATIC_REQUIRE_FALSE(std::constructible_from<Money, float>);
    STATIC_REQUIRE_FALSE(std::constructible_from<UnitPrice, double>);
    STATIC_REQUIRE_FALSE(std::convertible_to<double, Bytes>);
    STATIC_REQUIRE_FALSE(std::convertible_to<double, Duration>);
    STATIC_REQUIRE_FALSE(Multipliable<UnitPrice, double>);
    STATIC_REQUIRE_FALSE(Multipliable<UnitPrice, float>);
    STATIC_REQUIRE_FALSE(Addable<Money, double>);
}

TEST_CASE("identifiers of different things neither convert nor compare", "[compile]") {
    STATIC_REQUIRE(Comparable<ArchiveId, ArchiveId>);
    STATIC_REQUIRE_FALSE(Comparable<ArchiveId, BundleId>);
    STATIC_REQUIRE_FALSE(Ordered<ArchiveId, BundleId>);
    STATIC_REQUIRE_FALSE(std::convertible_to<ArchiveId, BundleId>);
    STATIC_REQUIRE_FALSE(std::constructible_from<ArchiveId, BundleId>);
    STATIC_REQUIRE_FALSE(std::convertible_to<std::uint64_t, ArchiveId>);
    STATIC_REQUIRE_FALSE(std::convertible_to<ArchiveId, std::uint64_t>);
    STATIC_REQUIRE_FALSE(Comparable<ArchiveId, std::uint64_t>);
    STATIC_REQUIRE_FALSE(Addable<ArchiveId, ArchiveId>);
}

TEST_CASE("a result is no value until it was asked", "[compile]") {
    STATIC_REQUIRE_FALSE(std::convertible_to<firn::Result<Bytes>, Bytes>);
    STATIC_REQUIRE_FALSE(std::convertible_to<firn::Result<Bytes>, bool>);
    STATIC_REQUIRE_FALSE(std::default_initializable<firn::Result<Bytes>>);
}
