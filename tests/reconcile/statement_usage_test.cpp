#include "core/reconcile/statement_usage.hpp"

#include "core/report/bill_cur.hpp"
#include "core/report/bill_focus.hpp"
#include "core/yaml/usage_writer.hpp"
#include "tests/io/codes_of.hpp"
#include "tests/reconcile/statement_of_bill.hpp"

#include <rapidcheck.h>

#include <map>
#include <set>
#include <utility>

using namespace firn;
using namespace firn::reconcile;
using pricing::ChargeType;
using pricing::PriceBook;
using pricing::shipped_book;
using pricing::Tariff;

namespace {

/// What a usage file says of the usage, without its head.
std::string text_of(const usage::Usage& usage) {
    const std::string text = yaml::usage_text(usage);
    return text.substr(text.find("periods:"));
}

StatementUsage usage_from(const std::string& text, const PriceBook& book) {
    auto made = usage_of(statement_of(text), book);
    INFO((made ? std::string{} : to_text(made.error())));
    REQUIRE(made);
    return std::move(made).value();
}

/// Numbers that follow from one that RapidCheck draws: thousands of drawn ones would only be slow to shrink.
class Numbers {
  public:
    explicit Numbers(std::uint64_t seed) : state_{seed} {}
    /// 1 to `largest`, small ones more often.
    std::int64_t to(std::int64_t largest) {
        const std::int64_t most = next() % 2 == 0 ? largest : std::min<std::int64_t>(largest, 1000);
        return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(most)) + 1;
    }

  private:
    std::uint64_t next() {
        state_ = state_ * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        return state_ >> 20U;
    }
    std::uint64_t state_;
};

/// The tariffs that a statement's usage type and operation name alone.
std::vector<const Tariff*> named_alone(const PriceBook& book) {
    std::map<std::pair<std::string, std::string>, int> uses;
    const auto name = [](const Tariff& tariff) {
        return std::pair{tariff.usage_type, tariff.operations.empty() ? "" : tariff.operations.front()};
    };
    for (const Tariff& tariff : book.tariffs)
        ++uses[name(tariff)];
    std::vector<const Tariff*> alone;
    for (const Tariff& tariff : book.tariffs) {
        if (uses[name(tariff)] == 1) alone.push_back(&tariff);
    }
    return alone;
}

/// A usage of one tariff, in the form in which a statement becomes usage.
void use(Numbers& numbers, usage::Period& period, const Tariff& tariff,
         std::map<std::pair<std::string, std::string>, usage::Retrieval>& retrievals) {
    const Rational bytes{numbers.to(std::int64_t{1} << 45)};
    const std::int64_t count = numbers.to(10'000'000);
    auto& retrieval = retrievals[{tariff.storage_class, tariff.tier}];
    switch (tariff.charge) {
        case ChargeType::storage:
            period.storage.push_back({.storage_class = tariff.storage_class,
                                      .amount = usage::ByteHours{Rational{bytes * period.month.hours()}},
                                      .archives = usage::ArchiveCount{0}});
            break;
        case ChargeType::overhead:
            break;  // follows from the archives
        case ChargeType::requests:
            period.requests.push_back({tariff.storage_class, tariff.kind, tariff.tier, count, {}});
            break;
        case ChargeType::retrieval:
            retrieval.bytes = bytes;
            break;
        case ChargeType::retrieval_requests:
            retrieval.archives = count;
            break;
        case ChargeType::copy:
            period.copies.push_back(
                {tariff.storage_class, bytes, period.month.begin(), period.month.end(), {}});
            break;
        case ChargeType::staging:
            period.staging.push_back({tariff.storage_class, bytes, period.month.length(), {}});
            break;
        case ChargeType::transfer_out:
            period.transfer_out = usage::TransferOut{Rational{bytes + Bytes::from_gib(200).count()}, {}};
            break;
        case ChargeType::early_deletion:
        case ChargeType::capacity:
            period.metered.push_back(
                {tariff.charge, tariff.storage_class, "", tariff.tier, Rational{count, 1000}, {}});
            break;
        case ChargeType::adjustment:
        case ChargeType::other:
            break;
    }
}

