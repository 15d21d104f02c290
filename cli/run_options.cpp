#include "cli/run_options.hpp"

#include "cli/choice.hpp"
#include "cli/price_books.hpp"
#include "cli/program.hpp"
#include "core/scenario/fingerprint.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>
#include <string>

namespace firn::cli {

void add_quantiles_option(CLI::App& command, backup::Quantiles& quantiles) {
    const std::map<std::string, backup::Quantiles> names{{"exact", backup::Quantiles::exact},
                                                         {"sketch", backup::Quantiles::sketch},
                                                         {"automatic", backup::Quantiles::automatic}};
    command
        .add_option("--quantiles", quantiles,
                    "How latency quantiles are found: exact (4 to 8 bytes a file), sketch (at most 0.4 % too "
                    "high, memory stays "
                    "flat) or automatic (exact up to a million files)")
        ->transform(choice_of(names))
        ->option_text(quantiles == backup::Quantiles::exact ? "KIND [exact]" : "KIND [automatic]");
}

void add_rounding_option(CLI::App& command, pricing::Rounding& rounding) {
    std::map<std::string, pricing::Rounding> names;
    for (const std::string& name : pricing::rounding_names())
        names.emplace(name, *pricing::parse_rounding(name));
    command
        .add_option("--rounding", rounding,
                    "What becomes of the exact cost of a line: exact, invoice, estimate, report or faq-2012")
        ->transform(choice_of(names))
        ->option_text("MODE [" + std::string{pricing::to_text(rounding)} + "]");
}

void add_threads_option(CLI::App& command, unsigned& threads) {
    command.add_option("--threads", threads, "Threads that work; the answer does not depend on it")
        ->check(CLI::Range(1U, 1024U).description(""))
        ->option_text("N [all cores]");
}

report::Provenance provenance_of(const scenario::Scenario& scenario, const pricing::PriceBook& book) {
    return {.program_version = std::string{program_version()},
            .seed = static_cast<std::uint64_t>(scenario.seed),
            .scenario_hash = scenario::fingerprint_of(scenario),
            .price_books = {identity_of(book)}};
}

std::optional<double> share_done(const ChosenScenario& chosen, const backup::ReplayProgress& progress) {
    if (chosen.scenario.workload.reference_w1) {
        const auto files = static_cast<double>(chosen.scenario.workload.reference_w1->files);
        return static_cast<double>(progress.files) / files;
    }
    const auto horizon = loading::horizon_of(chosen.scenario) - chosen.scenario.start;
    const double share = static_cast<double>(progress.reached.count()) / static_cast<double>(horizon.count());
    return share > 1 ? std::nullopt : std::optional{share};
}

}  // namespace firn::cli
