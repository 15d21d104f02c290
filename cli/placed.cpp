#include "cli/placed.hpp"

#include "core/io/read_text_file.hpp"
#include "core/units/billing_period.hpp"
#include "core/yaml/place_of_key.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace firn::cli {

namespace {

struct SettingOfCode {
    std::string_view code;
    std::string_view key;
    std::string_view option;
    std::string_view remedy;  ///< of a scenario; empty: as it is
};

constexpr std::string_view kOtherClass =
    "state storage_class as one of these (--set storage_class=...), or the book that has it (--price-book)";
constexpr std::string_view kOtherTime =
    "begin later (--start, or --set start=...), or state another storage_class (--set storage_class=...)";

constexpr std::array<SettingOfCode, 8> kSettings{
    {{"tier-unpriced", "region", "--region", {}},
     {"region-unknown", "region", "--region", {}},
     {"price-book-unknown", "price_book", "--price-book", {}},
     {"class-unknown", "storage_class", "storage_class", kOtherClass},
     {"month-outside-price-book", "months", "--start and --months", {}},
     {"price-absent", "months", "--start and --months", kOtherTime},
     {"workload-empty", "workload", "--start and --months", {}},
     {"nothing-stored", "pipeline", "--set pipeline.fetch_failure=...", {}}}};

constexpr std::array<OptionsOfWords, 4> kWords{{{"another region", "--region"},
                                                {"a price book of your own", "--price-book"},
                                                {"let the months end", "--months"},
                                                {"a file of alternatives", "--alternatives"}}};

/// What somebody can do who has a scenario; a word that was misspelt keeps what it was probably meant to be.
void advise(Diagnostic& diagnostic, const SettingOfCode& setting) {
    if (diagnostic.remedy.starts_with("did you mean")) return;
    diagnostic.remedy = setting.remedy.empty() ? naming_options(std::move(diagnostic.remedy), kWords)
                                               : std::string{setting.remedy};
}

/// Whether it is about the month in which the scenario begins: that is a matter of its start.
bool is_of_first_month(const Diagnostic& diagnostic, const std::optional<Instant>& start) {
    return start && diagnostic.time &&
           BillingPeriod::containing(*start) == BillingPeriod::containing(*diagnostic.time);
}

void place_at(Diagnostic& diagnostic, std::string_view key, const yaml::Document& document,
              const StatedScenario& scenario) {
    if (const auto option = scenario.options.find(key); option != scenario.options.end()) {
        diagnostic.where.file = option->second;
    } else if (const auto place = yaml::place_of_key(document, key)) {
        diagnostic.where.line = place->line;
        diagnostic.where.column = place->column;
    }
}

void place_at_setting(Diagnostic& diagnostic, const yaml::Document& document,
                      const StatedScenario& scenario) {
    diagnostic.where.file = document.file;
    for (const SettingOfCode& setting : kSettings) {
        if (setting.code != diagnostic.code) continue;
        advise(diagnostic, setting);
        const bool is_of_start = setting.key == "months" && is_of_first_month(diagnostic, scenario.start);
        place_at(diagnostic, is_of_start ? "start" : setting.key, document, scenario);
    }
}

/// The diagnostics without those that lack a place and repeat a code; `place` gives the others one.
template <class Place>
Diagnostics once_each(Diagnostics diagnostics, Place place) {
    Diagnostics result;
    std::set<std::string> seen;
    for (Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.where.file.empty()) {
            if (!seen.insert(diagnostic.code).second) continue;
            place(diagnostic);
        }
        result.push_back(std::move(diagnostic));
    }
    return result;
}

}  // namespace

Diagnostics placed(Diagnostics diagnostics, const std::string& file, const StatedScenario& scenario) {
    auto text = io::read_text_file(file);
    if (!text) return diagnostics;
    const auto document = yaml::parse_document(file, std::move(text).value());
    if (!document) return diagnostics;
    Diagnostics result = once_each(std::move(diagnostics), [&](Diagnostic& diagnostic) {
        place_at_setting(diagnostic, *document, scenario);
    });
    add_excerpts(result, file, document->text);
    return result;
}

Diagnostics placed_at_options(Diagnostics diagnostics) {
    return once_each(std::move(diagnostics), [](Diagnostic& diagnostic) {
        for (const SettingOfCode& setting : kSettings) {
            if (setting.code != diagnostic.code) continue;
            diagnostic.where.file = setting.option;
            advise(diagnostic, setting);
        }
    });
}

Diagnostics with_remedy(Diagnostics diagnostics, std::string_view code, const std::string& remedy) {
    for (Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.code == code) diagnostic.remedy = remedy;
    }
    return diagnostics;
}

std::string naming_options(std::string remedy, std::span<const OptionsOfWords> words) {
    std::map<std::size_t, std::string_view> options;
    for (const OptionsOfWords& entry : words) {
        const std::size_t at = remedy.find(entry.words);
        if (at != std::string::npos) options.emplace(at, entry.options);
    }
    std::vector<std::string_view> named;
    for (const auto& [at, option] : options) {
        if (std::find(named.begin(), named.end(), option) == named.end()) named.push_back(option);
    }
    return named.empty() ? remedy : fmt::format("{} ({})", remedy, fmt::join(named, ", "));
}

Diagnostics naming_options(Diagnostics diagnostics, std::span<const OptionOfCode> places,
                           std::span<const OptionsOfWords> words) {
    for (Diagnostic& diagnostic : diagnostics) {
        const auto place = std::find_if(places.begin(), places.end(), [&](const OptionOfCode& entry) {
            return entry.code == diagnostic.code;
        });
        if (place != places.end() && diagnostic.where.file.empty()) diagnostic.where.file = place->option;
        diagnostic.remedy = naming_options(std::move(diagnostic.remedy), words);
    }
    return diagnostics;
}

}  // namespace firn::cli
