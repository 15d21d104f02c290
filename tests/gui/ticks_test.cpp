#include "gui/charts/ticks.hpp"
#include "tests/support/catch.hpp"

#include <QStringList>

using namespace firn;
using namespace firn::gui;

namespace {

std::string labels(const std::vector<Tick>& ticks) {
    QStringList texts;
    for (const Tick& tick : ticks)
        texts += tick.label;
    return texts.join(QStringLiteral(" | ")).replace(QChar::Nbsp, QLatin1Char{' '}).toStdString();
}

}  // namespace

TEST_CASE("ticks stand where people count", "[gui]") {
    CHECK(labels(number_ticks(0, 38'000, 5)) == "0 | 10,000 | 20,000 | 30,000");
    CHECK(labels(number_ticks(0, 0.02, 4)) == "0.000 | 0.005 | 0.010 | 0.015 | 0.020");
    CHECK(labels(count_ticks(0, 2, 8)) == "0 | 1 | 2");
    CHECK(labels(byte_ticks(0, 1.2e9, 4)) == "0.0 GB | 0.5 GB | 1.0 GB");
    CHECK(labels(byte_ticks(0, 1, 5)) == "0 B | 1 B");
    CHECK(labels(duration_ticks(0, 3600, 4)) == "0 min | 15 min | 30 min | 45 min | 60 min");
    CHECK(labels(log_ticks(-0.5, 1.2, 9)) == "0.5 | 1 | 2 | 5 | 10");
    CHECK(labels(log_ticks(0.6, 4.4, 6)) == "10 | 100 | 1,000 | 10,000");
    CHECK(labels(doubling_ticks(20, 30, 6)) == "1 MiB | 4 MiB | 16 MiB | 64 MiB | 256 MiB | 1 GiB");
}

TEST_CASE("months are marked at quarters and years", "[gui]") {
    const BillingPeriod first = *BillingPeriod::parse("2012-11");
    CHECK(labels(month_ticks(first)(-0.6, 35.4, 6)) ==
          "2013-01 | 2013-07 | 2014-01 | 2014-07 | 2015-01 | 2015-07");
    CHECK(labels(time_ticks(first.begin())(0, 2 * 86400, 4)) == "11-01 | 12:00 | 11-02 | 12:00 | 11-03");
}

TEST_CASE("things have their names, long ones in two lines", "[gui]") {
    const TickMaker names = name_ticks(
        {QStringLiteral("Expected"), QStringLiteral("Missing on our side"), QStringLiteral("Billed")});
    CHECK(labels(names(-0.6, 2.4, 1)) == "Expected | Missing on\nour side | Billed");
    CHECK(labels(names(0.5, 1.5, 9)) == "Missing on\nour side");
}
