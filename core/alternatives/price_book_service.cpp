#include "core/alternatives/models.hpp"

#include "core/pricing/price.hpp"
#include "core/pricing/price_validity.hpp"
#include "core/pricing/unpriced_tier.hpp"
#include "core/storage/retrieval_times.hpp"
#include "core/usage/charge_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace firn::alternatives {

namespace {

constexpr double kDesignTarget = 1e-11;
constexpr std::int64_t kHour = 3'600'000'000;  ///< microseconds
/// What is retrieved lies there as a copy for so long, as `retrieval.copy_days` of a scenario has it.
constexpr std::int64_t kCopyDays = 1;
constexpr const char* kGet = "get";
/// Amounts are taken before any rounding.
constexpr pricing::PricingOptions kExact{.rounding = pricing::Rounding::exact};

std::int64_t count_of(const Rational& value) { return static_cast<std::int64_t>(ceil_of(value)); }

/// Whether what is retrieved can only be read as a copy in S3 Standard.
bool is_read_as_copy(const Alternative& a, BillingPeriod month) {
    const auto tiers = storage::retrieval_times(a.storage_class, month.begin());
    return !storage::is_vault(a.storage_class) && !tiers.empty() && !tiers.front().tier.empty();
}

/// That is stated, or the usual one of the month.
std::string tier_of(const Alternative& a, BillingPeriod month) {
    if (!a.tier.empty()) return a.tier;
    const auto tiers = storage::retrieval_times(a.storage_class, month.begin());
    return std::string{tiers.empty() ? "" : tiers.front().tier};
}

/// What a month asks of a storage class, as usage.
class ClassUsage {
  public:
    explicit ClassUsage(const Alternative& alternative)
        : a_{alternative}, sends_{bills_egress(alternative)} {}

    [[nodiscard]] usage::Period month(const MonthDemand& demand) const {
        usage::Period period = storage_of(demand);
        if (demand.archives_added > 0)
            period.uploads.push_back({.storage_class = a_.storage_class,
                                      .bytes = Bytes{static_cast<std::int64_t>(ceil_of(demand.added))},
                                      .archives = count_of(demand.archives_added)});
        retrieve(period, demand.restored + demand.audited,
                 demand.restored_archives + demand.audited_archives);
        send(period, demand.restored);
        return period;
    }

    /// Storage, and everything retrieved, sent out and deleted.
    [[nodiscard]] usage::Period last_month(const std::vector<MonthDemand>& months) const {
        const MonthDemand& last = months.back();
        usage::Period period = storage_of(last);
        retrieve(period, last.end, last.archives);
        send(period, last.end);
        remove(period, months);
        return period;
    }

    [[nodiscard]] usage::Period storage_of(const MonthDemand& demand) const {
        usage::Period period{.month = demand.month};
        period.storage.push_back({.storage_class = a_.storage_class,
                                  .amount = usage::AverageBytes{demand.average},
                                  .archives = archive_time(demand)});
        return period;
    }

  private:
    /// What came lies there for half of its month, its bytes and its archives alike.
    static usage::ArchiveTime archive_time(const MonthDemand& demand) {
        const Rational share = demand.end == 0 ? Rational{1} : Rational{demand.average / demand.end};
        const Rational microseconds = demand.archives * share * demand.month.hours() * kHour;
        return {static_cast<UInt128>(floor_of(microseconds + Rational{1, 2}))};
    }

    void send(usage::Period& period, const Rational& bytes) const {
        if (sends_ && bytes > 0) period.transfer_out = usage::TransferOut{.bytes = bytes};
    }

    /// Deletes everything at the end. What came in a month lies there since its middle; what is deleted
    /// before the end was the oldest.
    void remove(usage::Period& period, const std::vector<MonthDemand>& months) const {
        Rational left = months.back().end;
        for (std::size_t i = months.size(); i-- > 0 && left > 0;) {
            const MonthDemand& month = months[i];
            if (month.added <= 0) continue;
            const Rational bytes = std::min(left, month.added);
            const BillingPeriod came = month.month;
            period.deletions.push_back(
                {.storage_class = a_.storage_class,
                 .bytes = bytes,
                 .archives = count_of(month.archives_added * bytes / month.added),
                 .stored_for = period.month.end() - (came.begin() + came.length() / 2)});
            left -= bytes;
        }
    }

