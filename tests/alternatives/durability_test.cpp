#include "core/alternatives/durability.hpp"

#include "tests/alternatives/reference_rows.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <string>

using namespace firn::alternatives;

namespace {

/// Equal in nearly all digits of the reference, which has fifteen.
void agrees(double value, const std::string& name, double grain = 1e-12) {
    const double expected = std::stod(reference("durability_reference.csv", name));
    INFO(name << ": " << value << " against " << expected);
    CHECK(std::abs(value - expected) <= grain * std::abs(expected));
}

constexpr double kFailure = 1.0 / 100'000;
constexpr double kRepair = 1.0 / 24;

}  // namespace

TEST_CASE("mean time to loss agrees with the references", "[alternatives]") {
    agrees(mean_hours_to_loss({.units = 2, .tolerated = 1, .failure_rate = kFailure, .repair_rate = kRepair}),
           "mirror_pair_mttf100000h_mttr24h,mttdl_hours");
    agrees(mean_hours_to_loss({.units = 8, .tolerated = 1, .failure_rate = kFailure, .repair_rate = kRepair}),
           "raid5_8disks_mttf100000h_mttr24h,mttdl_hours");
    RepairedGroup raid6{.units = 15, .tolerated = 2, .failure_rate = kFailure, .repair_rate = kRepair};
    agrees(mean_hours_to_loss(raid6), "raid6_15disks_mttf100000h_mttr24h_single_repair,mttdl_hours");
    raid6.parallel_repair = true;
    agrees(mean_hours_to_loss(raid6), "raid6_15disks_mttf100000h_mttr24h_parallel_repair,mttdl_hours");
    agrees(mean_hours_to_loss({.units = 3,
                               .tolerated = 2,
                               .failure_rate = kFailure,
                               .repair_rate = kRepair,
                               .parallel_repair = true}),
           "three_replicas_mttf100000h_mttr24h_parallel_repair,mttdl_hours");
}

TEST_CASE("a code of 4 + 2 has the durability that Backblaze published", "[alternatives]") {
    const WindowedCode code{.data = 4, .parity = 2, .yearly_failures = 0.1, .window_days = 1};
    agrees(window_loss(code), "erasure_4_2_afr0.10_1day,period_loss_probability");
    agrees(yearly_loss_of(code), "erasure_4_2_afr0.10_1day,annual_loss_rate");
    agrees(1 - yearly_loss_of(code), "erasure_4_2_afr0.10_1day,annual_durability");
}

TEST_CASE("codes by windows agree with the references", "[alternatives]") {
    const auto check = [](const WindowedCode& code, const std::string& name) {
        agrees(window_loss(code), name + ",period_loss_probability");
        agrees(yearly_loss_of(code), name + ",annual_loss_rate", 1e-9);
        agrees(1 - yearly_loss_of(code), name + ",annual_durability");
    };
    check({.data = 17, .parity = 3, .yearly_failures = 0.0041, .window_days = 6.5},
          "erasure_17_3_afr0.0041_6.5days");
    check({.data = 1, .parity = 1, .yearly_failures = 0.014, .window_days = 30}, "mirror_afr0.014_30days");
    check({.data = 1, .parity = 0, .yearly_failures = 0.014, .window_days = 1}, "single_afr0.014_1day");
    check({.data = 8, .parity = 4, .yearly_failures = 0.014, .window_days = 3}, "erasure_8_4_afr0.014_3days");
}

TEST_CASE("pairs on a shelf are lost as the references say", "[alternatives]") {
    agrees(shelf_loss(2, 0.014, 1), "shelf_pair_afr0.014_check_every_1y,loss_per_pair_per_year");
    // The reference subtracts from 1 in double precision, which leaves its last digits to chance; in 40
    // digits it is 4.88279555323e-05 to the same ten.
    agrees(shelf_loss(2, 0.014, 0.25), "shelf_pair_afr0.014_check_every_0.25y,loss_per_pair_per_year", 1e-11);
    agrees(shelf_loss(2, 0.05, 1), "shelf_pair_afr0.05_check_every_1y,loss_per_pair_per_year");
}

TEST_CASE("a full read meets unreadable sectors as the references say", "[alternatives]") {
    agrees(unreadable_read(4e12, 1e-14), "full_read_4TB_ber1e-14,probability_of_unreadable_sector");
    agrees(unreadable_read(4e12, 1e-15), "full_read_4TB_ber1e-15,probability_of_unreadable_sector");
    agrees(unreadable_read(12e12, 1e-14), "full_read_12TB_ber1e-14,probability_of_unreadable_sector");
    agrees(unreadable_read(24e12, 1e-15), "full_read_24TB_ber1e-15,probability_of_unreadable_sector");
}
