#include "core/io/monthly_reader.hpp"

#include "tests/io/codes_of.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

#include <string>

using firn::BillingPeriod;
using firn::Bytes;
using firn::io::read_monthly_totals;
using firn::workload::MonthlyTotals;

namespace {

BillingPeriod month(const char* text) { return *BillingPeriod::parse(text); }

Codes codes(const std::string& rows) {
    const TemporaryFolder folder;
    return codes_of(read_monthly_totals(folder.write("totals.csv", "month,items,bytes\n" + rows)));
}

}  // namespace

TEST_CASE("monthly totals are read by the names of their columns", "[io]") {
    const TemporaryFolder folder;
    const auto totals = read_monthly_totals(folder.write(
        "totals.csv", "bytes,month,tars,items\r\n53175,1991-07,1,2\r\n832079,1991-08,1,28\r\n\r\n"));
    REQUIRE(totals);
    CHECK(*totals == MonthlyTotals{{.month = month("1991-07"), .items = 2, .bytes = Bytes{53'175}},
                                   {.month = month("1991-08"), .items = 28, .bytes = Bytes{832'079}}});
}

TEST_CASE("packed totals read like plain ones", "[io]") {
    const TemporaryFolder folder;
    const auto totals =
        read_monthly_totals(folder.write("totals.csv", gzip("month,items,bytes\n1991-07,2,53175")));
    REQUIRE(totals);
    CHECK(totals->size() == 1);
}

TEST_CASE("a month may have files without bytes, or nothing, or be absent", "[io]") {
    CHECK(codes("2012-11,3,0\n2012-12,0,0\n2013-02,1,1\n") == Codes{"no error"});
}

TEST_CASE("totals that cannot be are told apart", "[io]") {
    CHECK(codes("2012-11,0,5\n") == Codes{"bytes-without-items"});
    CHECK(codes("2012-13,1,5\n") == Codes{"month-not-readable"});
    CHECK(codes("Nov 2012,1,5\n") == Codes{"month-not-readable"});
    CHECK(codes("2012-11,-1,5\n") == Codes{"number-not-readable"});
    CHECK(codes("2012-11,1,5.5\n") == Codes{"number-not-readable"});
    CHECK(codes("2012-11,1,9223372036854775808\n") == Codes{"number-not-readable"});
    CHECK(codes("2012-11,1\n") == Codes{"field-missing"});
    CHECK(codes("2012-11,68719476737,5\n") == Codes{"too-many-items"});
    CHECK(codes("2012-11,1,9223372036854775807\n2012-12,1,1\n") == Codes{"too-many-bytes"});
}

TEST_CASE("months increase and none comes twice", "[io]") {
    CHECK(codes("2012-11,1,1\n2012-11,1,1\n") == Codes{"months-not-increasing"});
    CHECK(codes("2012-11,1,1\n2012-10,1,1\n2012-12,1,1\n") == Codes{"months-not-increasing"});
}

TEST_CASE("all that is wrong with totals is reported at once", "[io]") {
    CHECK(codes("x,y,z\n2012-11,0,5\n") ==
          Codes{"month-not-readable", "number-not-readable", "number-not-readable", "bytes-without-items"});
}

TEST_CASE("totals without their columns are refused", "[io]") {
    const TemporaryFolder folder;
    const auto totals = read_monthly_totals(folder.write("totals.csv", "month,files,bytes\n2012-11,1,1\n"));
    REQUIRE(codes_of(totals) == Codes{"trace-header"});
    CHECK(totals.error().front().where.line == 1);
}

TEST_CASE("a fault in totals is located", "[io]") {
    const TemporaryFolder folder;
    const auto totals =
        read_monthly_totals(folder.write("totals.csv", "month,items,bytes\n\n2012-11,many,1\n"));
    REQUIRE_FALSE(totals);
    CHECK(totals.error().front().where.line == 3);
    CHECK(totals.error().front().where.column == 9);
}