    void retrieve(usage::Period& period, const Rational& bytes, const Rational& requests) const {
        if (bytes == 0 || !is_retrieved()) return;
        period.retrievals.push_back({.storage_class = a_.storage_class,
                                     .tier = tier_of(a_, period.month),
                                     .time = usage::OverHours{period.month.begin(), period.month.hours()},
                                     .bytes = bytes,
                                     .archives = count_of(requests)});
        if (!is_read_as_copy(a_, period.month)) return;
        if (charges(usage::ChargeType::copy)) period.retrievals.back().copy_days = kCopyDays;
        if (charges(usage::ChargeType::requests, kGet))
            period.requests.push_back(
                {.storage_class = a_.storage_class, .kind = kGet, .count = count_of(requests)});
    }

    /// Whether reading from the class is billed at all.
    [[nodiscard]] bool is_retrieved() const { return charges(usage::ChargeType::retrieval); }

    [[nodiscard]] bool charges(usage::ChargeType charge, std::string_view kind = {}) const {
        return std::any_of(a_.book->tariffs.begin(), a_.book->tariffs.end(), [&](const pricing::Tariff& one) {
            return one.charge == charge && one.storage_class == a_.storage_class &&
                   (kind.empty() || one.kind == kind);
        });
    }

    const Alternative& a_;
    bool sends_;
};

bool is_metered_here(const Alternative& a, const Demand& demand) {
    const auto& metered = demand.metered;
    if (!metered || metered->price_book != a.price_book || metered->region != a.region ||
        metered->periods.empty())
        return false;
    const auto& stored = metered->periods[demand.months.size() - 1].storage;
    return !stored.empty() && stored.front().storage_class == a.storage_class;
}

Grade grade_of(const pricing::LineItem& line, BillingPeriod month, const pricing::PriceBook& book) {
    const bool is_unconfirmed = pricing::origin_of(line, month, book) == pricing::PriceOrigin::unconfirmed;
    return is_unconfirmed ? Grade::unconfirmed : Grade::sourced;
}

Product egress_of(const Situation& s, const Rational& bytes) {
    return Product{bytes} / Rational{Bytes::from_gib(1).count()} * s["egress"];
}

/// In the alternative's currency.
Money converted(const Money& billed, const Alternative& a) {
    return a.book_rate == 1 ? billed : Money{billed.amount() * a.book_rate};
}

Result<std::vector<BilledAmount>> billed_month(const Alternative& a, const usage::Period& period,
                                               const usage::Rules& rules) {
    const auto bill = pricing::price(period, rules, *a.book, kExact);
    if (!bill) return bill.error();
    std::vector<BilledAmount> amounts;
    for (const pricing::LineItem& line : bill->lines) {
        amounts.push_back({usage::charge_words(line.charge), converted(line.cost_exact, a),
                           grade_of(line, period.month, *a.book)});
    }
    return amounts;
}

/// At the end everything is retrieved, whatever was read before.
Result<bool> check_tier(const Alternative& a, BillingPeriod last) {
    auto wrong = pricing::unpriced_tier(*a.book, a.storage_class, tier_of(a, last), last);
    if (!wrong) return true;
    wrong->where = a.where;
    wrong->remedy = a.where.file.empty()
                        ? "name the class with a tier in a file of alternatives (--alternatives), or another "
                          "region (--region); at the end everything is retrieved"
                        : "state tier: one that has its prices, another region, or a price_book of your own "
                          "with the price; at the end everything is retrieved";
    return failure(*std::move(wrong));
}

/// What it costs to take everything out in the last month and to end its minimum duration, over what is paid
/// anyway.
Result<Money> exit_cost(const Alternative& a, const std::vector<MonthDemand>& months) {
    const ClassUsage usage{a};
    const auto with = pricing::price(usage.last_month(months), usage::Rules{}, *a.book, kExact);
    if (!with) return with.error();
    const auto without = pricing::price(usage.storage_of(months.back()), usage::Rules{}, *a.book, kExact);
    if (!without) return without.error();
    return converted(with->total_exact - without->total_exact, a);
}

}  // namespace

