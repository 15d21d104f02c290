#include "core/service/compression.hpp"

#include "tests/support/catch.hpp"

namespace firn::service {

TEST_CASE("what is left of an archive is exactly its share, rounded up", "[service]") {
    const Compression four_fifths = Compression::of(Rational{4, 5});
    CHECK(four_fifths.of_archive(Bytes{25'600}) == Bytes{20'480});
    CHECK(four_fifths.of_archive(Bytes{25'601}) == Bytes{20'481});
    CHECK(four_fifths.of_offset(Bytes{25'604}) == Bytes{20'483});
    CHECK(Compression{}.of_archive(Bytes{7}) == Bytes{7});
    CHECK(Compression::of(Rational{1}) == Compression{});
    // A third of 4 TiB and more, which 64 bits do not hold on the way.
    CHECK(Compression::of(Rational{1, 3}).of_archive(Bytes{3'000'000'000'001}) == Bytes{1'000'000'000'001});
}

TEST_CASE("a share that is finer than 2^-32 is the nearest multiple, and never nothing", "[service]") {
    const Rational third = Rational{333'333'333'333, 1'000'000'000'000};
    CHECK(Compression::of(third).share() == Rational{1'431'655'765, std::int64_t{1} << 32U});
    CHECK(Compression::of(Rational{1, std::int64_t{1} << 60U}).share() ==
          Rational{1, std::int64_t{1} << 32U});
}

}  // namespace firn::service
