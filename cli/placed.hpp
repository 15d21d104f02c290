#pragma once

#include "core/diag/diagnostic.hpp"

#include <span>
#include <string>
#include <string_view>

namespace firn::cli {

/// Gives diagnostics that have no place the one of the setting in `file` that they are about (region, price
/// book, storage class, months), or of the file where it does not state that setting. Of several of one code
/// only the first is kept: a scenario of fifty months outside the price book is one fault.
[[nodiscard]] Diagnostics placed(Diagnostics diagnostics, const std::string& file);

/// The same where no file states settings: the place is the option that does, "--region".
[[nodiscard]] Diagnostics placed_at_options(Diagnostics diagnostics);

/// What the options of a command can do about diagnostics of this code, in place of what they say.
[[nodiscard]] Diagnostics with_remedy(Diagnostics diagnostics, std::string_view code,
                                      const std::string& remedy);

/// What is wrong with something that an option states, by the code of the diagnostic.
struct OptionsOfCode {
    std::string_view code;
    std::string_view place;    ///< the option that states it, where the diagnostic has no place; may be empty
    std::string_view options;  ///< those that the remedy speaks of: "--link, --copy-days"; may be empty
};

/// Gives the diagnostics of core, which know no options, the places and the names of those of a command.
[[nodiscard]] Diagnostics naming_options(Diagnostics diagnostics, std::span<const OptionsOfCode> table);

}  // namespace firn::cli
