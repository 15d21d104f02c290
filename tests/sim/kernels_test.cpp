#include "core/sim/kernels.hpp"

#include "core/random/splitmix.hpp"
#include "tests/support/catch.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

using namespace firn;
using namespace firn::sim;

TEST_CASE("every instruction set sums amounts and times of any size", "[sim]") {
    // Also where 32 bits end: then products no longer fit into 64.
    for (const InstructionSet set : available_instruction_sets()) {
        for (const std::uint64_t bits : {1U, 31U, 32U, 33U, 60U}) {
            CAPTURE(to_text(set), bits);
            const Duration base{1000};
            std::vector<Duration> times;
            std::vector<Bytes> amounts;
            UInt128 time_sum = 0;
            UInt128 amount_sum = 0;
            UInt128 product_sum = 0;
            for (std::uint64_t n = 0; n < 77; ++n) {
                const std::uint64_t time = random::draw(bits, 2 * n) >> (64U - bits);
                const std::uint64_t amount = random::draw(bits, 2 * n + 1) >> (64U - bits);
                times.push_back(base + Duration{static_cast<std::int64_t>(time)});
                amounts.emplace_back(static_cast<std::int64_t>(amount));
                time_sum += time;
                amount_sum += amount;
                product_sum += static_cast<UInt128>(time) * amount;
            }
            const TimedSums sums = kernels_of(set).sums_of(times, base, amounts);
            CHECK(to_decimal(sums.times) == to_decimal(time_sum));
            CHECK(to_decimal(sums.amounts) == to_decimal(amount_sum));
            CHECK(to_decimal(sums.products) == to_decimal(product_sum));
        }
    }
}

TEST_CASE("every instruction set finds whether a value lies in a range", "[sim]") {
    for (const InstructionSet set : available_instruction_sets()) {
        CAPTURE(to_text(set));
        for (std::size_t place = 0; place < 70; ++place) {
            std::vector<std::uint32_t> values(70, 5);
            values[place] = 4'000'000'000;
            CHECK(kernels_of(set).any_within(values, 4'000'000'000, 1));
            CHECK(kernels_of(set).any_within(values, 3'999'999'000, 1001));
            CHECK(!kernels_of(set).any_within(values, 3'999'999'000, 1000));
            CHECK(!kernels_of(set).any_within(values, 6, 1000));
        }
        CHECK(!kernels_of(set).any_within({}, 0, 1));
    }
}
