#include "core/alternatives/durability.hpp"
#include "core/alternatives/fleet.hpp"
#include "core/alternatives/models.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace firn::alternatives {

namespace {

/// Cartridges that are written, looked at and read on one stand-alone drive.
class Cartridges {
  public:
    explicit Cartridges(const Situation& situation)
        : s_{situation},
          ledger_{situation.alternative.parameters, situation.months()},
          prices_{price_factors(situation, situation["cartridge_price_change"])},
          copies_{whole(situation["copies"])},
          drive_life_months_{whole(situation["drive_life_months"])},
          audit_months_{whole(situation["audit_months"])},
          fleet_{{.capacity = situation["cartridge_capacity"] * situation["fill"],
                  .life = whole(situation["life_months"]),
                  .yearly_failures = situation["failures"],
                  .yearly_failures_old = situation["failures"]}} {}

    Course run() {
        for (std::size_t i = 0; i < s_.months(); ++i) {
            const FleetMonth month = fleet_.advance(s_.demand.months[i].end);
            buy(i, month);
            handle(i, month);
        }
        conclude();
        return std::move(ledger_.course());
    }

  private:
    [[nodiscard]] Product cartridge_price(std::size_t i) const {
        return Product{s_["cartridge_price"]} * prices_[i];
    }

    void buy(std::size_t i, const FleetMonth& month) {
        if (i % static_cast<std::size_t>(drive_life_months_) == 0)
            ledger_.spend(i, Spending::capital, "tape drive", Product{s_["tape_drive"]}, {"tape_drive"});
        const Rational bought{(month.for_growth + month.renewed) * copies_};
        ledger_.spend(i, Spending::capital, "cartridges", cartridge_price(i) * bought,
                      {"cartridge_price", "cartridge_capacity", "fill"});
        ledger_.spend(i, Spending::running, "failed cartridges",
                      cartridge_price(i) * month.failures * copies_, {"failures"});
        const Integer safes =
            ceil_of(Rational{Rational{month.in_service * copies_} / s_["cartridges_per_safe"]});
        if (safes > safes_)
            ledger_.spend(i, Spending::capital, "safes", Product{s_["safe_price"]} * Rational{safes - safes_},
                          {"safe_price"});
        safes_ = std::max(safes_, safes);
    }

    void handle(std::size_t i, const FleetMonth& month) {
        const MonthDemand& demand = s_.demand.months[i];
        const Rational all{month.in_service * copies_};
        const bool is_audit = audit_months_ > 0 && i > 0 && i % static_cast<std::size_t>(audit_months_) == 0;
        const Rational audited = is_audit ? all : std::min(demand.audited_archives, all);
        most_audited_ = std::max(most_audited_, audited);
        const Rational written =
            Rational{(month.for_growth + month.renewed) * copies_} + month.failures * copies_;
        const Rational hours =
            (written + audited) * s_["cartridge_time"] + demand.restores * s_["restore_time"];
        ledger_.work(i, hours, s_.wages(hours, i), {"cartridge_time", "restore_time"});
    }

    [[nodiscard]] Rational reading_hours(const Rational& cartridges) const {
        return cartridges * s_["cartridge_capacity"] / s_["tape_rate"] / kSecondsPerHour;
    }

    /// What is left of the lives of the drive and the cartridges.
    void sell(Course& course) {
        const std::size_t last = s_.months() - 1;
        const auto life = static_cast<std::size_t>(drive_life_months_);
        const std::size_t used = last % life + 1;
        course.residual +=
            (Product{s_["tape_drive"]} * s_["resale"] * Rational{life - used} / Rational{life}).money();
        for (const Cohort& cohort : fleet_.cohorts()) {
            const Rational left = s_["life_months"] - Rational{last + 1 - cohort.bought};
            course.residual += (cartridge_price(last) * cohort.units * copies_ * s_["resale"] *
                                std::max(Rational{0}, left) / s_["life_months"])
                                   .money();
        }
    }

    void conclude() {
        Course& course = ledger_.course();
        sell(course);
        Rational cartridges;
        for (const Cohort& cohort : fleet_.cohorts())
            cartridges += cohort.units;
        course.copies = copies_;
        course.exit_hours = reading_hours(cartridges);
        course.exit_cost = s_.wages(cartridges * s_["cartridge_time"], s_.months() - 1).money();
        course.restore_file_hours = s_["restore_time"] + s_["cartridge_time"];
        course.restore_all_hours = course.exit_hours + s_["cartridge_time"];
        const double years = s_["audit_months"].convert_to<double>() / 12;
        course.loss.yearly_chance = shelf_loss(copies_, s_["failures"].convert_to<double>(), years) +
                                    s_["site_loss"].convert_to<double>();
        course.loss.model = "cartridges on a shelf, repaired when looked at, and the site";
        const Rational machine = reading_hours(cartridges * copies_);
        course.audit.possible = machine * 2 <= s_["audit_months"] * kHoursPerMonth;
        course.audit.reason =
            fmt::format("reading {} takes {} h on one drive",
                        counted(cartridges * copies_, "cartridge", "cartridges"), format_decimal(machine, 0));
    }

    const Situation& s_;
    Ledger ledger_;
    std::vector<Rational> prices_;
    int copies_;
    int drive_life_months_;
    int audit_months_;
    Fleet fleet_;
    Integer safes_ = 0;
    Rational most_audited_{};
};

}  // namespace

Course tape(const Situation& situation) { return Cartridges{situation}.run(); }

}  // namespace firn::alternatives
