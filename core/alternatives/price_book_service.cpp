#include "core/alternatives/models.hpp"

#include "core/storage/retrieval_times.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace firn::alternatives {

namespace {

constexpr double kDesignTarget = 1e-11;
constexpr std::int64_t kHour = 3'600'000'000;  ///< microseconds

Product egress_of(const Situation& s, const Rational& bytes) {
    return Product{bytes} / Rational{Bytes::from_gib(1).count()} * s["egress"];
}

}  // namespace

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

Course price_book_service(const Situation& s) {
    Ledger ledger{s.alternative.parameters, s.months()};
    const BookBill& bill = *s.alternative.bill;
    for (std::size_t i = 0; i < s.months(); ++i) {
        for (const BilledAmount& one : bill.months[i])
            ledger.spend(i, Spending::running, one.purpose, Product{one.cost} * s["price_factor"], one.grade);
        if (!bill.has_egress)
            ledger.spend(i, Spending::running, "transfer out", egress_of(s, bill.sent[i]), {"egress"});
        ledger.work(i, s["admin_time"], s.wages(s["admin_time"], i), {"admin_time"});
    }
    Course& course = ledger.course();
    course.exit_cost = Money{bill.exit.amount() * s["price_factor"]};
    if (!bill.has_egress) course.exit_cost += egress_of(s, s.demand.months.back().end).money();
    course.restore_file_hours = s["first_byte"];
    course.restore_all_hours =
        course.restore_file_hours + s.demand.months.back().end / s["link"] / kSecondsPerHour;
    course.exit_hours = course.restore_all_hours;
    course.audit = {true, "archives are retrieved and compared by machine"};
    course.notes = bill.notes;
    course.loss = {kDesignTarget + s["account_loss"].convert_to<double>(),
                   "a design target of 11 nines, and the account"};
    return std::move(course);
}

}  // namespace firn::alternatives
