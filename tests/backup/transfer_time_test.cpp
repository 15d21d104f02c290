#include "core/backup/transfer_time.hpp"

#include "core/random/splitmix.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>

using namespace firn;
using namespace firn::backup;

namespace {

Duration by_division(Bytes bytes, ByteRate rate) {
    const auto per_second = static_cast<UInt128>(rate.bytes_per_second());
    const UInt128 microseconds =
        (static_cast<UInt128>(bytes.count()) * 1'000'000 + per_second - 1) / per_second;
    return Duration{static_cast<std::int64_t>(microseconds)};
}

void compare_with_division(ByteRate rate, std::uint64_t seed) {
    const TransferTime transfer{rate};
    for (std::uint64_t n = 0; n < 500; ++n) {
        // Sizes of up to 40 bits, often few, and the multiples of the rate with their neighbours.
        const std::uint64_t draw = random::draw(seed, n);
        const auto size = static_cast<std::int64_t>((draw >> 24U) >> (draw % 40));
        const std::int64_t multiple = size - size % rate.bytes_per_second();
        for (const std::int64_t count :
             {size, multiple, multiple + 1, multiple + rate.bytes_per_second() - 1}) {
            CAPTURE(rate.bytes_per_second(), count);
            REQUIRE(transfer.of(Bytes{count}) == by_division(Bytes{count}, rate));
        }
    }
}

}  // namespace

TEST_CASE("a transfer takes its bytes divided by the rate, rounded up to a microsecond", "[backup]") {
    // 10 MB/s is 10 bytes a microsecond.
    const TransferTime transfer{ByteRate{10'000'000}};
    CHECK(transfer.of(Bytes{0}) == Duration{0});
    CHECK(transfer.of(Bytes{1}) == Duration{1});
    CHECK(transfer.of(Bytes{10}) == Duration{1});
    CHECK(transfer.of(Bytes{11}) == Duration{2});
    CHECK(transfer.of(Bytes{259'229}) == Duration{25'923});
}

TEST_CASE("transfer times equal those of a division at any rate", "[backup]") {
    for (const std::int64_t rate :
         {1LL, 2LL, 3LL, 7LL, 999'983LL, 1'000'000LL, 1'048'576LL, 2'000'000LL, 10'000'000LL, 20'000'000LL,
          125'000'001LL, 1LL << 40U, (1LL << 45U) + 1}) {
        compare_with_division(ByteRate{rate}, 1);
    }
    for (std::uint64_t n = 0; n < 200; ++n) {
        compare_with_division(ByteRate{1 + static_cast<std::int64_t>(random::draw(2, n) % 100'000'000)}, n);
    }
}

TEST_CASE("the largest sizes are exact where their time can be told", "[backup]") {
    const Bytes largest{(std::int64_t{1} << 62U) + 12'345};
    CHECK(TransferTime{ByteRate{10'000'000}}.of(largest) == by_division(largest, ByteRate{10'000'000}));
    CHECK(TransferTime{ByteRate{999'999'937}}.of(largest) == by_division(largest, ByteRate{999'999'937}));
    CHECK(TransferTime{ByteRate{1}}.of(largest) == TransferTime::kTooLong);
    CHECK(TransferTime{ByteRate{std::int64_t{1} << 62U}}.of(largest) == Duration{1'000'001});
}
