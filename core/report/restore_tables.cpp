#include "core/report/restore_tables.hpp"

#include "core/report/restore_words.hpp"
#include "core/restore/same_ways.hpp"
#include "core/units/billing_period.hpp"
#include "core/usage/charge_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace firn::report {

namespace {

using restore::RestorePlan;
using restore::Round;
using restore::Way;
using usage::ChargeType;

std::string shown(const Money& cost) { return with_separators(to_text(cost)); }

std::string count_text(std::int64_t count) { return with_separators(std::to_string(count)); }

/// The charges that any way has, in the order of a bill.
std::vector<ChargeType> charges_of(const RestorePlan& plan) {
    std::vector<ChargeType> charges;
    for (const Way& way : plan.ways) {
        for (const auto& [charge, cost] : way.cost_by_charge)
            charges.push_back(charge);
    }
    std::sort(charges.begin(), charges.end());
    charges.erase(std::unique(charges.begin(), charges.end()), charges.end());
    return charges;
}

/// The other pacings for which the way stands, and whether it does for longer ones of its own.
void add_equals(std::size_t shown, const RestorePlan& plan, const std::vector<std::size_t>& by,
                std::vector<std::string>& remarks) {
    std::vector<std::string> names;
    bool are_longer_ones = false;
    for (std::size_t i = shown + 1; i < by.size(); ++i) {
        if (by[i] != shown) continue;
        std::string name{to_text(plan.ways[i].pacing)};
        if (plan.ways[i].pacing == plan.ways[shown].pacing)
            are_longer_ones = true;
        else if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    }
    if (are_longer_ones) remarks.emplace_back("longer ones cost as much");
    if (!names.empty()) remarks.push_back(fmt::format("same as {}", fmt::join(names, ", ")));
}

std::string remark_on(std::size_t i, const RestorePlan& plan, const std::vector<std::size_t>& by) {
    const Way& way = plan.ways[i];
    std::vector<std::string> remarks;
    if (way.capacity.units > 0)
        remarks.push_back(fmt::format("{} unit{}", way.capacity.units, way.capacity.units == 1 ? "" : "s"));
    if (i == by[plan.chosen]) remarks.emplace_back("chosen");
    if (i == by[plan.cheapest]) remarks.emplace_back("cheapest");
    if (i == by[plan.fastest]) remarks.emplace_back("fastest");
    if (!way.meets_deadline) remarks.emplace_back("misses the deadline");
    if (!way.copies_last) remarks.emplace_back("copies end too soon");
    if (!way.within_budget) remarks.emplace_back("above the budget");
    add_equals(i, plan, by, remarks);
    return fmt::format("{}", fmt::join(remarks, ", "));
}

}  // namespace

Table ways_table(const RestoreReport& report) {
    const std::vector<ChargeType> charges = charges_of(report.plan);
    const std::vector<std::size_t> by = restore::stands_for(report.plan.ways);
    Table table{
        .columns = {
            {"tier", Align::left}, {"pacing", Align::left}, {"hours, at most"}, {"typically"}, {"cost"}}};
    for (const ChargeType charge : charges)
        table.columns.push_back({usage::charge_words(charge)});
    table.columns.push_back({"copy days"});
    table.columns.push_back({"note", Align::left});
    for (std::size_t i = 0; i < report.plan.ways.size(); ++i) {
        if (by[i] != i) continue;
        const Way& way = report.plan.ways[i];
        std::vector<std::string> row{tier_text(way, report.plan.service), std::string{to_text(way.pacing)},
                                     hours_text(way.longest.ends, 1), hours_text(way.typical.ends, 1),
                                     shown(way.cost)};
        for (const ChargeType charge : charges) {
            const auto found = way.cost_by_charge.find(charge);
            row.push_back(found == way.cost_by_charge.end() ? "-" : shown(found->second));
        }
        row.push_back(copy_days_text(way));
        row.push_back(remark_on(i, report.plan, by));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table steps_table(const RestoreReport& report) {
    const Way& way = report.plan.ways[report.plan.chosen];
    Table table{.columns = {{"until then", Align::left}, {"h, at most"}, {"h, typically"}}};
    const auto add = [&](std::string step, Duration longest, Duration typical) {
        table.rows.push_back({std::move(step), hours_text(longest, 2), hours_text(typical, 2)});
    };
    add("all is requested", way.longest.requested, way.typical.requested);
    add("all is ready", way.longest.ready, way.typical.ready);
    add("all is downloaded", way.longest.downloaded, way.typical.downloaded);
    add("all is unpacked", way.longest.ends, way.typical.ends);
    return table;
}

Table rounds_table(const RestoreReport& report, std::size_t most) {
    const Way& way = report.plan.ways[report.plan.chosen];
    Table table{.columns = {{"ask after h"},
                            {"tier", Align::left},
                            {"archives"},
                            {"bytes"},
                            {"copy days"},
                            {"downloaded after h"}}};
    const std::size_t shown_rounds = std::min(most, way.rounds.size());
    for (std::size_t i = 0; i < shown_rounds; ++i) {
        const Round& round = way.rounds[i];
        table.rows.push_back({hours_text(round.at, 0),
                              restore::name_of(report.plan.service.tiers[round.tier]),
                              count_text(round.archives), to_rough_text(round.bytes),
                              round.copy_days == 0 ? "-" : std::to_string(round.copy_days),
                              hours_text(way.longest.rounds[i].downloaded, 1)});
    }
    if (shown_rounds < way.rounds.size()) {
        table.rows.push_back({"...", fmt::format("{} more", way.rounds.size() - shown_rounds), "", "", "",
                              hours_text(way.longest.downloaded, 1)});
    }
    return table;
}

Table lines_table(const RestoreReport& report) {
    const Way& way = report.plan.ways[report.plan.chosen];
    Table table{.columns = {{"month", Align::left},
                            {"charge", Align::left},
                            {"tier", Align::left},
                            {"quantity"},
                            {"unit", Align::left},
                            {"unit price"},
                            {"cost"}}};
    for (const pricing::PeriodBill& period : way.bill.periods) {
        for (const pricing::LineItem& line : period.lines) {
            table.rows.push_back({to_text(period.month), usage::charge_words(line.charge),
                                  line.tier.empty() ? "-" : line.tier,
                                  with_separators(format_decimal(line.quantity, 3)), line.unit,
                                  to_text(line.unit_price), shown(line.cost_exact)});
        }
    }
    table.rows.push_back({"total", "", "", "", "", "", shown(way.cost)});
    return table;
}

Table curve_table(const RestoreReport& report) {
    Table table{.columns = {{"hours, at most"}, {"cost"}, {"tier", Align::left}, {"pacing", Align::left}}};
    for (const Way& way : report.plan.curve) {
        const std::string hours = hours_text(way.longest.ends, 1);
        // What is cheaper at hours that look the same takes the place of what is not.
        if (!table.rows.empty() && table.rows.back().front() == hours) table.rows.pop_back();
        table.rows.push_back(
            {hours, shown(way.cost), tier_text(way, report.plan.service), std::string{to_text(way.pacing)}});
    }
    return table;
}

}  // namespace firn::report