bool bills_egress(const Alternative& a) {
    const Parameter* egress = a.parameters.find("egress");
    if (egress != nullptr && egress->grade == Grade::stated) return false;
    return std::any_of(a.book->tariffs.begin(), a.book->tariffs.end(), [](const pricing::Tariff& one) {
        return one.charge == usage::ChargeType::transfer_out;
    });
}

void take_tier_time(Alternative& a, const Demand& demand) {
    Parameter* first_byte = a.parameters.find("first_byte");
    if (first_byte == nullptr || first_byte->grade == Grade::stated) return;
    for (const storage::RetrievalTime& time :
         storage::retrieval_times(a.storage_class, demand.months.back().month.begin())) {
        if (!a.tier.empty() && time.tier != a.tier) continue;
        const Rational longest{time.longest.count(), kHour};
        *first_byte = {
            .key = first_byte->key,
            .unit = first_byte->unit,
            .value = longest,
            .cheap = longest,
            .dear = longest,
            .grade = time.tier.empty() ? Grade::assumed : Grade::sourced,
            .source = fmt::format("the longest that the vendor tells{}: {}",
                                  time.tier.empty() ? "" : fmt::format(" of {}", time.tier), time.source)};
        return;
    }
}

Result<BookBill> bill_of(const Alternative& a, const Demand& demand) {
    const auto has_prices = check_tier(a, demand.months.back().month);
    if (!has_prices) return has_prices.error();
    const bool is_metered = is_metered_here(a, demand);
    BookBill bill{.has_egress = is_metered || bills_egress(a), .prices_egress = bills_egress(a)};
    const usage::Rules rules = demand.metered ? demand.metered->rules : usage::Rules{};
    for (std::size_t i = 0; i < demand.months.size(); ++i) {
        auto month = billed_month(
            a, is_metered ? demand.metered->periods[i] : ClassUsage{a}.month(demand.months[i]), rules);
        if (!month) return month.error();
        bill.months.push_back(std::move(month).value());
    }
    for (std::size_t i = demand.months.size(); is_metered && i < demand.metered->periods.size(); ++i) {
        const auto later = billed_month(a, demand.metered->periods[i], rules);
        if (!later) return later.error();
        bill.months.back().insert(bill.months.back().end(), later->begin(), later->end());
    }
    const auto exit = exit_cost(a, demand.months);
    if (!exit) return exit.error();
    bill.exit = *exit;
    return bill;
}

Course price_book_service(const Situation& s) {
    Ledger ledger{s.alternative.parameters, s.months()};
    const BookBill& bill = *s.alternative.bill;
    for (std::size_t i = 0; i < s.months(); ++i) {
        for (const BilledAmount& one : bill.months[i])
            ledger.spend(i, Spending::running, one.purpose, Product{one.cost} * s["price_factor"], one.grade);
        if (!bill.has_egress)
            ledger.spend(i, Spending::running, "transfer out", egress_of(s, s.demand.months[i].restored),
                         {"egress"});
        ledger.work(i, s["admin_time"], s.wages(s["admin_time"], i), {"admin_time"});
    }
    Course& course = ledger.course();
    course.exit_cost = Money{bill.exit.amount() * s["price_factor"]};
    if (!bill.prices_egress) course.exit_cost += egress_of(s, s.demand.months.back().end).money();
    course.restore_file_hours = s["first_byte"];
    course.restore_all_hours =
        course.restore_file_hours + s.demand.months.back().end / s["link"] / kSecondsPerHour;
    course.exit_hours = course.restore_all_hours;
    course.audit = {true, "archives are retrieved and compared by machine"};
    if (is_read_as_copy(s.alternative, s.demand.months.back().month))
        course.notes.emplace_back(
            is_metered_here(s.alternative, s.demand)
                ? "what is taken out at the end lies in S3 Standard as a copy for a day and is read by a GET "
                  "an archive; before, copies are those of the run, which counts no GET requests"
                : "what is retrieved lies in S3 Standard as a copy for a day and is read by a GET an "
                  "archive");
    if (is_metered_here(s.alternative, s.demand) && s.demand.metered->periods.size() > s.months())
        course.notes.emplace_back("copies that lie on after the last month are paid in it");
    course.loss = {kDesignTarget + s["account_loss"].convert_to<double>(),
                   "a design target of 11 nines, and the account"};
    return std::move(course);
}

}  // namespace firn::alternatives
