#include "core/report/assumption_json.hpp"
#include "core/report/json_value.hpp"
#include "core/report/restore_report.hpp"
#include "core/report/restore_words.hpp"

#include <string>

namespace firn::report {

namespace {

using restore::RestorePlan;
using restore::Round;
using restore::Way;

constexpr unsigned kHourDecimals = 6;

Json tier_json(std::size_t tier, const RestorePlan& plan) {
    const std::string_view name = plan.service.tiers[tier].tier;
    return name.empty() ? Json(nullptr) : Json(std::string{name});
}

/// "bulk", "bulk+standard"; null where the service has no tiers yet.
Json tiers_json(const Way& way, const RestorePlan& plan) {
    if (way.tiers.size() == 1) return tier_json(way.tiers.front(), plan);
    std::string names;
    for (const std::size_t tier : way.tiers)
        names += (names.empty() ? "" : "+") + std::string{plan.service.tiers[tier].tier};
    return names;
}

Json mix_json(const Way& way, const RestorePlan& plan) {
    Json json = Json::array();
    for (const std::size_t tier : way.tiers)
        json.push_back({{"tier", tier_json(tier, plan)}, {"archives", archives_in(way, tier)}});
    return json;
}

Json timeline_json(const restore::Timeline& timeline) {
    return {{"requested_us", timeline.requested.count()},
            {"ready_us", timeline.ready.count()},
            {"downloaded_us", timeline.downloaded.count()},
            {"ends_us", timeline.ends.count()}};
}

Json way_json(const Way& way, const RestoreReport& report) {
    Json json;
    json["tier"] = tiers_json(way, report.plan);
    json["pacing"] = std::string{to_text(way.pacing)};
    json["mix"] = mix_json(way, report.plan);
    json["capacity_units"] = way.capacity.units;
    json["cost"] = format_decimal(way.cost.amount());
    json["cost_by_charge"] = Json::object();
    for (const auto& [charge, cost] : way.cost_by_charge)
        json["cost_by_charge"][std::string{usage::to_text(charge)}] = format_decimal(cost.amount());
    json["hours"] = format_decimal(hours_of(way.longest.ends), kHourDecimals);
    json["hours_typical"] = format_decimal(hours_of(way.typical.ends), kHourDecimals);
    json["meets_deadline"] = way.meets_deadline;
    json["within_budget"] = way.within_budget;
    json["copies_last"] = way.copies_last;
    json["refusals"] = way.refusals;
    json["longest"] = timeline_json(way.longest);
    json["typical"] = timeline_json(way.typical);
    if (report.wish.within) json["latest_start_us"] = (*report.wish.within - way.longest.ends).count();
    return json;
}

Json round_json(const Round& round, const restore::RoundTimes& times, const RestorePlan& plan) {
    Json json{{"at_us", round.at.count()},
              {"tier", tier_json(round.tier, plan)},
              {"first_archive", round.first + 1},
              {"archives", round.archives},
              {"bytes", round.bytes.count()},
              {"copy_days", round.copy_days == 0 ? Json(nullptr) : Json(round.copy_days)}};
    json["ready_us"] = times.ready.count();
    json["downloaded_us"] = times.downloaded.count();
    return json;
}

Json chosen_json(const RestoreReport& report) {
    const Way& way = report.plan.ways[report.plan.chosen];
    Json json = way_json(way, report);
    json["option"] = report.plan.chosen;
    json["schedule"] = Json::array();
    for (std::size_t i = 0; i < way.rounds.size(); ++i)
        json["schedule"].push_back(round_json(way.rounds[i], way.longest.rounds[i], report.plan));
    return json;
}

Json wish_json(const RestoreReport& report) {
    const restore::Wish& wish = report.wish;
    Json json;
    json["class"] = wish.storage_class;
    json["bytes"] = wish.bytes.count();
    json["archives"] = wish.archives;
    json["largest_archive_bytes"] = restore::largest_archive(wish).count();
    json["stored_bytes"] = wish.stored_bytes.count();
    json["start"] = firn::to_text(wish.start);
    json["link_bytes_per_second"] = wish.link.bytes_per_second();
    json["request_rate"] = wish.request_rate ? Json(*wish.request_rate) : Json(nullptr);
    json["stay_in_region"] = wish.stay_in_region;
    json["within_us"] = duration_json(wish.within);
    json["budget"] = wish.budget ? Json(format_decimal(wish.budget->amount())) : Json(nullptr);
    return json;
}

}  // namespace

std::string restore_json(const RestoreReport& report) {
    Json json;
    json["firn"] = provenance_json(report.provenance);
    json["scenario"] = report.scenario.empty() ? Json(nullptr) : Json(report.scenario);
    json["currency"] = report.plan.service.book.currency;
    json["wish"] = wish_json(report);
    json["retrieval_rule"] = report.plan.service.rule
                                 ? Json(std::string{usage::to_text(*report.plan.service.rule)})
                                 : Json(nullptr);
    json["options"] = Json::array();
    for (const Way& way : report.plan.ways)
        json["options"].push_back(way_json(way, report));
    json["chosen"] = chosen_json(report);
    json["cheapest"] = report.plan.cheapest;
    json["fastest"] = report.plan.fastest;
    json["latest_start"] =
        report.plan.latest_start ? Json(firn::to_text(*report.plan.latest_start)) : Json(nullptr);
    json["curve"] = Json::array();
    for (const Way& way : report.plan.curve)
        json["curve"].push_back({{"hours", format_decimal(hours_of(way.longest.ends), kHourDecimals)},
                                 {"cost", format_decimal(way.cost.amount())},
                                 {"tier", tiers_json(way, report.plan)},
                                 {"pacing", std::string{to_text(way.pacing)}},
                                 {"mix", mix_json(way, report.plan)}});
    json["unconfirmed_percent"] =
        unconfirmed_percent(unconfirmed_of(report), report.plan.ways[report.plan.chosen].cost);
    json["assumptions"] = assumptions_json(assumptions_of(report));
    return json_text(json);
}

}  // namespace firn::report
