#include "core/yaml/billing_reader.hpp"

#include "core/scenario/check_billing.hpp"

#include <fmt/format.h>

#include <cstddef>

namespace firn::yaml {

namespace {

template <class Items>
void place_items(Items& items, const std::string& list, const SettingsReader& reader,
                 const Reading& reading) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Node* node = reader.node_of(fmt::format("{}.{}", list, i + 1));
        if (node != nullptr) items[i].where = reading.at(node->place);
    }
}

}  // namespace

void place_billing(usage::BillingSettings& billing, const SettingsReader& reader, const Reading& reading) {
    place_items(billing.what_ifs, "billing.what_ifs", reader, reading);
    place_items(billing.other_usage, "billing.other_usage", reader, reading);
    const Node* day = reader.node_of("billing.prices_as_of");
    if (day != nullptr) billing.where = reading.at(day->place);
    const Node* currency = reader.node_of("billing.exchange.currency");
    if (billing.exchange && currency != nullptr) billing.exchange->where = reading.at(currency->place);
}

usage::BillingSettings read_billing(MapReader& map) {
    scenario::Scenario scenario;
    SettingsReader reader{map.reading(), scenario};
    reader.read_subsection(map, *scenario::find_section("billing"));
    if (!scenario.billing) return {};
    std::vector<scenario::Fault> faults;
    scenario::check_billing(*scenario.billing, faults);
    for (const scenario::Fault& fault : faults)
        reader.report_fault(fault);
    place_billing(*scenario.billing, reader, map.reading());
    return *std::move(scenario.billing);
}

}  // namespace firn::yaml
