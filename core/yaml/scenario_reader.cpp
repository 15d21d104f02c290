#include "core/yaml/scenario_reader.hpp"

#include "core/scenario/validate.hpp"
#include "core/units/quantity_text.hpp"
#include "core/yaml/billing_reader.hpp"
#include "core/yaml/settings_reader.hpp"

#include <fmt/format.h>

#include <utility>

namespace firn::yaml {

namespace {

void check_version(const Node& root, Reading& reading) {
    if (root.kind != Node::Kind::map) return;
    MapReader map{root, reading, "the scenario"};
    const auto version = map.require("scenario", parse_count);
    if (!version || *version == 1) return;
    reading.report(*map.find("scenario"),
                   Diagnostic{.code = "scenario-version",
                              .what = fmt::format("version {} of the scenario format is not known", *version),
                              .expected = "scenario: 1"});
}

}  // namespace

Result<scenario::Scenario> read_scenario(std::string file, std::string text) {
    const auto document = parse_document(std::move(file), std::move(text));
    if (!document) return document.error();
    Reading reading{*document, {}};
    scenario::Scenario scenario = scenario::default_scenario();
    SettingsReader reader{reading, scenario};
    check_version(*document->root, reading);
    reader.read(*document->root, "", "the scenario", {"scenario"});
    for (const scenario::Fault& fault : scenario::validate(scenario))
        reader.report_fault(fault);
    if (scenario.billing) place_billing(*scenario.billing, reader, reading);
    Diagnostics diagnostics = std::move(reading).finish();
    if (has_errors(diagnostics)) return diagnostics;
    return scenario;
}

}  // namespace firn::yaml
