// Laws that hold for every bill, tried on many usages drawn from small numbers.
#include "tests/pricing/bill_of_text.hpp"

#include <rapidcheck.h>

using namespace firn;
using namespace firn::pricing;

namespace {

std::string gib(int amount) { return std::to_string(amount) + " GiB"; }

int number_to(int largest) { return *rc::gen::inRange(0, largest + 1); }

std::string random_month() {
    return "    storage: [{class: glacier, average: " + gib(number_to(100000)) +
           ", archives: " + std::to_string(number_to(1000)) +
           "}]\n    requests: [{class: glacier, kind: upload, count: " + std::to_string(number_to(3000)) +
           "}]\n    retrievals:\n      - {class: glacier, at: 2013-04-" + std::to_string(10 + number_to(20)) +
           "T12:00Z, bytes: " + gib(number_to(500)) + "}\n      - {class: glacier, from: 2013-04-" +
           std::to_string(10 + number_to(20)) + "T20:30Z, hours: " + std::to_string(1 + number_to(50)) +
           ", bytes: " + gib(number_to(500)) + "}\n    transfer_out: " + gib(number_to(700000)) + "\n";
}

Bill priced(const PriceBook& book, const std::string& entries, Rounding rounding) {
    const auto usage = yaml::read_usage("usage.yaml", month_of("2013-04", entries));
    RC_ASSERT(usage.has_value());
    auto bill = price(*usage, book, {.rounding = rounding});
    RC_ASSERT(bill.has_value());
    return std::move(bill).value();
}

}  // namespace

TEST_CASE("a bill is the sum of its lines, in every rounding", "[pricing][law]") {
    const PriceBook book = shipped_book("us-east-1");
    CHECK(rc::check([&] {
        const auto rounding = static_cast<Rounding>(number_to(4));
        const Bill bill = priced(book, random_month(), rounding);
        Money exact;
        Money shown;
        for (const LineItem& line : bill.periods.at(0).lines) {
            exact += line.cost_exact;
            shown += line.cost;
            RC_ASSERT(line.cost_exact == line.unit_price * line.quantity);
        }
        RC_ASSERT(bill.total_exact == exact);
        RC_ASSERT(bill.total == shown);
    }));
}

TEST_CASE("splitting an entry of storage changes no exact total", "[pricing][law]") {
    const PriceBook book = shipped_book("us-east-1");
    CHECK(rc::check([&] {
        const int hours = 1 + number_to(718);
        const std::string bytes = gib(number_to(100000));
        const auto entry = [&](int n) {
            return "      - {class: glacier, bytes: " + bytes + ", for: " + std::to_string(n) +
                   " h, archives: 77}\n";
        };
        const Bill whole = priced(book, "    storage:\n" + entry(720), Rounding::exact);
        const Bill split =
            priced(book, "    storage:\n" + entry(hours) + entry(720 - hours), Rounding::exact);
        RC_ASSERT(whole.total_exact == split.total_exact);
    }));
}

TEST_CASE("pricing twice gives the same", "[pricing][law]") {
    const PriceBook book = shipped_book("us-east-1");
    CHECK(rc::check([&] {
        const std::string month = random_month();
        RC_ASSERT(priced(book, month, Rounding::exact).total_exact ==
                  priced(book, month, Rounding::exact).total_exact);
    }));
}

TEST_CASE("more bytes out never cost less", "[pricing][law]") {
    const PriceBook book = shipped_book("us-east-1");
    CHECK(rc::check([&] {
        const int bytes = number_to(700000);
        const int more = number_to(1000);
        const auto cost = [&](int n) {
            return priced(book, "    transfer_out: " + gib(n) + "\n", Rounding::exact).total_exact;
        };
        RC_ASSERT(cost(bytes) <= cost(bytes + more));
    }));
}

TEST_CASE("more bytes stored for the same time never cost less, retrieval apart", "[pricing][law]") {
    const PriceBook book = shipped_book("ap-northeast-1");
    CHECK(rc::check([&] {
        const int bytes = number_to(100000);
        const auto cost = [&](int n) {
            return priced(book, "    storage: [{class: glacier, average: " + gib(n) + "}]\n", Rounding::exact)
                .total_exact;
        };
        RC_ASSERT(cost(bytes) <= cost(bytes + number_to(1000)));
    }));
}

TEST_CASE("an archive kept for any time costs at least its minimum duration", "[pricing][law]") {
    // Storage until the deletion and what is owed then are together 90 days at 0.010, whatever the age.
    const PriceBook book = shipped_book("us-east-1");
    CHECK(rc::check([&] {
        const std::string days = std::to_string(number_to(30));
        const Bill bill =
            priced(book,
                   "    storage: [{class: glacier, bytes: 100 GiB, for: " + days +
                       " days, archives: 7}]\n    deletions: [{class: glacier, bytes: 100 GiB, archives: 7, "
                       "stored_for: " +
                       days + " days}]\n",
                   Rounding::exact);
        const Rational overhead{7 * 32, 1024 * 1024};
        RC_ASSERT(bill.total_exact == Money{Rational{(100 + overhead) * 3 / 100}});
    }));
}
