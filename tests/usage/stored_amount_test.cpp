#include "core/usage/stored_amount.hpp"
#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::usage;

namespace {

const BillingPeriod kLeapFebruary = *BillingPeriod::parse("2016-02");  // 696 hours

}  // namespace

TEST_CASE("each way to state what lay there gives byte-hours", "[usage]") {
    CHECK(byte_hours({.amount = AverageBytes{Rational{1, 2}}}, kLeapFebruary) == 348);
    CHECK(byte_hours({.amount = BytesFor{Rational{10}, std::chrono::minutes{90}}}, kLeapFebruary) == 15);
    CHECK(byte_hours({.amount = ByteHours{Rational{7}}}, kLeapFebruary) == 7);
    CHECK(byte_hours({.amount = Bytes{2} * Duration{std::chrono::minutes{30}}}, kLeapFebruary) == 1);
}

TEST_CASE("archives lie there as long as their bytes", "[usage]") {
    const StoredAmount limited = BytesFor{Rational{100}, std::chrono::hours{10}};
    CHECK(archive_hours({.amount = limited, .archives = ArchiveCount{3}}, kLeapFebruary) == Rational{30});
    CHECK(archive_hours({.amount = AverageBytes{Rational{1}}, .archives = ArchiveCount{3}}, kLeapFebruary) ==
          Rational{3 * 696});
    CHECK(archive_hours({.amount = limited, .archives = ArchiveTime{7'200'000'000}}, kLeapFebruary) ==
          Rational{2});
}

TEST_CASE("archives of a size are as many as hold the bytes", "[usage]") {
    const StoredAmount limited = BytesFor{Rational{100}, std::chrono::hours{10}};
    CHECK(archive_hours({.amount = limited, .archives = ArchiveSize{Rational{30}}}, kLeapFebruary) ==
          Rational{40});
    CHECK(archive_hours({.amount = limited, .archives = ArchiveSize{Rational{25}}}, kLeapFebruary) ==
          Rational{40});
    const StoredAmount no_time = BytesFor{Rational{100}, Duration{0}};
    CHECK(archive_hours({.amount = no_time, .archives = ArchiveSize{Rational{30}}}, kLeapFebruary) ==
          Rational{0});
}

TEST_CASE("an unknown number of archives stays unknown", "[usage]") {
    CHECK_FALSE(archive_hours({.amount = AverageBytes{Rational{1}}}, kLeapFebruary));
}
