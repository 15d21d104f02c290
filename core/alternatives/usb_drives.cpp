#include "core/alternatives/durability.hpp"
#include "core/alternatives/fleet.hpp"
#include "core/alternatives/models.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace firn::alternatives {

namespace {

constexpr int kWorkHours = 160;  // of one person in a month

/// What the drives need from one month to the next.
class Drives {
  public:
    explicit Drives(const Situation& situation)
        : s_{situation},
          ledger_{situation.alternative.parameters, situation.months()},
          prices_{price_factors(situation, situation["drive_price_change"])},
          copies_{whole(situation["copies"])},
          life_months_{whole(situation["life_months"])},
          audit_months_{whole(situation["audit_months"])},
          fleet_{{.capacity = situation["drive_capacity"] * situation["fill"],
                  .capacity_growth = situation["capacity_growth"],
                  .life = life_months_,
                  .rewrite = whole(situation["rewrite_months"]),
                  .yearly_failures = situation["failures"],
                  .yearly_failures_old = situation["failures_old"]}} {}

    Course run() {
        for (std::size_t i = 0; i < s_.months(); ++i) {
            const FleetMonth month = fleet_.advance(s_.demand.months[i].end);
            buy(i, month);
            carry(i, month);
            handle(i, month);
        }
        conclude();
        return std::move(ledger_.course());
    }

  private:
    [[nodiscard]] Product drive_price(std::size_t i) const { return Product{s_["drive_price"]} * prices_[i]; }

    [[nodiscard]] bool is_audit(std::size_t i) const {
        return audit_months_ > 0 && i > 0 && i % static_cast<std::size_t>(audit_months_) == 0;
    }

    void buy(std::size_t i, const FleetMonth& month) {
        if (month.for_growth + month.renewed > 0) {
            const Rational bought = Rational{(month.for_growth + month.renewed) * copies_};
            ledger_.spend(i, Spending::capital, "drives", drive_price(i) * bought,
                          {"drive_price", "drive_capacity", "fill", "drive_price_change"});
        }
        ledger_.spend(i, Spending::running, "failed drives", drive_price(i) * month.failures * copies_,
                      {"drive_price", "failures"});
        if (i % static_cast<std::size_t>(life_months_) == 0)
            ledger_.spend(
                i, Spending::capital, "closet copy",
                Product{(drive_price(i) * s_["closet_drives"]).money() + Money{s_["closet_machine"]}},
                {"closet_drives", "closet_machine"});
        const Rational litres = Rational{month.in_service * copies_} * s_["drive_litres"];
        const Integer safes = ceil_of(Rational{litres / s_["safe_litres"]});
        if (safes > safes_) {
            ledger_.spend(i, Spending::capital, "safes", Product{s_["safe_price"]} * Rational{safes - safes_},
                          {"safe_price", "safe_litres"});
            safes_ = safes;
        }
    }

    [[nodiscard]] Rational batches(std::int64_t drives) const {
        return Rational{ceil_of(Rational{Rational{drives * copies_} / s_["drives_per_trip"]})};
    }

    void carry(std::size_t i, const FleetMonth& month) {
        Rational trips = i == 0 ? batches(month.for_growth) : Rational{month.for_growth * copies_};
        trips += batches(month.renewed + month.rewritten);
        if (is_audit(i)) trips += batches(month.in_service);
        if (trips == 0) return;
        ledger_.spend(i, Spending::running, "travel",
                      Product{trips} * s_["trip_miles"] * s_["mileage"] * s_.inflation[i],
                      {"trip_miles", "mileage"});
        const Rational hours = trips * (s_["trip_time"] + s_["handling"]);
        ledger_.work(i, hours, s_.wages(hours, i), {"trip_time", "handling"});
    }

    void handle(std::size_t i, const FleetMonth& month) {
        const MonthDemand& demand = s_.demand.months[i];
        const Rational all{month.in_service * copies_};
        Rational drives{(month.for_growth + month.renewed + month.rewritten) * copies_};
        drives += month.failures * copies_;
        Rational audited = std::min(demand.audited_archives, all);
        if (is_audit(i)) audited = all;
        most_audited_ = std::max(most_audited_, audited);
        const Rational hours = (drives + audited) * s_["drive_time"] + demand.restores * s_["restore_time"];
        ledger_.work(i, hours, s_.wages(hours, i), {"drive_time", "restore_time"});
    }

    /// Hours to read so many drives one after the other on each reader.
    [[nodiscard]] Rational reading_hours(const Rational& drives) const {
        return drives * s_["drive_capacity"] / s_["drive_rate"] / kSecondsPerHour / s_["readers"];
    }

    void conclude() {
        Course& course = ledger_.course();
        const std::size_t last = s_.months() - 1;
        Rational drives;
        for (const Cohort& cohort : fleet_.cohorts()) {
            drives += cohort.units;
            const Rational left = s_["life_months"] - Rational{last + 1 - cohort.bought};
            course.residual += (drive_price(last) * cohort.units * copies_ * s_["resale"] *
                                std::max(Rational{0}, left) / s_["life_months"])
                                   .money();
        }
        course.copies = copies_;
        course.exit_hours = reading_hours(drives);
        course.exit_cost = s_.wages(drives * s_["drive_time"], last).money();
        course.restore_file_hours = s_["restore_time"] + s_["drive_time"];
        course.restore_all_hours = course.exit_hours + s_["drive_time"];
        answer_audit(drives * copies_);
        answer_loss();
    }

    void answer_audit(const Rational& drives) {
        AuditAnswer& audit = ledger_.course().audit;
        const int every = std::max(1, audit_months_);
        const Rational machine = reading_hours(drives);
        const Rational people = most_audited_ * s_["drive_time"];
        audit.possible = machine * 2 <= Rational{every * kHoursPerMonth} && people <= kWorkHours;
        audit.reason = fmt::format("reading {} takes {} h on {}, and a person up to {} h in a month",
                                   counted(drives, "drive", "drives"), format_decimal(machine, 0),
                                   counted(s_["readers"], "reader", "readers"), format_decimal(people, 0));
    }

    void answer_loss() {
        LossAnswer& loss = ledger_.course().loss;
        const double failures = s_["failures"].convert_to<double>();
        const double years = s_["audit_months"].convert_to<double>() / 12;
        loss.yearly_chance = shelf_loss(copies_, failures, years) + s_["site_loss"].convert_to<double>();
        loss.model = fmt::format("{} on a shelf, repaired when looked at, and the site",
                                 copies_ == 1 ? "one copy" : "copies");
        ledger_.course().notes.push_back(
            fmt::format("a full read of one drive meets an unreadable sector with a chance of {:.1f} % (data "
                        "sheet's bound)",
                        100 * unreadable_read(s_["drive_capacity"].convert_to<double>(),
                                              s_["bit_errors"].convert_to<double>())));
    }

    const Situation& s_;
    Ledger ledger_;
    std::vector<Rational> prices_;
    int copies_;
    int life_months_;
    int audit_months_;
    Fleet fleet_;
    Integer safes_ = 0;
    Rational most_audited_{};
};

}  // namespace

Course usb_drives(const Situation& situation) { return Drives{situation}.run(); }

}  // namespace firn::alternatives
