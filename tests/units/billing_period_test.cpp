#include "core/units/billing_period.hpp"

#include "core/units/time.hpp"
#include "tests/support/catch.hpp"

#include <rapidcheck.h>

#include <string>
#include <tuple>

using firn::BillingPeriod;

namespace {

BillingPeriod month(const std::string& text) { return BillingPeriod::parse(text).value(); }
firn::Instant instant(const std::string& text) { return firn::parse_rfc3339(text).value(); }

}  // namespace

TEST_CASE("a month holds its first instant and not the first of the next", "[units]") {
    const BillingPeriod march = month("2013-03");
    CHECK(march.contains(instant("2013-03-01T00:00:00Z")));
    CHECK(march.contains(instant("2013-03-31T23:59:59.999999Z")));
    CHECK_FALSE(march.contains(instant("2013-04-01T00:00:00Z")));
    CHECK_FALSE(march.contains(instant("2013-02-28T23:59:59.999999Z")));
}

TEST_CASE("an instant belongs to the month in UTC", "[units]") {
    CHECK(BillingPeriod::containing(instant("2013-03-31T23:30-01:00")) == month("2013-04"));
    CHECK(BillingPeriod::containing(instant("1970-01-01T00:00Z")) == month("1970-01"));
    CHECK(BillingPeriod::containing(instant("2012-02-29T12:00Z")) == month("2012-02"));
}

TEST_CASE("a month has the days and hours of the calendar", "[units]") {
    const auto [text, days, hours] = GENERATE(table<std::string, int, int>({
        {"2013-02", 28, 672},
        {"2012-02", 29, 696},
        {"2000-02", 29, 696},
        {"2100-02", 28, 672},
        {"2013-04", 30, 720},
        {"2012-12", 31, 744},
    }));
    CAPTURE(text);
    CHECK(month(text).days() == days);
    CHECK(month(text).hours() == hours);
}

TEST_CASE("the length of a month is its hours", "[units]") {
    CHECK(month("2013-02").length() == std::chrono::hours{672});
    CHECK(month("2012-12").length() == std::chrono::hours{744});
}

TEST_CASE("months are counted across years", "[units]") {
    CHECK(month("2012-12").next() == month("2013-01"));
    CHECK(month("2012-11").plus_months(14) == month("2014-01"));
    CHECK(month("2013-01").plus_months(-1) == month("2012-12"));
    CHECK(months_between(month("2013-03"), month("2013-04")) == 1);
    CHECK(months_between(month("2012-08"), month("2016-11")) == 51);
    CHECK(months_between(month("2013-03"), month("2012-12")) == -3);
    CHECK(month("2012-12") < month("2013-01"));
}

TEST_CASE("text that is no month is refused", "[units]") {
    const std::string text =
        GENERATE(as<std::string>{}, "", "2013", "2013-3", "2013-00", "2013-13", "13-03", "2013-03-05",
                 "2013/03", "1969-12", "-013-03", "2013-+3", " 2013-03", "2013-03 ", "march");
    CAPTURE(text);
    CHECK_FALSE(BillingPeriod::parse(text).has_value());
}

TEST_CASE("any month reads back from its text, and lies between its ends", "[units][property]") {
    const bool holds = rc::check("parse(to_text(m)) == m; m.end() == m.next().begin()", [] {
        const BillingPeriod period =
            month("1970-01").plus_months(*rc::gen::inRange(0, (9999 - 1970) * 12 + 12));
        RC_ASSERT(BillingPeriod::parse(to_text(period)) == period);
        RC_ASSERT(period.end() == period.next().begin());
        RC_ASSERT(BillingPeriod::containing(period.begin()) == period);
        RC_ASSERT(BillingPeriod::containing(period.end() - firn::Duration{1}) == period);
    });
    CHECK(holds);
}
