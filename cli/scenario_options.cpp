#include "cli/scenario_options.hpp"

#include "cli/price_books.hpp"
#include "core/io/trace_format.hpp"
#include "core/random/splitmix.hpp"
#include "core/scenario/field.hpp"
#include "core/scenario/validate.hpp"
#include "core/units/quantity_text.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace firn::cli {

namespace {

using scenario::Scenario;

/// An option that sets a field of the scenario.
struct FieldOption {
    const char* option;
    const char* placeholder;
    const char* field;
};

constexpr std::array<FieldOption, 11> kFieldOptions{
    {{"--bundle-size", "BYTES", "pipeline.bundle_size"},
     {"--max-age", "DURATION", "pipeline.max_age"},
     {"--fetchers", "F", "pipeline.fetchers"},
     {"--uploaders", "U", "pipeline.uploaders"},
     {"--start", "DATE", "start"},
     {"--months", "N", "months"},
     {"--region", "REGION", "region"},
     {"--price-book", "BOOK", "price_book"},
     {"--starts-at", "recorded|scenario", "workload.trace.starts_at"},
     {"--spread", "DURATION", "workload.trace.spread"},
     {"--copies", "N", "workload.trace.copies"}}};

/// Applies the options one after the other and collects what is wrong with them.
class Overriding {
  public:
    Overriding(const ScenarioOptions& options, ChosenScenario& chosen) : options_{options}, chosen_{chosen} {}

    ScenarioTrouble apply() && {
        apply_seed();
        apply_trace();
        apply_files();
        apply_replicate();
        for (const FieldOption& option : kFieldOptions) {
            if (const std::string* text = text_of(option.option))
                set(option.option, option.field, with_unit(option, *text));
        }
        if (trouble_.diagnostics.empty()) check_whole();
        return std::move(trouble_);
    }

  private:
    [[nodiscard]] const std::string* text_of(const std::string& option) const {
        const auto found = options_.texts.find(option);
        return found == options_.texts.end() ? nullptr : &found->second;
    }

    /// A bare number of --bundle-size is bytes, as its placeholder says.
    static std::string with_unit(const FieldOption& option, const std::string& text) {
        const bool is_bare = !text.empty() && std::all_of(text.begin(), text.end(),
                                                          [](char c) { return c >= '0' && c <= '9'; });
        return is_bare && std::string_view{option.placeholder} == "BYTES" ? text + " B" : text;
    }

    void report(const std::string& place, QuantityError error) {
        trouble_.exit_code = ExitCode::usage_error;
        trouble_.diagnostics.push_back({.code = std::move(error.code),
                                        .where = {place, 0, 0},
                                        .what = std::move(error.what),
                                        .expected = std::move(error.expected),
                                        .remedy = std::move(error.remedy)});
    }

    void set(const std::string& option, const std::string& field, const std::string& text) {
        if (auto error = scenario::find_field(field)->set(chosen_.scenario, text))
            report(option, std::move(*error));
    }

    void apply_seed() {
        if (const std::string* text = text_of("--seed")) set("--seed", "seed", *text);
    }

    /// The file takes the place of the scenario's workload; it is found from the working directory.
    void apply_trace() {
        const std::string* path = text_of("--trace");
        if (path == nullptr) return;
        const auto format = io::recognise_trace_format(*path);
        if (!format) {
            trouble_.diagnostics = format.error();
            return;
        }
        chosen_.folder.clear();
        chosen_.overrides.past_horizon = true;
        if (*format == io::TraceFormat::monthly) return replace_by_monthly_totals(*path);
        chosen_.overrides.move_foreign_trace = text_of("--starts-at") == nullptr;
        enter("workload.trace", chosen_.scenario.workload.trace.has_value());
        chosen_.scenario.workload.monthly_totals.reset();
        chosen_.scenario.workload.reference_w1.reset();
        scenario::TraceWorkload& trace = *chosen_.scenario.workload.trace;
        trace.file = *path;
        trace.format = "auto";
        trace.columns.clear();
    }

