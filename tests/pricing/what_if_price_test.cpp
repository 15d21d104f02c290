// Prices that a usage file states in place of the book's.
#include "tests/pricing/bill_of_text.hpp"

using namespace firn;
using namespace firn::pricing;

namespace {

std::string priced_with(const std::string& entries, const std::string& prices) {
    return month_of("2013-04", entries + "    prices:\n" + prices);
}

const std::string kTransfer = "    transfer_out: 63488 GiB\n";

}  // namespace

TEST_CASE("a stated price replaces all bands of its charge, the free amount stays", "[pricing]") {
    const Bill bill = bill_of(priced_with(kTransfer, "      - {charge: transfer_out, price: 0.10}\n"));
    CHECK(quantity_of(bill, ChargeType::transfer_out) == "63487");
    CHECK(cost_of(bill, ChargeType::transfer_out) == "6348.70");
    CHECK(line_of(bill, ChargeType::transfer_out).doubts.empty());
    CHECK_THAT(steps_of(line_of(bill, ChargeType::transfer_out)),
               Catch::Contains("stated in the usage file"));
}

TEST_CASE("a stated free amount replaces the book's, the bands stay", "[pricing]") {
    const Bill bill = bill_of(priced_with(kTransfer, "      - {charge: transfer_out, free: 0 GiB}\n"));
    // 10240 x 0.12 + 40960 x 0.09 + 12288 x 0.07
    CHECK(format_decimal(bill.total_exact.amount()) == "5775.36");
}

TEST_CASE("a price for one kind of request leaves the other at the book's, in a line of its own",
          "[pricing]") {
    const Bill bill = bill_of(priced_with(R"(
    requests:
      - {class: glacier, kind: upload, count: 1000}
      - {class: glacier, kind: retrieval, count: 1000}
)",
                                          "      - {class: glacier, kind: upload, price: 0.03/1000}\n"));
    REQUIRE(bill.periods.at(0).lines.size() == 2);
    CHECK(total_of(bill) == "0.08");
}

TEST_CASE("a price by charge holds for all its kinds, in one line", "[pricing]") {
    const Bill bill = bill_of(priced_with(R"(
    requests:
      - {class: glacier, kind: upload, count: 1000}
      - {class: glacier, kind: retrieval, count: 1000}
)",
                                          "      - {charge: requests, price: 0.03/1000}\n"));
    CHECK(quantity_of(bill, ChargeType::requests) == "2000");
    CHECK(cost_of(bill, ChargeType::requests) == "0.06");
}

TEST_CASE("a stated retrieval price keeps the rule of the fee", "[pricing]") {
    const Bill bill =
        bill_of(priced_with("    retrievals: [{class: glacier, at: 2013-04-05T00:00Z, bytes: 12 GiB}]\n",
                            "      - {class: glacier, charge: retrieval, price: 0.0114}\n"));
    CHECK(exact_cost_of(bill, ChargeType::retrieval) == "24.624");  // 2160 x 0.0114
}

TEST_CASE("a stated price fills a gap of the book", "[pricing]") {
    const Bill bill = bill_of(month_of("2013-04",
                                       "    transfer_out: 10 GiB\n"
                                       "    prices: [{charge: transfer_out, price: 0.14}]\n",
                                       "region: ap-southeast-2"));
    CHECK(cost_of(bill, ChargeType::transfer_out) == "1.40");
}

TEST_CASE("a stated price holds for the whole month, also before the service began", "[pricing]") {
    const Bill bill = bill_of(month_of("2012-08", R"(
    deletions: [{class: glacier, bytes: 10 GiB, stored_for: 60 days, at: 2012-08-01T00:00Z}]
    prices: [{charge: early_deletion, price: 1}]
)"));
    CHECK(cost_of(bill, ChargeType::early_deletion) == "10.00");
}

TEST_CASE("the fee by the hour has no free amount to replace", "[pricing]") {
    CHECK(codes_of(priced_with("", "      - {charge: retrieval, free: 0 GiB}\n")) == "override-unused");
}

TEST_CASE("two prices for one thing contradict each other, the same price twice does not", "[pricing]") {
    const std::string storage = "    storage: [{class: glacier, average: 1 GiB}]\n";
    CHECK(codes_of(priced_with(storage,
                               "      - {charge: storage, price: 0.01}\n"
                               "      - {class: glacier, charge: storage, price: 0.02}\n")) ==
          "override-contradicts");
    CHECK(codes_of(priced_with(storage,
                               "      - {charge: requests, price: 0.01}\n"
                               "      - {kind: upload, price: 0.02}\n")) == "override-contradicts");
    CHECK(total_of(bill_of(priced_with(storage,
                                       "      - {charge: storage, price: 1}\n"
                                       "      - {class: glacier, charge: storage, price: 1.0}\n"))) ==
          "1.00");
}

TEST_CASE("a price for what the book does not know is refused", "[pricing]") {
    const auto [price, code] = GENERATE(table<std::string, std::string>({
        {"{class: glacial, charge: storage, price: 1}", "class-unknown"},
        {"{kind: uplaod, price: 1}", "kind-unknown"},
        {"{charge: retrieval, tier: cold, price: 1}", "tier-unknown"},
        {"{charge: copy, price: 1}", "override-unused"},
    }));
    CHECK(codes_of(priced_with("", "      - " + price + "\n")) == code);
}
