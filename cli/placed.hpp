#pragma once

#include "core/diag/diagnostic.hpp"

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

}  // namespace firn::cli
