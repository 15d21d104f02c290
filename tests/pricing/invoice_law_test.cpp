// Laws of what an invoice adds, tried on settings and usages drawn at random.
#include "tests/pricing/bill_of_text.hpp"

#include <rapidcheck.h>

using namespace firn;
using namespace firn::pricing;

namespace {

int number_to(int largest) { return *rc::gen::inRange(0, largest + 1); }

usage::Usage random_usage() {
    usage::Usage usage;
    for (const char* month : {"2013-01", "2013-02", "2013-03"}) {
        usage::Period period{.month = *BillingPeriod::parse(month)};
        period.metered.push_back({.charge = ChargeType::storage,
                                  .storage_class = "glacier",
                                  .quantity = Rational{number_to(900000), 7}});
        period.transfer_out = usage::TransferOut{Rational{Bytes::from_gib(number_to(20000)).count()}, {}};
        usage.periods.push_back(std::move(period));
    }
    return usage;
}

Bill priced(const usage::Usage& usage, Rounding rounding) {
    static const PriceBook kBook = shipped_book("us-east-1");
    auto bill = price(usage, kBook, {.rounding = rounding});
    RC_ASSERT(bill.has_value());
    return std::move(bill).value();
}

Rounding any_rounding() { return static_cast<Rounding>(number_to(4)); }

/// The exact costs of the lines for which `counts` holds.
template <class Counts>
Rational sum_of(const PeriodBill& month, Counts counts) {
    Rational sum = 0;
    for (const LineItem& line : month.lines) {
        if (counts(line)) sum += line.cost_exact.amount();
    }
    return sum;
}

auto of_kind(std::string kind) {
    return [kind = std::move(kind)](const LineItem& line) { return line.kind == kind; };
}

bool is_transfer(const LineItem& line) { return line.charge == ChargeType::transfer_out; }

bool is_charge(const LineItem& line) { return line.charge != ChargeType::adjustment; }

usage::BillingSettings random_settings() {
    usage::BillingSettings billing;
    billing.egress_waiver = Rational{number_to(100), 100};
    billing.discount = Rational{number_to(100), 100};
    billing.credits = {{.name = "a", .amount = Money{Rational{number_to(100000), 100}}},
                       {.name = "b", .amount = Money{Rational{number_to(100000), 100}}}};
    billing.support = usage::Support{Rational{number_to(20), 100}, Money{Rational{number_to(100)}}};
    billing.tax = Rational{number_to(100), 100};
    return billing;
}

}  // namespace

TEST_CASE("without settings nothing changes", "[pricing][billing][law]") {
    CHECK(rc::check([] {
        usage::Usage usage = random_usage();
        const Rounding rounding = any_rounding();
        const Bill plain = priced(usage, rounding);
        usage.billing.discount = Rational{0};
        usage.billing.tax = Rational{0};
        const Bill zero = priced(usage, rounding);
        RC_ASSERT(plain.total_exact == zero.total_exact);
        RC_ASSERT(plain.total == zero.total);
        RC_ASSERT(plain.notes.empty());
    }));
}

TEST_CASE("a bill with all settings is the sum of its lines", "[pricing][billing][law]") {
    CHECK(rc::check([] {
        usage::Usage usage = random_usage();
        usage.billing = random_settings();
        const Bill bill = priced(usage, any_rounding());
        Money exact;
        Money shown;
        for (const PeriodBill& month : bill.periods) {
            for (const LineItem& line : month.lines) {
                RC_ASSERT(line.cost_exact == line.unit_price * line.quantity);
                exact += line.cost_exact;
                shown += line.cost;
            }
        }
        RC_ASSERT(bill.total_exact == exact);
        RC_ASSERT(bill.total == shown);
    }));
}

TEST_CASE("tax is its share of the discounted total", "[pricing][billing][law]") {
    CHECK(rc::check([] {
        usage::Usage usage = random_usage();
        usage.billing.discount = Rational{number_to(100), 100};
        usage.billing.tax = Rational{number_to(100), 100};
        for (const PeriodBill& month : priced(usage, Rounding::invoice).periods) {
            const Rational discounted = sum_of(month, is_charge) * (1 - *usage.billing.discount);
            RC_ASSERT(sum_of(month, of_kind("tax")) == discounted * *usage.billing.tax);
        }
    }));
}

TEST_CASE("credits never exceed their amount nor what there is to pay", "[pricing][billing][law]") {
    CHECK(rc::check([] {
        usage::Usage usage = random_usage();
        usage.billing = random_settings();
        Rational amount = 0;
        for (const usage::Credit& credit : usage.billing.credits)
            amount += credit.amount.amount();
        const Bill bill = priced(usage, any_rounding());
        Rational used = 0;
        for (const PeriodBill& month : bill.periods) {
            used -= sum_of(month, of_kind("credit"));
            RC_ASSERT(month.total_exact >= Money{});
            RC_ASSERT(month.total >= Money{});
        }
        RC_ASSERT(used <= amount);
    }));
}

TEST_CASE("a waiver exceeds neither transfer out nor its share of the bill", "[pricing][billing][law]") {
    CHECK(rc::check([] {
        usage::Usage usage = random_usage();
        usage.billing = random_settings();
        for (const PeriodBill& month : priced(usage, any_rounding()).periods) {
            const Rational waived = -sum_of(month, of_kind("egress_waiver"));
            const Rational transfer = sum_of(month, is_transfer);
            const Rational share = sum_of(month, is_charge) * *usage.billing.egress_waiver;
            const Rational least = transfer < share ? transfer : share;
            RC_ASSERT(waived == least);
        }
    }));
}

TEST_CASE("more other usage never makes transfer out dearer", "[pricing][billing][law]") {
    CHECK(rc::check([] {
        usage::Usage usage = random_usage();
        const Bill alone = priced(usage, Rounding::exact);
        usage.billing.other_usage = {
            {.charge = ChargeType::transfer_out, .quantity = Rational{1 + number_to(90000)}}};
        const Bill shared = priced(usage, Rounding::exact);
        // What is lost is the free GB of each month; beyond it the bands only get cheaper.
        const Rational three_free_gb = Rational{3 * 12, 100};
        RC_ASSERT(shared.total_exact.amount() <= alone.total_exact.amount() + three_free_gb);
    }));
}