/// Months of random usage, each charge of the book in about two months of three.
usage::Usage random_usage(Numbers numbers, const PriceBook& book, const char* first, int months) {
    usage::Usage usage{.price_book = book.name, .region = book.region};
    const auto tariffs = named_alone(book);
    for (int i = 0; i < months; ++i) {
        usage::Period period{.month = BillingPeriod::parse(first)->plus_months(i)};
        std::map<std::pair<std::string, std::string>, usage::Retrieval> retrievals;
        for (const Tariff* tariff : tariffs) {
            const bool in_force = std::any_of(
                tariff->periods.begin(), tariff->periods.end(), [&](const pricing::PricePeriod& prices) {
                    return prices.from <= period.month.begin() && period.month.end() <= prices.until;
                });
            if (in_force && !tariff->peak_fee && numbers.to(3) > 1) use(numbers, period, *tariff, retrievals);
        }
        // Two kinds of request bear one name in the vaults' book: a statement gives them to the first.
        if (find_class(book, "glacier") != nullptr)
            period.requests.push_back({"glacier", "upload", "", numbers.to(10'000'000), {}});
        for (auto& storage : period.storage) {
            const auto* terms = find_class(book, storage.storage_class);
            const bool apart = std::any_of(tariffs.begin(), tariffs.end(), [&](const Tariff* tariff) {
                return tariff->charge == ChargeType::overhead && tariff->storage_class == terms->name;
            });
            if (apart) storage.archives = usage::ArchiveCount{numbers.to(100'000'000)};
        }
        for (auto& [name, retrieval] : retrievals) {
            if (retrieval.bytes == 0) continue;
            retrieval.storage_class = name.first;
            retrieval.tier = name.second;
            period.retrievals.push_back(std::move(retrieval));
        }
        usage.periods.push_back(std::move(period));
    }
    return usage;
}

pricing::Bill report_of(const usage::Usage& usage, const PriceBook& book) {
    auto bill = pricing::price(usage, book, {.rounding = pricing::Rounding::report});
    INFO((bill ? std::string{} : to_text(bill.error())));
    RC_ASSERT(bill.has_value());
    return std::move(bill).value();
}

/// What a statement's reader makes of a bill that was written as one.
usage::Usage read_back(const std::string& text, const PriceBook& book) {
    const TemporaryFolder folder;
    const auto read = io::read_statement({folder.write("statement.csv", text)});
    INFO((read ? std::string{} : to_text(read.error())));
    REQUIRE(read);
    const auto made = usage_of(read->statement, book);
    RC_ASSERT(made.has_value());
    const auto again = yaml::read_usage("usage.yaml", yaml::usage_text(made->usage));
    RC_ASSERT(again.has_value());
    return *again;
}

}  // namespace

TEST_CASE("24 months of usage of S3's classes come back from their bill, number by number", "[reconcile]") {
    const PriceBook book = shipped_book("us-east-1", "aws-s3-glacier");
    CHECK(rc::check("usage -> bill -> statement -> usage", [&] {
        const usage::Usage usage =
            random_usage(Numbers{*rc::gen::arbitrary<std::uint64_t>()}, book, "2024-09", 24);
        const pricing::Bill bill = report_of(usage, book);
        for (const std::string& text :
             {list_of(bill), cur_of(bill, "AmazonS3"), report::bill_cur(bill), report::bill_focus(bill)})
            RC_ASSERT(text_of(read_back(text, book)) == text_of(usage));
    }));
}

TEST_CASE("24 months of usage of vaults come back from their bill, number by number", "[reconcile]") {
    const PriceBook book = shipped_book("eu-west-1");
    CHECK(rc::check("usage -> bill -> statement -> usage", [&] {
        const usage::Usage usage =
            random_usage(Numbers{*rc::gen::arbitrary<std::uint64_t>()}, book, "2013-02", 24);
        const pricing::Bill bill = report_of(usage, book);
        for (const std::string& text :
             {list_of(bill), cur_of(bill, "AmazonGlacier"), report::bill_cur(bill), report::bill_focus(bill)})
            RC_ASSERT(text_of(read_back(text, book)) == text_of(usage));
    }));
}

TEST_CASE("archives follow from the overhead that is billed for them", "[reconcile]") {
    // 500 x 32 KiB = 0.0152587890625 GB-Mo, printed with ten decimals
    const StatementUsage made = usage_from(
        "month,usage_type,operation,quantity,cost\n"
        "2026-08,TimedStorage-GDA-ByteHrs,DeepArchiveStorage,1.5000000000,0.001485\n"
        "2026-08,TimedStorage-GDA-ByteHrs,DeepArchiveObjectOverhead,0.0152587891,0.0000151062\n"
        "2026-08,TimedStorage-ByteHrs,DeepArchiveS3ObjectOverhead,0.0038146973,0.0000877380\n",
        shipped_book("us-east-1", "aws-s3-glacier"));
    // 1.5 x 2^30 x 744 hours
    CHECK(text_of(made.usage) ==
          "periods:\n  - month: 2026-08\n    storage:\n"
          "      - {class: deep_archive, byte_hours: 1198295875584, archives: 500}\n");
    CHECK(made.notes.empty());
}