    void replace_by_monthly_totals(const std::string& path) {
        enter("workload.monthly_totals", chosen_.scenario.workload.monthly_totals.has_value());
        chosen_.scenario.workload.trace.reset();
        chosen_.scenario.workload.reference_w1.reset();
        chosen_.scenario.workload.monthly_totals->file = path;
    }

    void enter(std::string_view section, bool is_there) {
        if (is_there) return;
        scenario::find_section(section)->enter(chosen_.scenario);
        scenario::apply_defaults(chosen_.scenario, section);
    }

    void apply_files() {
        const std::string* text = text_of("--files");
        if (text == nullptr) return;
        const auto files = parse_count(*text);
        if (!files) return report("--files", files.error());
        if (*files == 0)
            return report("--files", {"value-out-of-range", "0 is out of range", "at least 1 file", ""});
        chosen_.overrides.files = *files;
        chosen_.overrides.past_horizon = true;
        if (chosen_.scenario.workload.reference_w1) set("--files", "workload.reference_w1.files", *text);
    }

    /// Repetition r of a workload that the seed decides is that of another seed; r = 0 is the scenario's own.
    void apply_replicate() {
        const std::string* text = text_of("--replicate");
        if (text == nullptr) return;
        if (chosen_.scenario.workload.reference_w1)
            return set("--replicate", "workload.reference_w1.replicate", *text);
        const auto replicate = parse_count(*text);
        if (!replicate) return report("--replicate", replicate.error());
        if (*replicate == 0) return;
        const auto seed = static_cast<std::uint64_t>(chosen_.scenario.seed);
        chosen_.scenario.seed =
            static_cast<std::int64_t>(random::draw(seed, static_cast<std::uint64_t>(*replicate)) >> 1U);
    }

    void check_whole() {
        for (scenario::Fault& fault : scenario::validate(chosen_.scenario)) {
            report(fmt::format("{} (with the options given)", fault.path), std::move(fault.error));
        }
    }

    const ScenarioOptions& options_;
    ChosenScenario& chosen_;
    ScenarioTrouble trouble_;
};

void add_text_option(CLI::App& command, ScenarioOptions& options, const std::string& name,
                     const std::string& placeholder, const std::string& help) {
    command
        .add_option_function<std::string>(
            name, [&options, name](const std::string& text) { options.texts[name] = text; }, help)
        ->option_text(placeholder)
        ->group("Overrides of the scenario");
}

}  // namespace

void add_scenario_options(CLI::App& command, ScenarioOptions& options) {
    command.add_option("scenario", options.path, "The scenario file (YAML)")
        ->required()
        ->option_text("SCENARIO");
    add_text_option(command, options, "--trace", "FILE",
                    "Replay this trace, listing or table of monthly totals instead of the scenario's "
                    "workload; the horizon is "
                    "lengthened to hold it");
    add_text_option(
        command, options, "--files", "N",
        "Only the first N files (the reference workload: N files); the horizon is lengthened to hold them");
    add_text_option(command, options, "--replicate", "R",
                    "Repetition R of a workload that is drawn at random");
    add_text_option(command, options, "--seed", "N", scenario::find_field("seed")->help);
    for (const FieldOption& option : kFieldOptions) {
        add_text_option(command, options, option.option, option.placeholder,
                        scenario::find_field(option.field)->help);
    }
}

Expected<ChosenScenario, ScenarioTrouble> choose_scenario(const ScenarioOptions& options) {
    auto loaded = loading::load_scenario(options.path);
    if (!loaded) return ScenarioTrouble{std::move(loaded).error(), ExitCode::input_error};
    ChosenScenario chosen{std::move(loaded->scenario), options.path, std::move(loaded->folder), {}};
    scenario::Scenario& scenario = chosen.scenario;
    if (is_price_book_path(scenario.price_book)) {
        scenario.price_book = loading::resolve(chosen.folder, scenario.price_book);
    }
    ScenarioTrouble trouble = Overriding{options, chosen}.apply();
    if (!trouble.diagnostics.empty()) return trouble;
    return chosen;
}

}  // namespace firn::cli
