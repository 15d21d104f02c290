#include "core/alternatives/durability.hpp"
#include "core/alternatives/fleet.hpp"
#include "core/alternatives/models.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace firn::alternatives {

namespace {

constexpr int kBits = 8;
constexpr int kMegabit = 1'000'000;

/// Servers in rented space, bought in steps.
class Site {
  public:
    explicit Site(const Situation& situation)
        : s_{situation},
          ledger_{situation.alternative.parameters, situation.months()},
          prices_{price_factors(situation, situation["server_price_change"])},
          fleet_{{.capacity = usable(situation),
                  .capacity_growth = situation["capacity_growth"],
                  .life = whole(situation["life_months"]),
                  .yearly_failures = situation["failures"] * situation["drives_per_server"],
                  .yearly_failures_old = situation["failures"] * situation["drives_per_server"]}} {}

    Course run() {
        for (std::size_t i = 0; i < s_.months(); ++i) {
            const FleetMonth month = fleet_.advance(s_.demand.months[i].end);
            buy(i, month);
            rent(i, month);
            repair(i, month);
        }
        conclude();
        return std::move(ledger_.course());
    }

  private:
    /// Bytes of the archives that one server takes.
    static Rational usable(const Situation& s) {
        return s["server_capacity"] * s["fill"] * s["data_units"] / (s["data_units"] + s["parity_units"]) /
               s["replicas"];
    }

    [[nodiscard]] Product server_price(std::size_t i) const {
        return Product{s_["server_price"]} * prices_[i];
    }

    void buy(std::size_t i, const FleetMonth& month) {
        ledger_.spend(i, Spending::capital, "servers", server_price(i) * (month.for_growth + month.renewed),
                      {"server_price", "server_capacity", "fill", "server_price_change"});
        if (i == 0)
            ledger_.spend(i, Spending::capital, "connection", Product{s_["connection"]}, {"connection"});
    }

    void rent(std::size_t i, const FleetMonth& month) {
        const MonthDemand& demand = s_.demand.months[i];
        const Rational servers{month.in_service};
        ledger_.spend(i, Spending::running, "space", Product{servers} * s_["space"] * s_.inflation[i],
                      {"space"});
        ledger_.spend(i, Spending::running, "power", Product{servers} * s_["power"] * s_.inflation[i],
                      {"power"});
        const Rational mean =
            (demand.added + demand.restored) * kBits / kMegabit / (demand.month.hours() * kSecondsPerHour);
        const Rational billed = std::max(s_["transit_commit"], Rational{mean * s_["transit_peak"]});
        ledger_.spend(i, Spending::running, "transit", Product{billed} * s_["transit"],
                      {"transit", "transit_peak", "transit_commit"});
    }

    void repair(std::size_t i, const FleetMonth& month) {
        ledger_.spend(i, Spending::running, "failed drives",
                      server_price(i) * month.failures / s_["drives_per_server"],
                      {"failures", "server_price"});
        ledger_.spend(i, Spending::running, "remote hands",
                      Product{month.failures} * s_["hands_time"] * s_["remote_hands"] * s_.inflation[i],
                      {"failures", "hands_time", "remote_hands"});
        ledger_.work(i, s_["admin_time"], s_.wages(s_["admin_time"], i), {"admin_time"});
    }

    void conclude() {
        Course& course = ledger_.course();
        const std::size_t last = s_.months() - 1;
        for (const Cohort& cohort : fleet_.cohorts()) {
            const Rational left = s_["life_months"] - Rational{last + 1 - cohort.bought};
            course.residual += (server_price(last) * cohort.units * s_["resale"] *
                                std::max(Rational{0}, left) / s_["life_months"])
                                   .money();
        }
        course.copies = whole(s_["replicas"]);
        course.exit_hours = s_.demand.months.back().end / s_["link"] / kSecondsPerHour;
        const Integer months = ceil_of(Rational{course.exit_hours / kHoursPerMonth});
        course.exit_cost = Money{s_["link"] * kBits / kMegabit * s_["transit"] * Rational{months}};
        course.restore_all_hours = course.exit_hours;
        course.audit = {true, "servers read and compare by themselves"};
        answer_loss();
    }

    void answer_loss() {
        const WindowedCode code{.data = whole(s_["data_units"]),
                                .parity = whole(s_["parity_units"]),
                                .yearly_failures = s_["failures"].convert_to<double>(),
                                .window_days = s_["repair_time"].convert_to<double>() / 24};
        const double group = yearly_loss_of(code);
        LossAnswer& loss = ledger_.course().loss;
        loss.yearly_chance = std::pow(group, ledger_.course().copies) + s_["site_loss"].convert_to<double>();
        loss.model = fmt::format("parity {}+{} by repair windows, and the site", code.data, code.parity);
    }

    const Situation& s_;
    Ledger ledger_;
    std::vector<Rational> prices_;
    Fleet fleet_;
};

}  // namespace

Course second_datacenter(const Situation& situation) { return Site{situation}.run(); }

}  // namespace firn::alternatives
