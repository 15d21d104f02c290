#include "core/diag/did_you_mean.hpp"
#include "core/yaml/usage_entry_reader.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

namespace firn::yaml {

namespace {

/// The named value of a rule; `values` are all it has.
template <class Value>
std::optional<Value> read_choice(MapReader& map, std::string_view key, const std::vector<Value>& values) {
    const Node* node = map.find(key);
    const auto text = node != nullptr ? scalar_text(*node, map.reading()) : std::nullopt;
    if (!text) return std::nullopt;
    std::vector<std::string> names;
    for (const Value value : values) {
        names.emplace_back(to_text(value));
        if (names.back() == *text) return value;
    }
    const std::string closest = closest_to(*text, names);
    map.reading().report(
        *node, Diagnostic{.code = "rule-value-unknown",
                          .what = fmt::format("the rule {} has no value \"{}\"", key, *text),
                          .expected = one_of(names),
                          .remedy = closest.empty() ? "" : fmt::format("did you mean \"{}\"?", closest)});
    return std::nullopt;
}

}  // namespace

usage::Rules read_rules(const Node& node, Reading& reading) {
    using namespace usage;
    MapReader map{node, reading, "rules"};
    Rules rules;
    rules.retrieval =
        read_choice(map, "retrieval", std::vector{RetrievalRule::first_faq, RetrievalRule::reworked_faq});
    rules.overhead_unit =
        read_choice(map, "overhead_unit", std::vector{OverheadUnit::binary, OverheadUnit::decimal})
            .value_or(rules.overhead_unit);
    rules.early_deletion_steps =
        read_choice(map, "early_deletion_steps",
                    std::vector{EarlyDeletionSteps::exact, EarlyDeletionSteps::months})
            .value_or(rules.early_deletion_steps);
    rules.early_deletion_month =
        read_choice(map, "early_deletion_month",
                    std::vector{EarlyDeletionMonth::thirty_days, EarlyDeletionMonth::real})
            .value_or(rules.early_deletion_month);
    rules.month_hours =
        read_choice(map, "month_hours", std::vector{MonthHours::real, MonthHours::h720, MonthHours::h730})
            .value_or(rules.month_hours);
    rules.gb_unit =
        read_choice(map, "gb_unit", std::vector{GbUnit::binary, GbUnit::decimal}).value_or(rules.gb_unit);
    rules.band_unit = read_choice(map, "band_unit", std::vector{BandUnit::binary, BandUnit::decimal})
                          .value_or(rules.band_unit);
    map.finish();
    return rules;
}

}  // namespace firn::yaml
