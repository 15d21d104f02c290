#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/units/time.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace firn::cli {

/// What is known of a scenario beside its file.
struct StatedScenario {
    std::optional<Instant> start{};
    /// Settings that the command line states in place of the file, each with its option: {"start",
    /// "--start"}.
    std::map<std::string, std::string, std::less<>> options{};
};

/// Gives diagnostics that have no place the one of the setting in `file` that they are about (region, price
/// book, storage class, months, or the start for what is about the scenario's first month): the option that
/// states it, or its line, or the file where it does not state that setting. Of several of one code only the
/// first is kept: a scenario of fifty months outside the price book is one fault.
[[nodiscard]] Diagnostics placed(Diagnostics diagnostics, const std::string& file,
                                 const StatedScenario& scenario = {});

/// The same where no file states settings: the place is the option that does, "--region".
[[nodiscard]] Diagnostics placed_at_options(Diagnostics diagnostics);

/// What the options of a command can do about diagnostics of this code, in place of what they say.
[[nodiscard]] Diagnostics with_remedy(Diagnostics diagnostics, std::string_view code,
                                      const std::string& remedy);

/// The option that states what diagnostics of a code are about.
struct OptionOfCode {
    std::string_view code;
    std::string_view option;
};

/// Words of a remedy with the options that do what they say: "a faster link", "--link".
struct OptionsOfWords {
    std::string_view words;
    std::string_view options;  ///< one or several: "--from-class, --to-class"
};

/// The remedy with the options of the words that are in it, in the order of the words, each once: "take a
/// faster link (--link)".
[[nodiscard]] std::string naming_options(std::string remedy, std::span<const OptionsOfWords> words);

/// Gives the diagnostics of core, which know no options, those of a command: as their place, where they have
/// none, and in their remedies.
[[nodiscard]] Diagnostics naming_options(Diagnostics diagnostics, std::span<const OptionOfCode> places,
                                         std::span<const OptionsOfWords> words);

}  // namespace firn::cli
