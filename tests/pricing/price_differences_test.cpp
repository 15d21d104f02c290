#include "core/pricing/price_differences.hpp"
#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::pricing;

namespace {

Tariff storage_at(const std::string& storage_class, std::vector<Band> bands) {
    return {.charge = ChargeType::storage,
            .storage_class = storage_class,
            .unit = BillingUnit::gb_month,
            .periods = {{.from = Instant{}, .until = open_end(), .bands = std::move(bands)}}};
}

Band band(const char* price, std::optional<Rational> up_to = {}) {
    return {.up_to = std::move(up_to), .price = UnitPrice{*parse_decimal(price)}};
}

const Instant kDay = *parse_rfc3339("2026-01-01");

}  // namespace

TEST_CASE("a price that fell from 0.004 to 0.0036 changed by -10 %", "[pricing]") {
    const PriceBook before{.tariffs = {storage_at("flexible", {band("0.004")})}};
    const PriceBook after{.tariffs = {storage_at("flexible", {band("0.0036")})}};
    const auto differences = price_differences(before, kDay, after, kDay);
    REQUIRE(differences.prices.size() == 1);
    CHECK(differences.prices.front().change() == PriceChange::changed);
    CHECK(differences.prices.front().share() == Rational{-1, 10});
}

TEST_CASE("bands are compared range by range where their bounds differ", "[pricing]") {
    const PriceBook before{.tariffs = {storage_at("standard", {band("0.03", Rational{1024}), band("0.02")})}};
    const PriceBook after{.tariffs = {storage_at("standard", {band("0.03", Rational{2048}), band("0.02")})}};
    const auto differences = price_differences(before, kDay, after, kDay);
    // 0 to 1024 the same, 1024 to 2048 dearer, above the same.
    REQUIRE(differences.prices.size() == 3);
    CHECK(differences.count(PriceChange::same) == 2);
    CHECK(differences.prices[1].above == Rational{1024});
    CHECK(differences.prices[1].up_to == Rational{2048});
    CHECK(differences.prices[1].after == *parse_decimal("0.03"));
}

TEST_CASE("a charge of one book alone is new or gone", "[pricing]") {
    const PriceBook before{.tariffs = {storage_at("glacier", {band("0.01")})}};
    const PriceBook after{.tariffs = {storage_at("flexible", {band("0.01")})}};
    const auto differences = price_differences(before, kDay, after, kDay);
    CHECK(differences.count(PriceChange::gone) == 1);
    CHECK(differences.count(PriceChange::added) == 1);
}

TEST_CASE("a band whose price is not known is no price", "[pricing]") {
    const PriceBook before{
        .tariffs = {storage_at("standard", {band("0.03", Rational{1024}), {.is_known = false}})}};
    const PriceBook after{.tariffs = {storage_at("standard", {band("0.03")})}};
    const auto differences = price_differences(before, kDay, after, kDay);
    CHECK(differences.count(PriceChange::same) == 1);
    CHECK(differences.count(PriceChange::added) == 1);
}
