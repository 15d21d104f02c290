#include "cli/price_change_options.hpp"

#include "cli/what_if_text.hpp"
#include "core/scenario/check_billing.hpp"
#include "core/scenario/field.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <utility>

namespace firn::cli {

namespace {

using scenario::Scenario;

/// Sets fields by their paths and collects what is wrong, each placed at an option.
class Setter {
  public:
    explicit Setter(Scenario& scenario) : scenario_{scenario} {}

    void enter(std::string_view path) {
        const scenario::Section& section = *scenario::find_section(path);
        if (section.is_present(scenario_)) return;
        section.enter(scenario_);
        scenario::apply_defaults(scenario_, path);
    }

    void set(const std::string& option, const std::string& path, const std::string& text) {
        if (auto error = scenario::find_field(path)->set(scenario_, text)) report(option, std::move(*error));
    }

    void report(const std::string& option, QuantityError error) {
        diagnostics_.push_back({.code = std::move(error.code),
                                .where = {option, 0, 0},
                                .what = std::move(error.what),
                                .expected = std::move(error.expected),
                                .remedy = std::move(error.remedy)});
    }

    [[nodiscard]] Diagnostics take() && { return std::move(diagnostics_); }

  private:
    Scenario& scenario_;
    Diagnostics diagnostics_;
};

/// "month_hours=730"
void apply_rule(const std::string& text, Setter& setter) {
    const auto equals = text.find('=');
    const std::string path = "rules." + text.substr(0, equals);
    if (equals == std::string::npos || scenario::find_field(path) == nullptr) {
        std::string names;
        for (const scenario::Field& field : scenario::fields()) {
            if (scenario::parent_of(field.path) == "rules")
                names += (names.empty() ? "" : ", ") + field.path.substr(std::string_view{"rules."}.size());
        }
        return setter.report("--rule", {"rule-unknown", fmt::format("{} names no rule", firn::quoted(text)),
                                        fmt::format("NAME=VALUE with one of {}", names),
                                        "for example --rule month_hours=730"});
    }
    setter.enter("rules");
    setter.set("--rule", path, text.substr(equals + 1));
}

void apply_what_if(const std::string& text, Scenario& scenario, Setter& setter) {
    const auto parts = what_if_parts(text);
    if (!parts) return setter.report("--what-if", parts.error());
    setter.enter("billing");
    scenario.billing->what_ifs.emplace_back();
    scenario.billing->what_ifs.back().where = {"--what-if", 0, 0};
    for (const auto& [key, value] : *parts)
        setter.set("--what-if", "billing.what_ifs." + key, value);
}

}  // namespace

void add_price_options(CLI::App& command, PriceChangeOptions& options) {
    command
        .add_option("--prices-as-of", options.prices_as_of,
                    scenario::find_field("billing.prices_as_of")->help)
        ->option_text("DATE")
        ->group("Prices and rules");
    command
        .add_option(
            "--what-if", options.what_ifs,
            "A price that changes: \"storage -20 % from 2027-01\", \"deep_archive storage +5 % from 2027-01 "
            "until 2028-01\"; may be repeated")
        ->option_text("CHANGE")
        ->expected(1)
        ->take_all()
        ->group("Prices and rules");
}

void add_price_change_options(CLI::App& command, PriceChangeOptions& options) {
    add_price_options(command, options);
    command
        .add_option(
            "--rule", options.rules,
            "A rule of billing by its name, such as month_hours=730 or gb_unit=decimal; may be repeated")
        ->option_text("NAME=VALUE")
        ->expected(1)
        ->take_all()
        ->group("Prices and rules");
}

Diagnostics apply_price_changes(const PriceChangeOptions& options, Scenario& scenario) {
    Setter setter{scenario};
    if (!options.prices_as_of.empty()) {
        setter.enter("billing");
        scenario.billing->where = {"--prices-as-of", 0, 0};
        setter.set("--prices-as-of", "billing.prices_as_of", options.prices_as_of);
    }
    for (const std::string& what_if : options.what_ifs)
        apply_what_if(what_if, scenario, setter);
    for (const std::string& rule : options.rules)
        apply_rule(rule, setter);
    Diagnostics diagnostics = std::move(setter).take();
    if (!diagnostics.empty() || !scenario.billing || options.what_ifs.empty()) return diagnostics;
    std::vector<scenario::Fault> faults;
    scenario::check_billing(*scenario.billing, faults);
    Setter checked{scenario};
    for (scenario::Fault& fault : faults)
        checked.report("--what-if", std::move(fault.error));
    return std::move(checked).take();
}

}  // namespace firn::cli
