#include "core/scenario/validate.hpp"

#include "core/scenario/check_billing.hpp"
#include "core/scenario/check_frequencies.hpp"
#include "core/scenario/check_keys.hpp"
#include "core/scenario/check_life.hpp"
#include "core/scenario/check_place.hpp"
#include "core/units/billing_period.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace firn::scenario {

namespace {

void check_workload(const Workload& workload, std::vector<Fault>& faults) {
    const int kinds = (workload.reference_w1 ? 1 : 0) + (workload.trace ? 1 : 0) +
                      (workload.monthly_totals ? 1 : 0) + (workload.growth ? 1 : 0);
    if (kinds == 1) return;
    const std::string expected = "one of reference_w1, trace, monthly_totals or growth";
    if (kinds == 0) {
        faults.push_back({"workload",
                          {"workload-missing", "the scenario has no workload", expected,
                           "state what arrives, for example \"workload: {trace: {file: uploads.csv}}\""}});
    } else {
        faults.push_back({"workload",
                          {"entries-contradict", fmt::format("the scenario has {} workloads", kinds),
                           expected, "keep the one that is meant"}});
    }
}

void check_start(const Scenario& scenario, std::vector<Fault>& faults) {
    const BillingPeriod first = BillingPeriod::containing(scenario.start);
    if (scenario.start != first.begin()) {
        faults.push_back(
            {"start",
             {"start-within-month", fmt::format("{} is not the start of a month", to_text(scenario.start)),
              "midnight UTC of the first day of a month", fmt::format("write {}-01", to_text(first))}});
    }
    const int years = static_cast<int>(first.month().year()) + static_cast<int>(scenario.months / 12) + 1;
    if (years > 9999) {
        faults.push_back(
            {"months", {"horizon-too-far", "the horizon lies beyond the year 9999", "fewer months", ""}});
    }
}

void check_stock(const Stock& stock, std::vector<Fault>& faults) {
    if (stock.archives == 0 && stock.bytes > Bytes{0}) {
        faults.push_back(
            {"stock.bytes",
             {"entries-contradict", "there are bytes in the stock but no archives that hold them",
              "the number of archives", "add \"archives: N\""}});
    }
}

void check_sizes(const GrowthWorkload& growth, std::vector<Fault>& faults) {
    const auto& sizes = growth.sizes;
    const auto counts = [](const SizeComponent& c) { return c.share > 0; };
    const auto has_bytes = [](const SizeComponent& c) { return c.share > 0 && c.size > Bytes{0}; };
    if (std::none_of(sizes.begin(), sizes.end(), counts)) {
        faults.push_back({"workload.growth.sizes",
                          {"factors-zero", "no component of the sizes has a share",
                           "at least one component with a share above zero", ""}});
    } else if (growth.inflow.bytes && std::none_of(sizes.begin(), sizes.end(), has_bytes)) {
        faults.push_back({"workload.growth.sizes",
                          {"entries-contradict", "the inflow is in bytes, but every file is empty",
                           "files with bytes, or an inflow of files", "write \"N files/day\""}});
    }
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        if (sizes[i].shape != ComponentShape::pareto || sizes[i].largest >= sizes[i].size) continue;
        faults.push_back({fmt::format("workload.growth.sizes.{}.largest", i + 1),
                          {"entries-contradict", "the largest file is smaller than the smallest",
                           fmt::format("at least {}", to_text(sizes[i].size)), ""}});
    }
}

}  // namespace

std::vector<Fault> validate(const Scenario& scenario) {
    std::vector<Fault> faults;
    check_start(scenario, faults);
    check_workload(scenario.workload, faults);
    if (scenario.workload.growth) check_sizes(*scenario.workload.growth, faults);
    check_stock(scenario.stock, faults);
    check_place(scenario, faults);
    check_life(scenario, faults);
    check_keys(scenario, faults);
    check_frequencies(scenario, faults);
    if (scenario.billing) check_billing(*scenario.billing, faults);
    return faults;
}

}  // namespace firn::scenario