TEST_CASE("archives that were there for part of a month are archive-time", "[reconcile]") {
    // 1 archive for half of August: 0.5 x 2^-15 GB-Mo; half of 2,678,400,000,000 us
    const StatementUsage made = usage_from(
        "month,usage_type,operation,quantity,cost\n"
        "2026-08,TimedStorage-GDA-ByteHrs,DeepArchiveObjectOverhead,0.000015258789062500,0.0000000151\n",
        shipped_book("us-east-1", "aws-s3-glacier"));
    CHECK(text_of(made.usage) ==
          "periods:\n  - month: 2026-08\n    storage:\n"
          "      - {class: deep_archive, byte_hours: 0, archive_microseconds: 1339200000000}\n");
}

TEST_CASE("the retrieval fee by the hour is metered", "[reconcile]") {
    // 2,160 GB of the reworked FAQ's example
    const StatementUsage made =
        usage_from("month,usage_type,quantity,cost\n2014-04,Peak-Restore-Bytes-Delta,2160,21.60\n",
                   shipped_book("us-east-1"));
    CHECK(text_of(made.usage) ==
          "periods:\n  - month: 2014-04\n    metered:\n"
          "      - {charge: retrieval, class: glacier, quantity: 2160}\n");
}

TEST_CASE("the free amount that a statement lists is not added again", "[reconcile]") {
    const PriceBook book = shipped_book("us-east-1", "aws-s3-glacier");
    const std::string paid =
        "month,usage_type,quantity,unit_price,cost\n2026-08,DataTransfer-Out-Bytes,50,0.09,4.50\n";
    CHECK(text_of(usage_from(paid, book).usage) ==
          "periods:\n  - month: 2026-08\n    transfer_out: 150 GiB\n");
    CHECK(codes_of(usage_from(paid, book).notes) == Codes{"free-amount-added"});
    CHECK(text_of(usage_from(paid + "2026-08,DataTransfer-Out-Bytes,100,0,0\n", book).usage) ==
          "periods:\n  - month: 2026-08\n    transfer_out: 150 GiB\n");
}

TEST_CASE("one usage type of several prices is told by the price", "[reconcile]") {
    // Requests-Tier3 without an operation: restores of Flexible cost 0.05 a thousand, transitions to it 0.03.
    const PriceBook book = shipped_book("us-east-1", "aws-s3-glacier");
    const StatementUsage made =
        usage_from("month,usage_type,quantity,cost\n2026-08,Requests-Tier3,1000,0.03\n", book);
    CHECK(text_of(made.usage) ==
          "periods:\n  - month: 2026-08\n    requests:\n"
          "      - {class: flexible, kind: lifecycle, count: 1000}\n");
}

TEST_CASE("what a statement does not tell is said", "[reconcile]") {
    const PriceBook book = shipped_book("us-east-1");
    CHECK(codes_of(usage_from("month,line_type,usage_type,quantity,cost\n"
                              "2014-03,usage,TimedStorage-ByteHrs,100,1.00\n2014-03,usage,Unheard-Of,1,7\n"
                              "2014-03,tax,,,0.20\n",
                              book)
                       .notes) ==
          Codes{"usage-type-left-out", "adjustments-left-out", "archives-within-storage"});
    const auto costs =
        usage_of(statement_of("Usage type,2014-03-01,2014-04-01\nTimedStorage-ByteHrs,1,1\n"), book);
    CHECK(codes_of(costs) == Codes{"statement-without-quantities"});
    const auto services = usage_of(statement_of("Service,Glacier($)\n2014-03-01,1\n"), book);
    CHECK(codes_of(services) == Codes{"statement-without-usage-types"});
}

TEST_CASE("the book is the one that knows most of the statement", "[reconcile]") {
    const auto books = pricing::shipped_books();
    const auto best = [&](const std::string& rows) {
        const auto index =
            best_book(statement_of("month,service,usage_type,operation,quantity,cost\n" + rows), books);
        return index ? books.at(*index).name + " " + books.at(*index).region : index.error().front().code;
    };
    CHECK(best("2026-08,AmazonS3,EUC1-TimedStorage-GDA-ByteHrs,DeepArchiveStorage,1,0.0018\n") ==
          "aws-s3-glacier eu-central-1");
    CHECK(best("2014-08,AmazonGlacier,EU-TimedStorage-ByteHrs,,1,0.011\n") == "aws-glacier eu-west-1");
    CHECK(best("2026-08,AmazonEC2,BoxUsage,,1,0.01\n") == "usage-types-unknown");
}
